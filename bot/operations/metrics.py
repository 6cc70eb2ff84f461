"""What the operator's monitoring reads, in Prometheus's form. Imported only where a port is set for it."""

from __future__ import annotations

import datetime as dt
import logging
import math
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.gc_collector import GCCollector
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from prometheus_client.metrics_core import Metric

    from data.records import Show

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3)
"""Seconds; at three Discord gives up."""

Shards = dict[int, float | None]
"""How long each shard's last heartbeat took, in seconds; None for one that is not connected."""


Kept = tuple[int, int, int | None, int]
"""What a cache tells of itself: hits, misses, the most that it keeps, what it keeps."""


class Metrics:
    """Counts for one process. What it is given is asked at each look, so that it is never out of date."""

    def __init__(
        self, show: Callable[[], Show], cards: Callable[[], Kept], shards: Callable[[], Shards] | None = None
    ) -> None:
        disable_created_metrics()  # a second series for each count, of which nobody asks when it began
        self._registry = CollectorRegistry()
        for collector in (PlatformCollector, GCCollector, ProcessCollector):
            collector(registry=self._registry)
        self._registry.register(_Looked(show, cards, shards))
        labels = ("command", "locale", "outcome")
        self._interactions = Counter("bot_interactions", "Interactions by outcome", labels, registry=self._registry)
        self._seconds = Histogram(
            "bot_answer_seconds",
            "From the interaction's creation at Discord to our answer",
            ("command",),
            buckets=BUCKETS,
            registry=self._registry,
        )
        self._requests = Counter(
            "bot_endpoint_requests", "Requests to the interactions endpoint", ("status",), registry=self._registry
        )
        self.errors = Counter(
            "bot_errors", "Lines of the log that somebody must look at", ("logger",), registry=self._registry
        )

    def answered(self, command: str, locale: str, outcome: str, seconds: float) -> None:
        """Count an interaction."""
        self._interactions.labels(command, locale, outcome).inc()
        self._seconds.labels(command).observe(max(seconds, 0))

    def requested(self, status: int) -> None:
        """Count a request to the endpoint."""
        self._requests.labels(str(status)).inc()

    def watch_log(self) -> None:
        """Count what this process logs as errors."""
        logging.getLogger().addHandler(_Errors(self.errors))

    def text(self) -> bytes:
        """Everything, as Prometheus reads it."""
        return generate_latest(self._registry)


class _Looked:
    """What is looked up when somebody asks, and counted by nobody."""

    def __init__(
        self, show: Callable[[], Show], cards: Callable[[], Kept], shards: Callable[[], Shards] | None
    ) -> None:
        self._show = show
        self._cards = cards
        self._shards = shards

    def collect(self) -> Iterator[Metric]:
        """Look."""
        yield from _of_facts(self._show())
        yield from _of_cards(self._cards())
        if self._shards:
            yield from _of_shards(self._shards())


class _Errors(logging.Handler):
    """Counts what is logged as an error."""

    def __init__(self, errors: Counter) -> None:
        super().__init__(logging.ERROR)
        self._errors = errors

    def emit(self, record: logging.LogRecord) -> None:
        """Count a line."""
        self._errors.labels(record.name).inc()


def _of_facts(show: Show) -> Iterator[Metric]:
    version = GaugeMetricFamily("bot_facts_version", "When the facts were last looked over", labels=["show", "version"])
    version.add_metric([show.about.key, show.about.version.isoformat()], 1)
    yield version
    published = [source.published for source in show.sources.values() if source.published]
    if published:
        newest = dt.datetime.combine(max(published), dt.time(), dt.UTC)
        age = (dt.datetime.now(dt.UTC) - newest).total_seconds()
        yield GaugeMetricFamily("bot_newest_fact_age_seconds", "Since the newest source was published", age)


def _of_cards(kept: Kept) -> Iterator[Metric]:
    hits, misses, _most, now = kept
    yield GaugeMetricFamily("bot_cards_kept", "Finished cards at hand", now)
    cards = CounterMetricFamily("bot_cards", "Cards by whether they were at hand", labels=["at_hand"])
    cards.add_metric(["yes"], hits)
    cards.add_metric(["no"], misses)
    yield cards


def _of_shards(shards: Mapping[int, float | None]) -> Iterator[Metric]:
    connected = GaugeMetricFamily("bot_shard_connected", "1 for a shard that hears Discord", labels=["shard"])
    latency = GaugeMetricFamily("bot_shard_heartbeat_seconds", "How long the last heartbeat took", labels=["shard"])
    for shard, seconds in shards.items():
        connected.add_metric([str(shard)], seconds is not None)
        if seconds is not None and math.isfinite(seconds):
            latency.add_metric([str(shard)], seconds)
    yield connected
    yield latency
