# Everything runs in .venv; the only things needed beforehand are python3, python3-venv and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CONSTRAINTS := $(if $(wildcard constraints.txt),-c constraints.txt)

.PHONY: demo test test-khac lint bench man hinh goi goi-ngoai-tuyen don-goi clean

$(VENV)/bin/python:
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo 'Thiếu gói tạo môi trường Python; hãy chạy: apt install python3-venv' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.app: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(CONSTRAINTS) -e .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(CONSTRAINTS) -e '.[dev]'
	@touch $@ $(VENV)/.app

$(VENV)/.bench: pyproject.toml constraints.txt | $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(CONSTRAINTS) -e '.[bench]'
	! command -v npm >/dev/null || npm install --silent --no-progress --no-package-lock --prefix benchmarks
	@touch $@

# A real plan, from YAML to a Word file.
demo: $(VENV)/.app
	@mkdir -p demo
	$(BIN)/kehoach check plans/tien-giang-2014.yaml
	$(BIN)/kehoach render plans/tien-giang-2014.yaml --docx -o demo/tien-giang-2014.docx
	@echo "Tệp Word: $(CURDIR)/demo/tien-giang-2014.docx"

test: $(VENV)/.dev
	$(BIN)/python -m pytest --cov -q

# The same tests under another Python: make test-khac PYTHON=python3.14 VENV=.venv-3.14
test-khac: $(VENV)/.dev
	$(BIN)/python -m pytest -q -p no:cacheprovider --ignore tests/pages

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.bench
	$(BIN)/python benchmarks/run.py

# The man page, from the commands.
man: $(VENV)/.app
	$(BIN)/python -m tools.man_page

# The pictures of the user guide, from pages that its commands make; needs soffice and pdftoppm.
hinh: $(VENV)/.dev
	$(BIN)/python -m tools.pictures

# The wheel and the sdist of the last commit: the same commit gives the same bytes.
goi: $(VENV)/.dev
	rm -rf dist/goi
	$(BIN)/python -m tools.build dist/goi

# A folder of wheels for a machine without a network; NEN_TANG for another system than this one,
# as --platform win_amd64 --python-version 3.12. colorama is what the libraries want on Windows.
goi-ngoai-tuyen: goi
	rm -rf dist/ngoai-tuyen
	$(BIN)/python -m pip download --quiet --only-binary=:all: $(CONSTRAINTS) $(NEN_TANG) \
	  --dest dist/ngoai-tuyen dist/goi/*.whl colorama
	@echo "Thư mục gói: $(CURDIR)/dist/ngoai-tuyen"

# kehoach with its Python in one folder, for a PC without Python; made on the system it is for.
don-goi: $(VENV)/.app
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(CONSTRAINTS) pyinstaller
	rm -rf dist/mot-thu-muc
	$(BIN)/python -m tools.one_folder dist/mot-thu-muc

clean:
	rm -rf $(VENV) demo dist build .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
