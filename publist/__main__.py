"""``python -m publist`` is the command ``publist``."""

from publist.cli.main import command

if __name__ == "__main__":
    command()
