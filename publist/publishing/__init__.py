"""The built site, on the branch that its host serves."""
