"""Draws the pictures, in a process of its own: ``python -m bot.pictures.drawing``.

Only this package imports the drawing libraries. The bot imports :mod:`bot.pictures.specs` instead.
"""
