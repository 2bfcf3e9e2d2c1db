"""Dated, sourced figures that analyses use; data files and their loaders."""
