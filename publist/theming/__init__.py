"""Themes: their templates, options and tools."""
