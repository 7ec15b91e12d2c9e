"""The language of the house: what travels between the rooms. Imports nothing of ours."""
