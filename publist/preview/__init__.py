"""Live preview: the site rendered page by page on request, watched, and shown anew where it changed."""

from publist.preview.server import serve

__all__ = ["serve"]
