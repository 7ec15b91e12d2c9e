"""The browser engine, in a room of its own."""
