"""What the user can do. Window and command line are two faces of these functions.

Every function here blocks until it is done and may be called from any thread: reads open a short
connection of their own, writes are carried out on the desk's one writer.
"""
