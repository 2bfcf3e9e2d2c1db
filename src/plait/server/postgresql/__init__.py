"""PostgreSQL as Django speaks to it, but for what a cluster of several machines needs."""
