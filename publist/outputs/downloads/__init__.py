"""Files that readers take away: exports and assets."""
