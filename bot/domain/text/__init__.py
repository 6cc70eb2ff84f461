"""Rules for text: tokens, Hangul, keyboard layouts."""
