"""Banks in Germany."""
