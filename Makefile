# Two commands: `make briefing` makes Output from seeds, `make test` runs the tests.
# Both install the Debian packages that are missing.

SHELL := /bin/bash
.DEFAULT_GOAL := briefing
.PHONY: briefing test bench lint format packages test-packages swift clean

# What the program is built with and draws with.
PACKAGES := libcairo2-dev libpango1.0-dev libxml2-dev libglib2.0-dev libzip-dev libdeflate-dev \
  fonts-inter fonts-noto-core pkg-config
# What the tests look at the results with.
TEST_PACKAGES := poppler-utils libqpdf-dev librsvg2-bin

# Options for every `swift build` and `swift test`.
SWIFT_OPTIONS ?=
# Parts of the measurements: make bench ONLY="cold stems"
ONLY ?=
# Options for the program: make briefing OPTIONS="--form card"
OPTIONS ?=

briefing: packages swift
	@swift build $(SWIFT_OPTIONS) -c release --product briefing
	@.build/release/briefing build $(OPTIONS)

test: packages test-packages swift
	@swift test $(SWIFT_OPTIONS)

bench: packages swift
	@swift build $(SWIFT_OPTIONS) -c release --product briefing
	@swift build $(SWIFT_OPTIONS) -c release --product DrawingBenchmark
	@python3 Benchmarks/bench.py $(ONLY)

lint: swift
	@swift format lint --strict -r Sources Tests Package.swift

format: swift
	@swift format -i -r Sources Tests Package.swift

clean:
	@rm -rf .build

# Installs what dpkg does not list as installed; nothing is asked and nothing is fetched otherwise.
define install
	@missing=; \
	for package in $(1); do \
	  dpkg -s $$package 2>/dev/null | grep -q '^Status: install ok installed$$' \
	    || missing="$$missing $$package"; \
	done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then run=; \
	elif command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then run=sudo; \
	else \
	  echo "These Debian packages are missing and can't be installed from here. Run as root:" >&2; \
	  echo "  apt-get update && apt-get install --yes --no-install-recommends$$missing" >&2; \
	  exit 1; \
	fi; \
	echo "Installing$$missing"; \
	export DEBIAN_FRONTEND=noninteractive; \
	$$run apt-get update -qq </dev/null \
	  && $$run env DEBIAN_FRONTEND=noninteractive apt-get install --yes -qq --no-install-recommends \
	    $$missing </dev/null >/dev/null
endef

packages:
	$(call install,$(PACKAGES))

test-packages:
	$(call install,$(TEST_PACKAGES))

swift:
	@command -v swift >/dev/null 2>&1 || { \
	  echo "swift is not on the PATH: install Swift 6.3 from https://www.swift.org/install" >&2; \
	  exit 1; }
