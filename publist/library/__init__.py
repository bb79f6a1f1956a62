"""Papers to a library: taxonomies, people, related files, permalinks."""
