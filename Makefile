# Dateline's two commands are `make run` and `make test`; both install what is missing first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.ready-run
TEST_READY := $(VENV)/.ready-test

.DEFAULT_GOAL := help
.PHONY: help run test check bench lock pictures translations clean

help:  ## List the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: $(RUN_READY)  ## Open Dateline; without a display, refresh and list in the terminal (ARGS="…" for verbs)
	@$(BIN)/dateline $(ARGS)

test: $(TEST_READY) check  ## All checks and all tests
	@$(BIN)/pytest -n auto --maxprocesses=4

check: $(TEST_READY)  ## Style, types and floors
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

bench: $(TEST_READY)  ## Speed and memory, as ratios in one run
	@$(BIN)/python -m tests.benchmarks

pictures: $(TEST_READY)  ## Take the pictures of README anew
	@$(BIN)/python packaging/take_pictures.py

translations: $(TEST_READY)  ## Bring the interface's translations up to date
	@$(BIN)/python packaging/translate.py

lock: $(TEST_READY)  ## Resolve the dependencies anew
	@$(BIN)/python packaging/lock.py

clean:  ## Remove the environment and what tools left
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(RUN_READY): packaging/requirements.txt packaging/set_up.py pyproject.toml
	@$(PYTHON) packaging/set_up.py run

$(TEST_READY): packaging/requirements-dev.txt packaging/set_up.py pyproject.toml
	@$(PYTHON) packaging/set_up.py test
