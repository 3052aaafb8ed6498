# make run and make test are all that a fresh machine needs; see packaging/README.md.
PROJECT ?=
ARGS ?=
DATA ?= ../shared/data
PYTHON_IN_VENV = .venv/bin/python

.PHONY: help run test bench bench-effort models lock translations shots gallery clean
.DEFAULT_GOAL := help

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile

run: ## set up if need be, then open the window (PROJECT=file.rotstift; without it: the sample)
	@sh packaging/run.sh $(if $(PROJECT),"$(PROJECT)")

test: ## set up if need be, then run the linter, the type checker, the import contracts and all tests (ARGS="-k quotes")
	@sh packaging/setup.sh test
	@sh packaging/check.sh $(ARGS)

bench: ## set up if need be, then print the product's figures, and those of its suggestions where the data sets are (DATA=folder)
	@sh packaging/setup.sh test
	@for name in start correct opening throughput suggest memory behind find; do \
		$(PYTHON_IN_VENV) packaging/bench/$$name.py || exit 1; \
	done
	@if [ -d "$(DATA)" ]; then \
		$(PYTHON_IN_VENV) packaging/measure_quotes.py "$(DATA)/quotes-wikinews-de" --split dev --model shipped && \
		$(PYTHON_IN_VENV) packaging/measure_doubt.py "$(DATA)/quotes-wikinews-de" --split dev && \
		$(PYTHON_IN_VENV) packaging/measure_entities.py "$(DATA)/ner-germeval2014-de/dev.jsonl.gz" --model && \
		$(PYTHON_IN_VENV) packaging/learning_curve.py "$(DATA)/quotes-wikinews-de"; \
	else \
		echo "The suggestions were not measured: there are no data sets in $(DATA); make bench DATA=folder says where."; \
	fi

bench-effort: ## set up if need be, then let a simulated person correct Wikinews articles in the window and count its actions (DATA=folder, ARGS="--articles 150")
	@sh packaging/setup.sh test
	@if [ -d "$(DATA)/quotes-wikinews-de" ]; then \
		$(PYTHON_IN_VENV) packaging/bench/effort.py "$(DATA)/quotes-wikinews-de" $(ARGS); \
	else \
		echo "There is no quotes-wikinews-de in $(DATA); make bench-effort DATA=folder says where."; \
	fi

models: ## set up if need be, then train the pipeline that ships from the data sets (DATA=folder) and our own corpus
	@sh packaging/setup.sh test
	@sh packaging/models.sh "$(DATA)"

lock: ## write the lock files anew from pyproject.toml (ARGS=--upgrade takes newer versions)
	@sh packaging/lock.sh $(ARGS)

translations: ## set up if need be, then find the window's words in the code and compile their translations
	@sh packaging/setup.sh test
	@sh packaging/translate.sh

shots: ## a picture of the window under build/, also where there is a display
	@QT_QPA_PLATFORM=offscreen sh packaging/run.sh

gallery: ## set up if need be, then make the pictures of every panel, dialog and state in docs/gallery (ARGS="--only quote")
	@sh packaging/setup.sh test
	@$(PYTHON_IN_VENV) packaging/gallery/gallery.py $(ARGS)

clean: ## remove what make has made: .venv, build, dist and the caches
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find desktop tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
