# From a bare clone, with Python 3.11 or newer: `make report`, `make test`.
# Each target first makes what it needs in .venv. Another Python: make report PYTHON=/path/to/python

VENV := .venv
BIN := $(VENV)/bin
LSP := northtown
BENCH := .bench
OUTPUT := benchmarks.md
CANDIDATES := python3.13 python3.12 python3.11 python3.14 python3 python
# A name on the path proves nothing (version managers leave shims), so each one is asked its age.
PYTHON = $(shell for each in $(CANDIDATES); do \
	if $$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	then echo $$each; break; fi; done)
BROWSERS := chromium chromium-browser google-chrome google-chrome-stable
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help report findings test coverage lint browser bench picture screenshots clean

help:
	@echo 'make report    the shipped study: the overview, then one partnership (LSP=$(LSP))'
	@echo 'make findings  published findings: as they were read, and as gapcheck reads them'
	@echo 'make test      tests, style and types'
	@echo 'make coverage  every test there is, and the share of code they run'
	@echo 'make lint      style and types alone'
	@echo 'make browser   Chromium, for the tests of pages; without it they are skipped'
	@echo 'make bench     what everything costs, also beside other programs, into $(OUTPUT) (half an hour)'
	@echo 'make picture   draw the picture of the README again'
	@echo 'make screenshots  take the pictures of the HTML report again'
	@echo 'make clean     delete everything that was made, .venv too'

report: $(VENV)/.package
	$(BIN)/gapcheck report --no-pager
	$(BIN)/gapcheck report --no-pager $(LSP)

findings: $(VENV)/.package
	$(BIN)/python scripts/published_findings.py

test: $(VENV)/.development
	$(BIN)/python -m pytest --quiet --numprocesses=auto --dist=worksteal
	$(MAKE) lint

coverage: $(VENV)/.development
	GAPCHECK_EVERY_TEST=1 $(BIN)/python -m pytest --quiet --numprocesses=auto --dist=worksteal --cov

lint: $(VENV)/.development
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/mypy benchmarks/reports.py

# Only a Debian on which one is root is anybody's to install into: a container, say.
browser:
	@for each in $(BROWSERS); do if command -v $$each; then exit 0; fi; done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
	then apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-liberation; \
	else echo >&2 'No Chromium was found ($(BROWSERS)). Install it by the name of chromium with' \
		'your package manager, or Google Chrome; the tests of pages are skipped until then.'; \
	exit 1; fi

bench: $(VENV)/.development $(BENCH)/.peers
	$(BIN)/python benchmarks/run.py -o $(OUTPUT)

picture: $(VENV)/.package
	$(BIN)/python scripts/picture.py

screenshots: $(VENV)/.development
	$(BIN)/python scripts/screenshots.py

clean:
	rm -rf $(VENV) $(BENCH) .nox build dist htmlcov .coverage .coverage.*
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.package: pyproject.toml | $(BIN)/python
	$(PIP) install --editable .
	@touch $@

$(VENV)/.development: pyproject.toml $(VENV)/.package
	$(PIP) install --upgrade 'pip>=25.1'
	$(PIP) install --group dev
	@touch $@

# Other programs, in a place of their own; where they cannot be had the table says so.
$(BENCH)/.peers: benchmarks/peers.txt | $(BIN)/python
	@$(BIN)/python -m venv $(BENCH) && $(BENCH)/bin/python -m pip --disable-pip-version-check \
		--quiet install --requirement benchmarks/peers.txt && touch $@ \
		|| echo >&2 'What gapcheck is compared with cannot be installed; the table will say so.'

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo >&2 'gapcheck needs Python 3.11 or newer, and none of these is:' \
		'$(CANDIDATES). Install one (python.org), or say where it is: make PYTHON=/path/to/python'; \
		exit 1; }
	$(PYTHON) -m venv $(VENV)
