"""What no honest client sends: ``python -m tests.fuzz``."""
