"""Tests of the room cv."""
