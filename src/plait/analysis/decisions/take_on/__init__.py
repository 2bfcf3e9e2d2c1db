"""Can I take this on? A portfolio as it would be, set against the one that is."""
