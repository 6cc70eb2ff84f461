"""The facts of a show: ``load(folder)`` reads them into a :class:`~data.records.Show`."""

from data.loader import BrokenFacts, Problem, load
from data.snapshot import load_cached

__all__ = ["BrokenFacts", "Problem", "load", "load_cached"]
