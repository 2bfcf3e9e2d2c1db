"""Which payments pay which invoices, on made-up lives of which that is known."""
