"""Which period a person looks at: chosen by one word, resolved to days, compared."""
