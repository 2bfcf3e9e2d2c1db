"""Accounts that take payments and pay them out: PayPal, Stripe, Wise's history."""
