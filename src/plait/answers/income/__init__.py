"""Income by stream: what each role brings in, who pays, and what did not come."""
