"""How fast the bot is beside a minimal discord.py bot: ``python -m tests.bench``."""
