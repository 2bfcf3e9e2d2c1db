"""When two spellings of an account number are one account."""
