# make demo   sets up and makes a whole evaluation of the synthetic sample
# make test   sets up and runs every check
# make kwaliteit    measures how good proposals are, and writes docs/kwaliteit.md
# make snelheid     measures how fast patterns go over text, and writes docs/snelheid.md
# make gewichten    learns the weights of the library from its examples
# make herkenning   measures how well names and numbers are found, and writes docs/herkenning.md
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet -c constraints.txt

.PHONY: demo test herkenning kwaliteit snelheid gewichten clean

demo: $(VENV)/.ready
	$(BIN)/kwal demo

test: $(VENV)/.ready-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 of nieuwer is nodig")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) -e .
	touch $@

$(VENV)/.ready-test: $(VENV)/.ready
	$(PIP) -e '.[test]'
	touch $@

herkenning: $(VENV)/.ready-test
	$(BIN)/python -m tests.identifiers.measure

kwaliteit: $(VENV)/.ready-test
	$(BIN)/python -m tests.coding.measure

snelheid: $(VENV)/.ready-test
	$(BIN)/python -m benchmarks.run

gewichten: $(VENV)/.ready-test
	$(BIN)/python -m tools.make_weights

clean:
	rm -rf $(VENV) build dist
