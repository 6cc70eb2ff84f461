"""Prometheus metrics of one process. Imported only if METRICS_PORT is set."""

from __future__ import annotations

import datetime as dt
import logging
import math
from typing import TYPE_CHECKING, NamedTuple

from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily
from prometheus_client.gc_collector import GCCollector
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from prometheus_client.metrics_core import Metric

DURATION_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3)
"""Seconds; Discord drops an interaction that is not answered within three."""


STORAGE_BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.5)
"""Seconds; a statement is given up after the last one."""


class FactsInfo(NamedTuple):
    """Which facts the bot answers from."""

    show: str
    """The key of the show."""
    version: dt.date
    newest_source: dt.date | None
    """When the newest source was published, if any source has a date."""


class CacheInfo(NamedTuple):
    """Statistics of a cache, in the order of ``functools.lru_cache``'s ``cache_info()``."""

    hits: int
    misses: int
    max_size: int | None
    size: int


class Metrics:
    """Counters of one process, and gauges that are computed at scrape time.

    ``heartbeats`` returns the latency of each shard's last heartbeat in seconds, or None for one that is disconnected.
    ``people`` returns how many people have agreed to be stored.
    """

    def __init__(
        self,
        *,
        facts: Callable[[], FactsInfo],
        card_cache: Callable[[], CacheInfo],
        heartbeats: Callable[[], Mapping[int, float | None]] | None = None,
        people: Callable[[], int] | None = None,
    ) -> None:
        disable_created_metrics()  # they would double the number of series
        self._registry = CollectorRegistry()
        for collector in (PlatformCollector, GCCollector, ProcessCollector):
            collector(registry=self._registry)
        self._registry.register(_ScrapeCollector(facts, card_cache, heartbeats, people))
        self._interactions = Counter(
            "bot_interactions", "Interactions by outcome", ("command", "locale", "outcome"), registry=self._registry
        )
        self._durations = Histogram(
            "bot_interaction_duration_seconds",
            "Time from the creation of an interaction at Discord to its answer",
            ("command",),
            buckets=DURATION_BUCKETS,
            registry=self._registry,
        )
        self._requests = Counter(
            "bot_http_requests", "Requests to the interactions endpoint", ("status",), registry=self._registry
        )
        self._quiz_answers = Counter(
            "bot_quiz_answers", "Answers to quiz questions", ("kind", "result"), registry=self._registry
        )
        self._matches = Counter("bot_matches", "Matches by what happened to them", ("event",), registry=self._registry)
        self._deletions = Counter("bot_deletions", "People who deleted what was stored", registry=self._registry)
        self._storage = Histogram(
            "bot_storage_duration_seconds",
            "Time of a statement or transaction of the database",
            buckets=STORAGE_BUCKETS,
            registry=self._registry,
        )
        errors = Counter("bot_errors", "Log records of level ERROR", ("logger",), registry=self._registry)
        self.log_handler: logging.Handler = _ErrorCounter(errors)
        """Counts the errors of the loggers that it is added to."""

    def observe_interaction(self, command: str, locale: str, outcome: str, seconds: float) -> None:
        """Count an interaction and its duration in seconds."""
        self._interactions.labels(command, locale, outcome).inc()
        self._durations.labels(command).observe(max(seconds, 0))

    def count_request(self, status: int) -> None:
        """Count a request to the interactions endpoint by its HTTP status."""
        self._requests.labels(str(status)).inc()

    def count_quiz_answer(self, kind: str, *, is_right: bool) -> None:
        """Count an answer to a quiz question by the kind of the question."""
        self._quiz_answers.labels(kind, "right" if is_right else "wrong").inc()

    def count_match(self, event: str) -> None:
        """Count a match that was ``started``, ``ended``, ``stopped`` or ``cut short``."""
        self._matches.labels(event).inc()

    def count_deletion(self) -> None:
        """Count somebody who deleted everything about them."""
        self._deletions.inc()

    def observe_storage(self, seconds: float) -> None:
        """Count a statement or transaction of the database, and its duration."""
        self._storage.observe(seconds)

    def text(self) -> bytes:
        """Return all metrics in Prometheus's text format."""
        return generate_latest(self._registry)


class _ErrorCounter(logging.Handler):
    """Counts log records of level ERROR and above by logger."""

    def __init__(self, errors: Counter) -> None:
        super().__init__(logging.ERROR)
        self._errors = errors

    def emit(self, record: logging.LogRecord) -> None:
        """Count a record."""
        self._errors.labels(record.name).inc()


class _ScrapeCollector:
    """Gauges computed at scrape time."""

    def __init__(
        self,
        facts: Callable[[], FactsInfo],
        card_cache: Callable[[], CacheInfo],
        heartbeats: Callable[[], Mapping[int, float | None]] | None,
        people: Callable[[], int] | None,
    ) -> None:
        self._people = people
        self._facts = facts
        self._card_cache = card_cache
        self._heartbeats = heartbeats

    def collect(self) -> Iterator[Metric]:
        """Compute them; called by the registry."""
        yield from _facts_metrics(self._facts())
        yield from _cache_metrics(self._card_cache())
        if self._heartbeats:
            yield from _shard_metrics(self._heartbeats())
        if self._people:
            yield GaugeMetricFamily("bot_people", "People who have agreed to be stored", self._people())


def _facts_metrics(facts: FactsInfo) -> Iterator[Metric]:
    yield InfoMetricFamily(
        "bot_facts", "Show and version of the facts", {"show": facts.show, "version": facts.version.isoformat()}
    )
    if facts.newest_source:
        published = dt.datetime.combine(facts.newest_source, dt.time(), dt.UTC)
        age = (dt.datetime.now(dt.UTC) - published).total_seconds()
        yield GaugeMetricFamily("bot_newest_source_age_seconds", "Time since the newest source was published", age)


def _cache_metrics(cache: CacheInfo) -> Iterator[Metric]:
    yield CounterMetricFamily("bot_card_cache_hits", "Cards found in the cache", cache.hits)
    yield CounterMetricFamily("bot_card_cache_misses", "Cards that had to be built", cache.misses)
    yield GaugeMetricFamily("bot_card_cache_size", "Cards in the cache", cache.size)


def _shard_metrics(heartbeats: Mapping[int, float | None]) -> Iterator[Metric]:
    connected = GaugeMetricFamily("bot_shard_connected", "1 if the shard is connected", labels=["shard"])
    latency = GaugeMetricFamily("bot_shard_latency_seconds", "Latency of the last heartbeat", labels=["shard"])
    for shard, seconds in heartbeats.items():
        connected.add_metric([str(shard)], seconds is not None)
        if seconds is not None and math.isfinite(seconds):
            latency.add_metric([str(shard)], seconds)
    yield connected
    yield latency
