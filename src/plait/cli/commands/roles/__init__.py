"""Commands on roles and their agreements."""
