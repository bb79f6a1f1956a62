"""YAML as people write it: read with the place of each value, written, and changed in place."""
