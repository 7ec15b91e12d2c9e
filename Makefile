# Everything goes through here: `make run` and `make test` need no preparation. See README.md.

.PHONY: help run test check bench pins
PYTHON ?= python3

# ARGS reaches the command as the caller wrote it: neither make nor a shell may expand it on the way.
unexport ARGS
export CLIPPER_ARGS := $(value ARGS)

# make answers 2 for whatever a recipe failed with. Only SIGQUIT makes it answer 1, and only while its child
# still lives, hence the sleep. So 0, 1 and 2 come through; others are named in make's last line on stderr.
set_up = @$(PYTHON) packaging/setup/set_up.py $(1); code=$$?; \
	if [ $$code -eq 1 ]; then kill -QUIT $$PPID; sleep 0.1; fi; exit $$code

help:
	@echo 'make run                 set up what is missing and open the window'
	@echo 'make run ARGS="..."      any command line, for example ARGS="clip https://example.org/"'
	@echo 'make test [ARGS="..."]   set up, check, run all tests (or those that ARGS names, as pytest takes them)'
	@echo 'make check               style, types and the directions of imports'
	@echo 'make bench ARGS="NAME"   measure; without a name: tell which there are'
	@echo 'make pins                choose the pinned versions anew (needs uv)'

run test check bench:
	$(call set_up,$@)

pins:
	@$(PYTHON) packaging/setup/pins.py
