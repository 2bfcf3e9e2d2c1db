"""Run Plait as `python -m plait`."""

from plait.cli.main import main

main(prog_name="plait")
