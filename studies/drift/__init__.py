"""How soon drift is seen, how often there is none, and how the rivals fare."""
