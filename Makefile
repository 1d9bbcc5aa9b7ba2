# Everyday commands. Each sets up what it needs in .venv, from requirements locked with hashes.
PYTHON ?= python3
BIN := .venv/bin
INPUT ?= corpus/samples
OUTPUT ?= outputs/samples
# Prefect keeps its database here and nowhere else.
export PREFECT_HOME ?= $(CURDIR)/.prefect

.PHONY: run test gate lint lock clean help
.DEFAULT_GOAL := help

help:  ## What can be made
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' $(MAKEFILE_LIST)

run: .venv/run.done  ## Run the main job on the samples (INPUT=… OUTPUT=… for your own)
	$(BIN)/zhengce run "$(INPUT)" --output "$(OUTPUT)"

test: .venv/dev.done  ## Run every test
	$(BIN)/python -m pytest $(TESTS)

gate: .venv/dev.done  ## Score the annotated documents against the floors
	$(BIN)/python -m pytest tests/quality -rA

lint: .venv/dev.done  ## Style and types
	$(BIN)/ruff check .
	$(BIN)/mypy pipeline extractors zhengce flows.py

# Needs the network; the lock holds for every platform and Python from 3.11 on.
lock: .venv/dev.done  ## Lock the dependencies anew
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
	  --group build -o requirements/build.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
	  pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
	  pyproject.toml --extra pdf --extra docx --group dev -c requirements/run.txt -o requirements/dev.txt

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "zhengce needs Python 3.11 or newer; name one: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv

# jieba and opencc come as source: they are built with the locked build tools, without fetching others.
.venv/build.done: requirements/build.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	@touch $@

.venv/run.done: requirements/run.txt pyproject.toml .venv/build.done
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

.venv/dev.done: requirements/dev.txt .venv/run.done
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --require-hashes -r requirements/dev.txt
	@touch $@

clean:  ## Remove the environment and what runs left behind
	rm -rf .venv .prefect .pytest_cache .mypy_cache .ruff_cache .hypothesis outputs/samples
