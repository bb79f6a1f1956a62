"""One file a service: how it is asked, and its answers as records."""
