"""What no honest client sends: ``python -m tools.fuzz``."""
