"""What pages copied from a browser have in common: papers among the page's own words, names, venues, dates."""
