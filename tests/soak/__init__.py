"""Many interactions with faults among them: ``python -m tests.soak``."""
