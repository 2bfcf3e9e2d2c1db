"""The only writes to a person's book: verb-first, keyword-only, atomic."""
