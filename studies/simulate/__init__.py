"""How the simulation of an income does on made-up lives."""
