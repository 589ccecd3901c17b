# Everyday commands; `make check` is what must pass before a change lands.
PYTHON ?= python3
BIN := .venv/bin
MEANING_TESTS := $(addprefix tests/,rubric backends expr source formulas compiler language submission library \
    scoring/foretold scoring/calculation/test_calculating.py scoring/columns tables stages/test_unit_rows.py \
    stages/test_unit_workbooks.py \
    test_bad.py test_forms.py test_random_formulas.py test_random_items.py)
PROPERTIES := $(MEANING_TESTS) $(addprefix tests/,scoring analysis) \
    $(shell grep -rl --include='test_*.py' 'support.rounds import' tests)

.PHONY: check test coverage lint types layers drift examples lowest pythons bench bench-columns fuzz kills properties \
    oracle mutants recalculate refill spark wheels program generate

check: test coverage lint types layers drift examples

.venv: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch .venv

test: .venv
	$(BIN)/pytest -q -n auto --dist loadfile

# What gives every score its meaning has no line or branch without a test.
coverage: .venv
	$(BIN)/pytest -q -n auto --dist loadfile --cov --cov-report= $(MEANING_TESTS)
	$(BIN)/coverage report

# Properties on many inputs that no run had before, and every form where tests take a share of them.
properties: .venv
	$(BIN)/pytest -q -n auto --dist loadfile --no-cov --hypothesis-profile=new $(PROPERTIES)

lint: .venv
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv
	$(BIN)/mypy

layers: .venv
	$(BIN)/lint-imports

drift: generate
	git diff --exit-code -- rubrics docs README.md README.zh-CN.md src/kaohe/locale src/kaohe/authoring

examples: .venv
	$(BIN)/kaohe validate rubrics examples
	$(BIN)/kaohe test rubrics

# A share of the tests with the lowest versions that are allowed of what kaohe rests on; `check` takes the newest.
LOWEST := build/lowest
LOWEST_TESTS := $(addprefix tests/,test_main.py rubric/rules cli/test_cli.py cli/test_batch.py render/xlsx/test_cells.py)
lowest: .venv
	$(BIN)/python scripts/lowest.py > .venv/lowest.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade --target $(LOWEST) -r .venv/lowest.txt 2>/dev/null
	PYTHONPATH=$(LOWEST) $(BIN)/python -m pytest -q --no-cov -n auto --dist loadfile $(LOWEST_TESTS)

# The same bytes from every supported Python that is here.
pythons: .venv
	$(BIN)/python scripts/pythons.py

# What an office without a network installs from: docs/installing.md. PYTHON_THERE is the one that it has.
WHEELS := dist/wheels
PYTHON_THERE ?= 3.12
wheels: .venv
	rm -rf $(WHEELS)
	$(BIN)/python scripts/wheels.py $(WHEELS)

program: wheels
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[program]'
	$(BIN)/python scripts/program.py $(WHEELS) dist/kaohe-linux.pyz linux $(PYTHON_THERE)
	$(BIN)/python scripts/program.py $(WHEELS) dist/kaohe-windows.pyz windows $(PYTHON_THERE)

bench: .venv
	$(BIN)/python tests/benchmarks/compare.py

# Columns beside what they can be compared with, which is installed only for this; ROWS as many as are asked for.
bench-columns: .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[bench]'
	cd tests && $(abspath $(BIN))/python -m benchmarks.columns $(ROWS)

# N rubrics and units' files made up by SEED, N / 20 spoilt files of every other kind, and N / 50 texts open in editors;
# what they break is left in FUZZED.
N ?= 20000
SEED ?= 1
FUZZED ?= $(shell mktemp -d)
fuzz: .venv
	$(BIN)/python -m tests.fuzz $(N) $(SEED) $(FUZZED)
	$(BIN)/python -m tests.fuzz.hostile $$(( $(N) / 20 )) $(SEED) $(FUZZED)
	$(BIN)/python -m tests.fuzz.editor $$(( $(N) / 50 )) $(SEED) $(FUZZED)

# N runs killed at moments by SEED, of every command that writes: what they leave is old or new, and whole.
kills: N = 500
kills: .venv
	$(BIN)/python -m tests.kills $(N) $(SEED)

# N units made up by SEED, in every way to compute and by an oracle that has the form's text alone; SHEETS of them by
# LibreOffice.
oracle: N = 100000
oracle: SHEETS = 0
oracle: .venv
	$(BIN)/python -m tests.oracle $(N) $(SEED) $(SHEETS)

# Sources changed in one place, by SEED in SHARE places of all (SHARE=0: in every one): does a test that runs it notice?
SHARE ?= 400
ROOMS ?= rubric/rules rubric/rule_parts backends compiler
MUTANTS ?= $(shell mktemp -d)
mutants: .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[mutants]'
	COVERAGE_FILE=$(MUTANTS)/coverage $(BIN)/pytest -q -p no:xdist --cov=kaohe --cov-context=test --cov-report= \
	    --cov-fail-under=0 --junitxml=$(MUTANTS)/report.xml $(MEANING_TESTS) tests/scoring tests/stages
	$(BIN)/python -m tests.mutants $(SHARE) $(SEED) $(MUTANTS) $(ROOMS)

# N units of the employment form made up by SEED: LibreOffice computes each cell as the exact engine does.
recalculate: N = 5000
recalculate: .venv
	$(BIN)/python -m tests.recalculation $(N) $(SEED)

# N units made up by SEED, most of the employment form: blank workbooks filled in, saved by LibreOffice, read back.
refill: N = 1000
refill: .venv
	$(BIN)/python -m tests.refill $(N) $(SEED)

# Queries agree with Spark, too, on this machine alone; `pip install pyspark`, Java 17 of the distribution. Minutes.
SPARK_PYTHON ?= $(BIN)/python
spark: .venv
	$(SPARK_PYTHON) -m pytest -q --no-cov -m spark tests/tables/engines

generate: .venv
	$(BIN)/python scripts/generate.py
