"""The commands, by subject; each module is loaded only when one of its commands is called."""
