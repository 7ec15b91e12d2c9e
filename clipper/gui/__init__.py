"""The window: Qt, `operations` and `article`; no SQL, no HTTP."""
