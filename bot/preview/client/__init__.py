"""A person who uses the local Discord."""
