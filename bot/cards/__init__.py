"""Facts and a reader in, cards out; nothing here does I/O but ``reply``."""
