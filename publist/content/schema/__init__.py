"""The tables of the keys that people write, and the kinds of their values."""
