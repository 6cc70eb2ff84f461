"""What the bot stores if the operator sets DATABASE: consent, points, and matches for as long as they run."""
