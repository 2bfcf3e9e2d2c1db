"""Which mix of hours would be better: the answer, and how it is put together."""
