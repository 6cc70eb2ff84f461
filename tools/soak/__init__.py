"""Many interactions with faults among them: ``python -m tools.soak``."""
