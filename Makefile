# One command for each thing to do; each makes what it needs and nothing twice.
# Needs Python 3.11 or newer with venv, and make. Another Python: make test PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AUDIT := $(VENV)/audit/bin
BENCHED := $(VENV)/bench/bin
SECONDS ?= 120
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: help book manual test corpus vectors ace suites lint format examples pictures themes bench figures lock locked sbom licences audit fuzz clean

help:
	@echo "make book      build an e-book, EPUB and PDF, from examples/ into build/"
	@echo "make manual    build the manual as a web site into build/manual"
	@echo "make test      check style and types, and run all tests"
	@echo "make corpus    make and check a book of every interview of the annotated corpus"
	@echo "make vectors   try every attack of others' collections in every product; needs npm"
	@echo "make ace       install DAISY Ace, with which the tests look at e-books; needs Node and npm"
	@echo "make suites    fetch test suites of others, with which readers are tested; needs npm"
	@echo "make lint      check style and types only"
	@echo "make format    put the code into its one style"
	@echo "make examples  run the command of every example again and keep what comes out"
	@echo "make pictures  take the pictures of the README from the book in headless Chromium"
	@echo "make themes    take pictures of interviews in five themes of Sphinx into build/themes/"
	@echo "make bench     measure against peers, into build/benchmarks; BENCH=--quick for a first look"
	@echo "make figures   measure, and keep the figures for the manual"
	@echo "make fuzz      feed made-up input to the readers and the filter; SECONDS=600 for longer"
	@echo "make lock      pin what the tests install, with hashes, in requirements/ci.txt"
	@echo "make locked    install what is pinned there before anything else"
	@echo "make sbom      write a bill of materials, CycloneDX, to build/sbom.json"
	@echo "make licences  list the licences of all dependencies in the manual"
	@echo "make audit     ask for known vulnerabilities of what is pinned; needs the network"
	@echo "make clean     remove what was built, the environment included"

book: $(VENV)/.book
	@mkdir -p build
	$(BIN)/vivavoce convert examples/*/interview.* -o build/conversations.epub
	$(BIN)/vivavoce convert examples/*/interview.* -o build/conversations.pdf || \
		echo "The e-book is made; its PDF needs fonts that this computer lacks."

manual: $(VENV)/.book
	$(BIN)/sphinx-build -nWq -b html examples/docs build/manual

# Files are dealt out to as many processes as there are processors, the long ones first; a file stays
# together.
test: lint
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

corpus: $(VENV)/.dev ace
	$(BIN)/pytest tests/test_corpus_books.py --whole-corpus --durations 5

vectors: $(VENV)/.dev suites
	$(BIN)/pytest tests/test_vectors.py tests/test_vectors_of_hosts.py --every-vector

ace: tests/ace/node_modules

suites: tests/suites/node_modules tests/suites/sdists

lint: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(VENV)/.dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

examples: $(VENV)/.dev
	$(BIN)/pytest tests/test_examples.py --regenerate

pictures: book
	$(BIN)/python examples/pictures/take.py build/conversations.epub examples/pictures

themes: $(VENV)/.themes
	$(BIN)/python examples/pictures/themes.py build/themes examples/docs/looks

# Measured is what a wheel installs, the core compiled, and not what is edited here.
bench: $(VENV)/.bench
	$(BENCHED)/python -m pip --disable-pip-version-check install --quiet --force-reinstall --no-deps .
	$(BENCHED)/python -m benchmarks $(BENCH)

figures: bench
	cp build/benchmarks/results.* examples/docs/speed/

fuzz: $(VENV)/.fuzz
	$(BIN)/python -m tests.fuzz $(SECONDS)

lock: $(VENV)/.audit
	$(BIN)/python requirements/wanted.py > $(VENV)/wanted.txt
	CUSTOM_COMPILE_COMMAND="make lock" $(AUDIT)/pip-compile --quiet --upgrade --generate-hashes \
		--allow-unsafe --strip-extras --no-annotate --no-emit-index-url --no-emit-trusted-host \
		--no-emit-find-links --output-file requirements/ci.txt $(VENV)/wanted.txt
	sed -i.old '/unsafe in a requirements file/d' requirements/ci.txt && rm requirements/ci.txt.old

locked: | $(VENV)/.pip
	$(PIP) install --quiet --require-hashes --requirement requirements/ci.txt

sbom: $(VENV)/.audit $(VENV)/.dev
	@mkdir -p build
	$(AUDIT)/cyclonedx-py environment $(BIN)/python --pyproject pyproject.toml \
		--output-reproducible --output-file build/sbom.json

licences: $(VENV)/.audit $(VENV)/.fuzz
	$(AUDIT)/pip-licenses --python $(BIN)/python --from mixed --no-version --with-system \
		--ignore-packages vivavoce pip --format csv --output-file examples/docs/safety/licences.csv

audit: $(VENV)/.audit
	$(BIN)/python requirements/audit.py $(AUDIT)/pip-audit

clean:
	rm -rf build dist $(VENV)

# What is pinned and nothing else, and no script of a package runs.
tests/%/node_modules: tests/%/package-lock.json
	cd tests/$* && npm ci --ignore-scripts
	@touch $@

# Sources for the sake of the tests in them; what pip asks them their names with is pinned too.
tests/suites/sdists: tests/suites/requirements.txt | $(VENV)/.dev
	$(PIP) download --quiet --require-hashes --no-deps --no-binary :all: --no-build-isolation \
		--requirement tests/suites/requirements.txt --dest $@
	@touch $@

# A stamp for each set of packages, so that the environment changes only when pyproject.toml does.
$(VENV)/.book: pyproject.toml | $(VENV)/.pip
	$(PIP) install --quiet --editable '.[all]'
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/.pip
	$(PIP) install --quiet --editable '.[all]' --group dev
	@touch $@ $(VENV)/.book

$(VENV)/.fuzz: pyproject.toml | $(VENV)/.pip
	$(PIP) install --quiet --editable '.[all]' --group dev --group fuzz
	@touch $@ $(VENV)/.book $(VENV)/.dev

# The tools that look at the environment stand in one of their own, so as not to see themselves.
$(VENV)/.audit: pyproject.toml | $(VENV)/.pip
	$(PYTHON) -m venv $(VENV)/audit
	$(AUDIT)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(AUDIT)/python -m pip install --quiet --group audit
	@touch $@

$(VENV)/.bench: pyproject.toml | $(VENV)/.pip
	$(PYTHON) -m venv $(VENV)/bench
	$(BENCHED)/python -m pip install --quiet --upgrade 'pip>=25.1'
	HATCH_BUILD_NO_HOOKS=true $(BENCHED)/python -m pip install --quiet '.[all]' --group bench
	@touch $@

$(VENV)/.themes: pyproject.toml | $(VENV)/.pip
	$(PIP) install --quiet --editable '.[all]' --group themes
	@touch $@ $(VENV)/.book

# pip comes first: the one that an older Python brings knows no dependency groups.
$(VENV)/.pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --upgrade 'pip>=25.1'
	@touch $@
