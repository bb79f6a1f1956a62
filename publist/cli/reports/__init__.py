"""Reports in words and as plain values."""
