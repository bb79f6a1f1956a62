"""Bibliographic formats, one module each, both directions; this table lists them without importing them."""
