"""A fan who types and presses."""
