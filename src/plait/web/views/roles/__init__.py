"""Views on roles and agreements."""
