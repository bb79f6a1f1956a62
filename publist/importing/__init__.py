"""Sources into content/: read, matched with what is there, merged three ways, remembered."""
