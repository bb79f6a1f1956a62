"""What machines read: feeds, metadata, sitemaps, cards, the search index."""
