"""Counts over the list and the charts drawn of them."""
