"""Banks in Belgium."""
