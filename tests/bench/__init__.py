"""What Clipper costs, measured beside a yardstick: `make bench ARGS="NAME ..."`.

A bench is a module in this folder with a function `figures() -> list[Figure]`; its name is the module's.
"""
