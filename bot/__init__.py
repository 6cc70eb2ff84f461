"""A Discord bot that answers questions about one show from sourced facts."""
