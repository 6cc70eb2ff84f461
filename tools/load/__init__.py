"""A load test of matches."""
