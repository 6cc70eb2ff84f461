"""Every touch of discord.py's private parts."""
