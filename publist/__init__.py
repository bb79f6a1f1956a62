"""publist turns a publication list into a website its author owns."""

__version__ = "0.1.0"
