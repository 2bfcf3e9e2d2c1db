"""Banks in the United States."""
