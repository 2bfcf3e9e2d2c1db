"""Three years of one invented person, Marit van Dalen, as the files she would have.

`ledger` says what a record is; `income`, `household`, `hours` and `network` make
the truth; the modules named after files write it in the words of each product.
Standard library only, no clock, and every choice drawn from a named, seeded stream,
so that the same bytes come out on every machine.
"""
