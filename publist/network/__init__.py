"""Clients of scholarly services, and what the commands add, complete and sync make of their answers."""
