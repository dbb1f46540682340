# SPDX-License-Identifier: Apache-2.0
"""Histories of desks that never were, with everything that makes dates hard: drift, a weekly pattern, rare topics, heavy
tails, an incident, and cases that still run. Seeded; each case knows the true quantiles of its own length."""
import bisect
import dataclasses
import datetime
import json
import math
import random
import statistics
import zoneinfo

HOUR = 3600.0
LEARNING = 120  # Days after which promises count.


@dataclasses.dataclass
class Shape:
    """What a desk is like. Hours are hours of its calendar."""
    name: str
    calendar: str = "24x7"
    days: int = 420
    cases_a_day: float = 15
    weekend: float = 0.4          # Cases on a Saturday or Sunday beside those of a working day.
    topics: int = 6
    rare_topics: int = 0          # Each has about one case in 250.
    types: tuple = ("question", "complaint", "request")
    median_hours: float = 20
    spread: float = 0.8           # Sigma of the logarithm.
    topic_spread: float = 0.6     # How far the topics lie from each other.
    drift: float = 1.0            # Lengths at the end beside those at the beginning.
    step: float = 1.0             # From the middle of the counted time on.
    season: float = 0.0           # Strength of a slow wave.
    slow_days: float = 1.0        # What begins on Friday to Sunday takes that much longer.
    tail: float = 0.0             # Share of cases with a Pareto tail instead.
    tail_index: float = 1.2
    incident: float = 1.0         # Lengths in it; it brings twice as many cases.
    incident_days: int = 14
    incident_topic: bool = False  # It meets one topic only, the most common.
    stuck: float = 0.0            # Share that nobody ever ends.


SHAPES = [
    Shape("steady"),
    Shape("drift up", drift=2.5),
    Shape("drift down", drift=0.4),
    Shape("step up", step=2.0),
    Shape("step down", step=0.5),
    Shape("season", season=0.5),
    Shape("weekly", slow_days=2.5, weekend=0.8),
    Shape("rare topics", rare_topics=20, topic_spread=0.9),
    Shape("heavy tails", tail=0.25),
    Shape("incident", incident=4.0),
    Shape("incident in a topic", incident=6.0, incident_topic=True, incident_days=21),
    Shape("long cases", median_hours=200, cases_a_day=20),
    Shape("busy and long", median_hours=150, cases_a_day=60, drift=1.8, incident=3),
    Shape("small desk", cases_a_day=3, days=600),
    Shape("stuck", stuck=0.04),
    Shape("weekdays", calendar="weekday_9_17_helsinki", median_hours=8),
    Shape("weekdays, all at once", calendar="weekday_9_17_helsinki", median_hours=10, drift=1.8, tail=0.15,
          rare_topics=10, incident=4.0, slow_days=1.5, season=0.2),
    Shape("all at once", drift=1.8, tail=0.15, rare_topics=10, incident=4.0, slow_days=1.8, season=0.3),
    Shape("all at once, small", drift=1.8, tail=0.15, rare_topics=5, incident=4.0, slow_days=1.8, cases_a_day=5, days=500),
    Shape("all at once, downwards", drift=0.5, tail=0.15, rare_topics=10, incident=4.0, slow_days=1.8, stuck=0.01),
]


class Line:
    """Open time of a calendar as a straight line, in hours since the beginning."""

    def __init__(self, calendar, start, days):
        self.open, self.passed = [], [0.0]
        zone = zoneinfo.ZoneInfo("Europe/Helsinki")
        for day in range(-1, days * 3):
            date = (start + datetime.timedelta(days=day)).date()
            if calendar == "24x7":
                begins = datetime.datetime.combine(date, datetime.time(), datetime.timezone.utc).timestamp()
                self.add(begins, begins + 24 * HOUR)
            elif date.weekday() < 5:
                self.add(*(datetime.datetime(date.year, date.month, date.day, hour, tzinfo=zone).timestamp() for hour in (9, 17)))

    def add(self, opens, closes):
        self.open.append((opens, closes))
        self.passed.append(self.passed[-1] + (closes - opens) / HOUR)

    def position(self, at):
        within = bisect.bisect_right(self.open, (at, math.inf)) - 1
        opens, closes = self.open[within]
        return self.passed[within] + (min(at, closes) - opens) / HOUR

    def instant(self, position):
        within = bisect.bisect_left(self.passed, position, 1) - 1
        if within >= len(self.open):
            return math.inf
        return self.open[within][0] + (position - self.passed[within]) * HOUR


def pareto_or_lognormal(shape, share, chance):
    """The quantile of a length whose median is 1: a share of lognormal ones, the rest with a Pareto tail."""
    normal = statistics.NormalDist()
    if share == 0:
        return math.exp(shape.spread * normal.inv_cdf(chance))
    low, high = 1e-6, 1e9
    for _ in range(60):
        middle = math.sqrt(low * high)
        tail = 1 - (0.5 / middle) ** shape.tail_index if middle > 0.5 else 0
        below = (1 - share) * normal.cdf(math.log(middle) / shape.spread) + share * tail
        low, high = (middle, high) if below < chance else (low, middle)
    return low


class Desk:
    def __init__(self, shape, seed):
        self.shape, self.random = shape, random.Random(f"{shape.name} {seed}")
        self.start = datetime.datetime(2025, 1, 1, tzinfo=datetime.timezone.utc)
        self.line = Line(shape.calendar, self.start, shape.days)
        names = [f"topic {number}" for number in range(shape.topics)] + [f"rare {number}" for number in range(shape.rare_topics)]
        weights = [1 / (1 + number) for number in range(shape.topics)]
        weights += [sum(weights) / 250] * shape.rare_topics
        self.topics, self.weights = names, weights
        draw = self.random.gauss
        self.slow = {(topic, kind): math.exp(draw(0, shape.topic_spread)) for topic in names for kind in shape.types}
        self.incident_at = self.random.uniform(LEARNING + 20, shape.days - 40)
        self.quantiles = {chance: pareto_or_lognormal(shape, shape.tail, chance) for chance in (0.8, 0.9)}

    def incident(self, day, topic):
        met = topic == self.topics[0] or not self.shape.incident_topic
        return met and self.shape.incident > 1 and self.incident_at <= day < self.incident_at + self.shape.incident_days

    def scale(self, day, topic, kind):
        """The median length of such a case, in hours."""
        shape = self.shape
        grown = shape.drift ** (day / shape.days)
        stepped = shape.step if day > (LEARNING + shape.days) / 2 else 1
        wave = math.exp(shape.season * math.sin(day / 45))
        weekday = (self.start + datetime.timedelta(days=day)).weekday()
        slow = shape.slow_days if weekday >= 4 else 1
        met = shape.incident if self.incident(day, topic) else 1
        return shape.median_hours * self.slow[topic, kind] * grown * stepped * wave * slow * met

    def starts(self):
        for day in range(self.shape.days):
            weekend = (self.start + datetime.timedelta(days=day)).weekday() >= 5
            count = self.shape.cases_a_day * (self.shape.weekend if weekend else 1)
            count *= 2 if self.incident(day, self.topics[0]) else 1
            number = max(0, round(self.random.gauss(count, math.sqrt(count))))
            # Most begin in the daytime.
            yield from sorted(day + min(max(self.random.gauss(0.5, 0.15), 0), 0.999) for _ in range(number))

    def length(self):
        shape, draw = self.shape, self.random
        if draw.random() < shape.tail:
            return 0.5 * draw.random() ** (-1 / shape.tail_index)
        return math.exp(draw.gauss(0, shape.spread))

    def cases(self):
        """Each a line of the history, and the true length that eight and nine in ten of such cases do not exceed."""
        end = self.start.timestamp() + self.shape.days * 24 * HOUR
        for number, day in enumerate(self.starts()):
            topic = self.random.choices(self.topics, self.weights)[0]
            kind = self.random.choices(self.shape.types, range(len(self.shape.types), 0, -1))[0]
            scale = self.scale(day, topic, kind)
            began = self.start.timestamp() + day * 24 * HOUR
            ended = self.line.instant(self.line.position(began) + scale * self.length())
            if self.random.random() < self.shape.stuck or ended > end:
                ended = None
            line = {"id": number + 1, "started_at": iso(began), "ended_at": iso(ended), "topic": topic, "type": kind}
            yield day, line, {chance: scale * times for chance, times in self.quantiles.items()}


def iso(at):
    if at is None:
        return None
    return datetime.datetime.fromtimestamp(at, datetime.timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def write(shape, seed, path):
    """Writes a history and answers the median of the true quantile of its cases that count, in hours."""
    true = []
    first = None
    with open(path, "w", encoding="utf-8") as file:
        for day, line, quantiles in Desk(shape, seed).cases():
            first = day if first is None else first
            file.write(json.dumps(line) + "\n")
            if day >= first + LEARNING:
                true.append(quantiles[0.8])
    return statistics.median(true)
