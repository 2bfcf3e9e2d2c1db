"""Any other table, by a mapping of its columns that a person confirmed."""
