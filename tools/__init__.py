"""Programs for those who work on the bot: measurements, soak and fuzz runs, pictures."""
