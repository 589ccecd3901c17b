# Everyday commands; `make check` is what must pass before a change lands.
PYTHON ?= python3
BIN := .venv/bin
MEANING_TESTS := $(addprefix tests/,rubric backends expr source formulas compiler scoring submission library analysis language \
    test_bad.py test_interface.py test_forms.py test_random_formulas.py test_random_items.py test_random_stages.py)

.PHONY: check test coverage lint types layers drift examples bench fuzz properties generate

check: test coverage lint types layers drift examples

.venv: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch .venv

test: .venv
	$(BIN)/pytest -q -n auto --dist loadfile

# What gives every score its meaning has no line or branch without a test; properties are tried on many inputs here.
coverage: .venv
	$(BIN)/pytest -q -n auto --dist loadfile --hypothesis-profile=long --cov --cov-report= $(MEANING_TESTS)
	$(BIN)/coverage report

# The same properties on inputs that no run had before.
properties: .venv
	$(BIN)/pytest -q -n auto --dist loadfile --no-cov --hypothesis-profile=new $(MEANING_TESTS)

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

# N rubrics and units' files made up by SEED; small examples of what they break are left in FUZZED.
N ?= 20000
SEED ?= 1
FUZZED ?= $(shell mktemp -d)
fuzz: .venv
	$(BIN)/python -m tests.fuzz $(N) $(SEED) $(FUZZED)

generate: .venv
	$(BIN)/python scripts/generate.py
