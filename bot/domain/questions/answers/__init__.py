"""Answers to queries: each attribute of the schema has a function that looks it up and returns its sentences."""
