"""Tests of the room theming."""
