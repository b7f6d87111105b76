# make run      set up everything, do the main job once on invented cases, then serve (PORT=8207: there, SERVE=0: stop after the job)
# make test     set up whatever the tests need, check, run all tests (ARGS="-k letter" chooses)
# make check    format, lint, types, contracts, translations
# make bench    measure (QUICK=1: a short look, CASES=50000: growth from ten thousand cases)
# make env      set up and stop there
# make lock     write the lock files anew (UPGRADE=1: newer versions)
# make clean    remove what was made (DATABASE=1: the databases and keys too)

# The system's own Python before one built by hand, which is often a third slower; one without `venv` last.
PYTHON ?= $(shell for also in ensurepip sys; do \
	for name in /usr/bin/python3 python3 python3.13 python3.12 python3.11; do \
		"$$name" -c "import sys, $$also; sys.exit(sys.version_info < (3, 11))" 2>/dev/null \
			&& echo "$$name" && exit; done; done)

.PHONY: run test check bench env lock clean
run test check bench env lock clean:
	@test -n "$(PYTHON)" || { echo "Lles needs Python 3.11 or newer." >&2; exit 1; }
	@$(PYTHON) -m tools.setup $@
