"""The front door: ``python build.py`` is ``publist build``, ``python build.py VERB`` is ``publist VERB``."""

from publist.cli.main import command

if __name__ == "__main__":
    command()
