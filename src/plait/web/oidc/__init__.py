"""Signing people in by their organisation (OpenID Connect), on allauth's flow."""
