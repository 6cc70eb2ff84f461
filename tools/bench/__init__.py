"""How fast the bot is, and what it costs: ``python -m tools.bench``."""
