"""Everything that depends on private parts of discord.py; each module checks them when it is imported."""
