"""Questions about hours: what was agreed, what was given, what is left."""
