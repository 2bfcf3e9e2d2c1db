"""The lists that selections open: narrowed, added up, sorted, a page at a time."""
