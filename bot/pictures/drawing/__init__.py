"""Pictures, drawn in a process of their own: ``python -m bot.pictures.drawing``.

Only this package imports the drawing libraries, and only :mod:`bot.pictures.specs` may be imported by the bot.
"""
