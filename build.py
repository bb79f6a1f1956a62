"""The front door: ``python build.py`` is ``publist build``, ``python build.py VERB`` is ``publist VERB``."""

import sys

from publist.cli import main

if __name__ == "__main__":
    sys.exit(main())
