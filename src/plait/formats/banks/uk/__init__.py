"""Banks in the United Kingdom."""
