"""The schema of every kind of record: its fields, their types and limits."""
