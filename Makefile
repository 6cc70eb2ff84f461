# make run    set up and start the bot (without a token: on the local Discord, in your browser)
# make test   set up and run all tests, in parallel (ARGS="tests/cards -k spoiler" for some of them)
# make setup  only create .venv
# make check  format, lint, types, facts and catalogs
# make schema  write the JSON Schemas of the facts from the records
# make pictures  take the README's pictures from the preview page (needs Chromium)
# make soak   send 100,000 interactions with faults among them (ARGS="--seconds 60" for a short run)
# make load   play matches on two copies and PostgreSQL, kill one copy, and recount (ARGS="--presses 5000" for a short run)
# make fuzz   send nonsense and forgeries to every door (ARGS="--seconds 60" for a short run)
# make bench  measure the bot's speed and cost, beside a minimal discord.py bot (ARGS="ways" for one part)
# make eval   measure how names are found and questions answered
# make language LANG=fr  lay out the files of a new language

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# More than there are cores: the tests of processes mostly wait. Each file runs in one worker, which shares fixtures.
WORKERS ?= 3
# Whoever sets it would wait for the compiler at every start, in every worker and in every process of the tests.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test setup check schema soak load fuzz bench eval language lock clean pictures

run: setup
	@$(BIN)/python -m bot

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(ARGS)

setup: $(VENV)/.run

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/pyright
	$(BIN)/python -m bot check
	$(BIN)/python -m data.schema --check

schema: $(VENV)/.dev
	$(BIN)/python -m data.schema

soak: $(VENV)/.dev
	$(BIN)/python -m tools.soak $(ARGS)

load: $(VENV)/.dev
	$(BIN)/python -m tools.load $(ARGS)

fuzz: $(VENV)/.dev
	$(BIN)/python -m tools.fuzz $(ARGS)

bench: $(VENV)/.dev
	$(BIN)/python -m tools.bench $(ARGS)

eval: $(VENV)/.dev
	$(BIN)/python -m tools.eval $(ARGS)

# The environment has a LANG of its own, which names no language to add.
language: $(VENV)/.dev
	$(BIN)/python -m tools.language $(if $(filter command line,$(origin LANG)),$(LANG))

# A .venv whose Python is gone or was upgraded has lost its packages, pip among them: it is set up again.
ifneq ($(shell test ! -e $(VENV) || $(BIN)/python -c 'import pip' 2>&1),)
.PHONY: $(BIN)/python $(VENV)/.run $(VENV)/.dev
endif

INSTALL = $(BIN)/python -m pip install --disable-pip-version-check --quiet --require-hashes -r $< || { \
	echo "The packages could not be installed: pip says above why. Check the network and run make again." >&2; exit 1; }

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; name it: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv --clear $(VENV)

$(VENV)/.run: requirements.txt | $(BIN)/python
	@$(INSTALL)
	@$(BIN)/python -m compileall -q bot data
	@touch $@

$(VENV)/.dev: requirements-dev.txt | $(BIN)/python
	@$(INSTALL)
	@$(BIN)/python -m compileall -q bot data tests tools
	@touch $@ $(VENV)/.run

pictures: $(VENV)/.dev
	$(BIN)/python -m tools.pictures $(ARGS)

# Needs uv. The files name versions and hashes, and no host: any package index will do.
COMPILE = uv pip compile --universal --generate-hashes --no-emit-index-url --no-emit-find-links --python-version 3.11 -q pyproject.toml
lock:
	$(COMPILE) --extra sqlite --extra postgresql -o requirements-image.txt
	$(COMPILE) --all-extras -o requirements.txt
	$(COMPILE) --all-extras --group dev -o requirements-dev.txt

clean:
	rm -rf $(VENV) build
