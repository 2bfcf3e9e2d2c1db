"""Statement formats that many banks share: CAMT.053, MT940 and OFX."""
