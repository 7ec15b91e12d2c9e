"""The command line: the same operations in words."""
