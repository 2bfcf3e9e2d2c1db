"""Views on settings, sign-in and taking the book along."""
