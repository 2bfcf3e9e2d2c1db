"""Banks in the Netherlands."""
