"""Paydays: who pays how often, on which days, and which payment is for which month."""
