"""The HTML pages of a site."""
