"""Can I take this on? The typed answer, and what it is made of."""
