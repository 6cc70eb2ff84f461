"""Interactions: what was asked, which response answers it, and how that is sent."""
