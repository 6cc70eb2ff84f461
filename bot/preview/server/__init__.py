"""The local Discord: its state, REST API, gateway and validation rules."""
