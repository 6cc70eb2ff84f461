"""The tables that the files of a show may hold."""

from __future__ import annotations

from data import records as r

TABLES: dict[str, tuple[str, type[r.Record]]] = {
    "publisher": ("publishers", r.Publisher),
    "source": ("sources", r.Source),
    "group": ("groups", r.Group),
    "member": ("members", r.Member),
    "relation": ("relations", r.Relation),
    "credit": ("credits", r.Credit),
    "company": ("companies", r.Company),
    "singer": ("singers", r.Singer),
    "track": ("tracks", r.Track),
    "disc": ("discs", r.Disc),
    "edition": ("editions", r.Edition),
    "chart": ("charts", r.Chart),
    "episode": ("episodes", r.Episode),
    "beat": ("beats", r.Beat),
    "special": ("specials", r.Special),
    "rating": ("ratings", r.Rating),
    "ranking": ("rankings", r.Ranking),
    "week": ("weeks", r.Week),
    "total": ("totals", r.Total),
    "report": ("reports", r.Report),
    "statement": ("statements", r.Statement),
    "reason": ("reasons", r.Reason),
    "title": ("titles", r.Title),
    "place": ("places", r.Place),
    "award": ("awards", r.Award),
    "fact": ("facts", r.ShowFact),
    "dispute": ("disputes", r.Dispute),
    "false_claim": ("false_claims", r.FalseClaim),
    "unknown": ("unknowns", r.Unknown),
    "vocabulary": ("vocabulary", r.Vocabulary),
}
"""Table in the files -> the field of :class:`Show` that holds its records, and their type."""

SINGLE: dict[str, type[r.Record]] = {"about": r.About, "verdict": r.Verdict}
"""Tables that a show has once."""

SECTIONS = frozenset({"album", "awards", "cast", "ending", "episodes", "netflix", "ratings", "season2", "show"})
"""Whole cards, which ``about`` may name instead of a record."""

SPOILERS = frozenset(
    {"member", "relation", "beat", "statement", "reason", "place", "fact", "dispute", "false_claim", "unknown"}
)
"""Tables whose records may be safe only after an episode, because cards hide them until then. Facts and scenes inside
any record may be, too. Cards always hide the synopsis of an episode."""

REFERENCES: dict[str, dict[str, tuple[str, ...]]] = {
    "source": {"publisher": ("publisher",)},
    "member": {"group": ("group",)},
    "relation": {"of": ("member",), "to": ("member",)},
    "singer": {"member": ("member",)},
    "track": {"singer": ("singer",)},
    "disc": {"listing": ("track",)},
    "chart": {"track": ("track",)},
    "vocabulary": {"who": ("member",)},
    "beat": {"who": ("member",), "about": tuple(TABLES)},
    "award": {"to": ("member", "track", "singer", "credit")},
    "fact": {"about": tuple(TABLES)},
    "dispute": {"about": tuple(TABLES)},
    "false_claim": {"about": tuple(TABLES)},
    "unknown": {"about": tuple(TABLES)},
}
"""Fields that hold keys of other records, and the tables these come from. Sources are known by their field names."""
