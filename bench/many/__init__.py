"""Many people on one server: a population, a driver, and what they show.

    scripts/with-postgresql .venv/bin/python -m bench.many.run

How it is measured, and what came out: docs/explanation/speed.md.
"""
