"""Which papers are versions of one work."""
