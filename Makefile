# make run     the site on http://127.0.0.1:8000 (HOST, PORT, DOELWIJZER_DATA_DIR, DATABASE_URL)
# make dev     the same while it is being changed: Python, templates, stylesheets and scripts
# make test    its tests
# make check   lint, and the tests that what you changed touches
#
# Everything is built in .venv, node_modules, static/dist and staticfiles; what is there already is not built again.

NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON = $(shell for p in python3.11 python3; do $$p -c "$(NEW_ENOUGH)" 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
# Three times as quick as pip; without a cache, for files in it may be readable by their owner only.
UV := $(BIN)/uv pip install --quiet --python $(BIN)/python --no-cache --compile-bytecode --require-hashes
# Node comes with the Python packages; umask: PostgreSQL's user must be able to read its programs.
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm
INSTALL := umask 022 &&
# What is compiled once serves each of the hundreds of processes and workers that the tests start.
unexport PYTHONDONTWRITEBYTECODE

# Each commit has an order of the tests and draws of chance of its own; SEED=number does those of another one again.
SEED ?= $(shell printf '%d' 0x$$(git rev-parse --short=7 HEAD 2>/dev/null || echo 1))
PYTEST = $(BIN)/python -m pytest -n 2 $(DRAWN)
# Percent of lines and branches together: what it was when it was first held.
COVERAGE := 95
MEASURED = $(BIN)/python -W "ignore:Unable to activate" -m slipcover --json
DRAWN = --dist worksteal --randomly-seed=$(SEED) --hypothesis-seed=$(SEED)

.PHONY: run dev setup test coverage check test-long test-server test-browser test-documents bench naast lighthouse sbom
.DELETE_ON_ERROR:

run: setup
	@exec $(MANAGE) serve

dev: export DOELWIJZER_DEBUG := 1
dev: setup
	@exec $(MANAGE) dev

setup: staticfiles/staticfiles.json

# Three at a time on two cores: those that start processes mostly wait for them. With DOCUMENTS=path the full ones too;
# with HALF=1 half of what tests/ingest asks the database, so that test-server does the other half.
test: setup .venv/dev
	$(MEASURED) --out .coverage.json -m pytest -n 3 $(DRAWN) --in-part $(if $(HALF),--half first) --ignore=tests/browser \
		$(if $(DOCUMENTS),,-m "not documents")
	$(if $(HALF),,$(BIN)/python -m slipcover --merge .coverage.json --out .coverage.json --fail-under $(COVERAGE))

# After make test HALF=1 and make test-server: of both together.
coverage:
	$(BIN)/python -m slipcover --merge .coverage.json .coverage-server.json --out .coverage.json --fail-under $(COVERAGE)

# What you changed since your branch left SINCE: lint, and the tests that mirror its folders. make test does the others.
check: SINCE ?= main
check: lint
	@touched=$$($(BIN)/python -m tests.gereedschap.geraakt $(SINCE)) || exit; \
	if [ -n "$$touched" ]; then set -x; $(PYTEST) -m "not browser and not documents" $$touched; fi

# Whole what is done in part there: killing at twenty moments, whole sites, the whole way of a document in a browser, and
# thousands of damaged documents; with DOCUMENTS=path the full ones.
test-long: export FUZZ ?= 3000
test-long: setup .venv/dev
	$(PYTEST) --long -m "long or drawn" --ignore=tests/browser
	$(PYTEST) --long -m "long or drawn" tests/browser

# What the database does, on the server of DATABASE_URL: the store whole, every page once, and of what writes it the half
# whose turn it is by the seed.
test-server: setup .venv/dev
	@test -n "$(DATABASE_URL)" || { echo "Say which server: make test-server DATABASE_URL=postgres://…" >&2; exit 1; }
	$(MEASURED) --out .coverage-server.json -m pytest -n 3 $(DRAWN) --in-part --half second \
		-m "database and not browser and not documents" tests/indicators tests/ingest \
		tests/dashboard/paginas/test_overzicht.py tests/dashboard/paginas/test_paginas.py

# Without six of seven of those that are drawn, which test-long does all.
test-browser: setup .venv/dev
	@command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || { \
		echo "make test-browser needs Chromium: put chromium-headless-shell or chromium on the PATH." >&2; exit 1; }
	$(PYTEST) --in-part -m browser tests/browser

test-documents: setup .venv/dev
	@test -d "$(DOCUMENTS)" || { echo "Say where the documents are: make test-documents DOCUMENTS=path" >&2; exit 1; }
	DOCUMENTS="$(DOCUMENTS)" $(PYTEST) -m documents --ignore=tests/browser

bench: setup .venv/dev
	$(BIN)/python benchmarks/meet.py

# The same question to Datasette, Dash and Superset. What those need (1.2 GB) is fetched here and nobody else needs it.
naast: setup
	$(BIN)/python -m benchmarks.naast

# Of the site that runs at SITE. Lighthouse is large (185 MB), so npx fetches it here and nobody else needs it.
lighthouse: SITE ?= http://127.0.0.1:8000
lighthouse: setup
	@command -v chromium >/dev/null || { echo "make lighthouse needs Chromium: put chromium on the PATH." >&2; exit 1; }
	@PATH="$(CURDIR)/$(BIN):$$PATH" node benchmarks/lighthouse.mjs $(SITE)

# Of what others made the site consists, as CycloneDX: one list for Python, one for what its stylesheets are built of.
SBOM := sbom
sbom: setup .venv/dev
	mkdir -p "$(SBOM)"
	$(BIN)/python -W ignore -m cyclonedx_py requirements requirements.txt --pyproject pyproject.toml \
		--output-reproducible --output-file "$(SBOM)/python.cdx.json"
	$(NPM) sbom --package-lock-only --omit dev --sbom-format cyclonedx > "$(SBOM)/npm.cdx.json"

# What setup builds

.venv/runtime: requirements-uv.txt requirements.txt
	@test -n "$(PYTHON)" || { echo "Doelwijzer needs Python 3.11 or newer." >&2; exit 1; }
	@$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || { \
		echo "Doelwijzer needs Python's venv: on Debian and Ubuntu, install the package $(PYTHON)-venv." >&2; exit 1; }
	$(INSTALL) $(PYTHON) -m venv .venv
	$(INSTALL) $(PIP) -r requirements-uv.txt
	$(INSTALL) $(UV) -r requirements.txt
	touch $@

.venv/dev: requirements-dev.txt .venv/runtime
	$(INSTALL) $(UV) -r requirements-dev.txt
	touch $@

node_modules/installed: package.json package-lock.json .npmrc .venv/runtime
	$(INSTALL) $(NPM) ci --no-audit --no-fund --no-update-notifier
	touch $@

static/dist/doelwijzer.css: node_modules/installed static/build.js $(wildcard static/src/* static/src/*/*)
	$(INSTALL) $(NPM) run --silent build
	touch $@

staticfiles/staticfiles.json: static/dist/doelwijzer.css
	$(INSTALL) $(MANAGE) collectstatic --no-input --clear --verbosity 0
	touch $@

# What .ci/run checks beside the tests; make --keep-going lint shows everything that is wrong

LINT := lint-ruff lint-format lint-mypy lint-imports lint-migrations lint-deploy lint-templates
.PHONY: lint $(LINT)

lint: $(LINT)
$(LINT): setup .venv/dev

lint-ruff:
	$(BIN)/ruff check

lint-format:
	$(BIN)/ruff format --check

lint-mypy:
	$(BIN)/mypy

lint-imports:
	$(BIN)/lint-imports

lint-migrations:
	$(MANAGE) makemigrations --check --dry-run

lint-deploy: export DOELWIJZER_OMGEVING := productie
lint-deploy: export DOELWIJZER_HOSTS := doelwijzer.example
lint-deploy: export DOELWIJZER_UITGEVER := Griffie
lint-deploy: export DOELWIJZER_CONTACT := griffie@doelwijzer.example
lint-deploy: export DOELWIJZER_DATA_DIR := $(CURDIR)/not-there
lint-deploy: export DOELWIJZER_ADRES := https://doelwijzer.example
lint-deploy: export DOELWIJZER_SMTP_URL := smtp://mail.example
lint-deploy: export DATABASE_URL := postgres://db.example/doelwijzer
lint-deploy:
	DOELWIJZER_SECRET_KEY=$$($(BIN)/python -c "import secrets; print(secrets.token_urlsafe(50))") \
		$(MANAGE) check --deploy --fail-level WARNING

lint-templates:
	$(BIN)/djlint templates --lint
	$(BIN)/djlint templates --check
