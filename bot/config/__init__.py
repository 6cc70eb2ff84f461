"""Settings from the environment and the ``.env`` file."""
