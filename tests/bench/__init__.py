"""What Clipper costs, measured beside a yardstick: `make bench ARGS="NAME ..."`.

A bench is a module in this folder with a function `figures(asked) -> list[Figure]`; its name is the module's.
Where it takes options it has a function `add_options(parser)` too, and `asked` is what argparse made of them.
"""
