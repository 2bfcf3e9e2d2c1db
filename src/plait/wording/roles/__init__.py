"""Roles in words."""
