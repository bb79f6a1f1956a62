"""Ways of grouping papers, and the values of each."""
