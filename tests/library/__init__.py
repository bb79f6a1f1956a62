"""Tests of the room library."""
