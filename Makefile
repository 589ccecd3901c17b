# Everyday commands; `make check` is what must pass before a change lands.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: check test coverage lint types layers drift examples bench generate

check: test coverage lint types layers drift examples

.venv: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch .venv

test: .venv
	$(BIN)/pytest -q

# What gives every score its meaning has no line or branch without a test; it reads what the tests have left behind.
coverage: .venv
	$(BIN)/coverage report --include='src/kaohe/rubric/rules/*,src/kaohe/backends/*,src/kaohe/expr/*,src/kaohe/source/*' --fail-under=100

lint: .venv
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv
	$(BIN)/mypy

layers: .venv
	$(BIN)/lint-imports

drift: generate
	git diff --exit-code -- rubrics docs README.md README.zh-CN.md src/kaohe/locale

examples: .venv
	$(BIN)/kaohe validate rubrics examples

bench: .venv
	$(BIN)/python tests/benchmarks/compare.py

generate: .venv
	$(BIN)/python scripts/generate.py
