# What can be done here: make help. The steps themselves are in scripts/.
SHELL := bash
PORT ?= 8321
export PYTHON PORT NAME EMAIL MAIL MAIL_FROM KIND LANGUAGE ROOT DRY BACK STOP
.PHONY: help run server test test-all check format lock bench build messages clean

help: ## Say what each target does
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: ## Serve the sample portfolio (EMPTY=1: an empty book; PORT=8321)
	@EMPTY='$(EMPTY)' PORT='$(PORT)' scripts/run

server: ## Set up or upgrade a server of several people (NAME=, EMAIL=, see scripts/server)
	@scripts/server

test: ## Run the tests on SQLite and on PostgreSQL, installing what they need
	@scripts/test -m 'not slow'

test-all: ## Run the slow tests too
	@scripts/test

check: ## Check format, lint, types, import rules, migrations, translations and docs
	@scripts/check

format: ## Format the code, and mend what the linter can mend
	@scripts/environment dev
	@.venv/bin/ruff check --fix-only --quiet . && .venv/bin/ruff format .

lock: ## Choose the newest versions that fit pyproject.toml (needs uv)
	@scripts/lock

bench: ## Measure time and memory from files to the review (QUICK=1: a quarter)
	@QUICK='$(QUICK)' scripts/bench

build: ## Build the wheel into dist/
	@scripts/environment dev
	@.venv/bin/python -m hatchling build --target wheel

messages: ## Collect the texts to translate, and compile the translations
	@scripts/environment dev
	@.venv/bin/python scripts/translations.py

clean: ## Remove what was made here, except the books in .plait/
	@rm -rf .venv dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
