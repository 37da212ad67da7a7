# One target a verb; bare `make` lists them. Needs python3 (3.11 or newer) with pip, and make; nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check --quiet
PREVIEW_ADDRESS ?= 127.0.0.1:8000

.DEFAULT_GOAL := help
.PHONY: help setup site serve check test format bench wheel schema lock clean

help: ## List the targets.
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  \1\t/' | expand -t 12

setup: $(VENV)/.tools ## Put everything into .venv/, with the tools for tests and checks.

site: $(VENV)/.ready ## Check the content and build the verified site into site/.
	$(BIN)/shelfready build

serve: $(VENV)/.ready ## Show a preview that follows every saved file.
	$(BIN)/shelfready serve --address $(PREVIEW_ADDRESS)

check: $(VENV)/.tools ## Style, types and content: what must be clean before a commit.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy generator tests bench
	$(BIN)/shelfready check

test: $(VENV)/.tools ## Run all tests that this machine can run; REQUIRE=all fails on any that is left out.
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

format: $(VENV)/.tools ## Put the code into its usual form.
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.tools ## Print the ratios of check and build against other tools (some minutes).
	$(BIN)/python bench/ratios.py

wheel: $(VENV)/.tools ## Build the wheel into dist/.
	$(BIN)/python -m hatchling build --target wheel --directory dist

schema: $(VENV)/.ready ## Write the JSON Schemas that editors use.
	$(BIN)/shelfready schema topic > schema/topic.json
	$(BIN)/shelfready schema desk > schema/desk.json
	cp schema/desk.json schema/topic.json examples/committee/schema/

lock: ## Renew the lock files from pyproject.toml (needs uv).
	uv lock
	uv export --quiet --format requirements-txt --no-default-groups --group install --extra secrets --no-emit-project -o requirements.lock
	uv export --quiet --format requirements-txt --no-default-groups --group dev --no-emit-project -o requirements-dev.lock

clean: ## Remove everything that was made here, but not site/.
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Debian ships python3 without ensurepip and locks the system's pip; an environment without pip of its own, filled by
# the system's pip from outside, needs neither.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m pip --version > /dev/null || { echo "pip is needed: install python3-pip"; exit 2; }
	@$(PYTHON) -m venv --without-pip $(VENV)

$(VENV)/.ready: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing Shelfready and what it needs into $(VENV)/ (once)"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.tools: requirements-dev.lock $(VENV)/.ready
	@echo "Installing the tools for tests and checks into $(VENV)/ (once)"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
