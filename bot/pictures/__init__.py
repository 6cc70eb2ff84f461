"""Pictures: their cache and how they are drawn."""
