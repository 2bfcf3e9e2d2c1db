"""Bank statements as CSV, a module per bank."""
