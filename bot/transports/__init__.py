"""The two ways in: Discord's gateway and the HTTP endpoint."""
