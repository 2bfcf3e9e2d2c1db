"""How ranges of the income ahead do on made-up lives of which the truth is known."""
