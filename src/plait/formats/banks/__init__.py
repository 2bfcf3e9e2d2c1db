"""Bank statements as CSV: a module per bank, a folder per country."""
