"""Other programs' formats, in and out: one file a format, one list of them."""
