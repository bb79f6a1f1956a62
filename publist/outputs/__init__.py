"""What a site is made of: each module yields artifacts."""
