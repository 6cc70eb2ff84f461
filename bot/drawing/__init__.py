"""Pictures, drawn in a process of their own: ``python -m bot.drawing``.

Only this package imports the drawing libraries, and only :mod:`bot.drawing.jobs` may be imported by the bot.
"""
