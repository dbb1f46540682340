# SPDX-License-Identifier: Apache-2.0
"""Computes the published figures from the event log alone: recompute.py EXPORT [WEEKS], one line of JSON for each brand.

EXPORT is what `amends export events` prints. This is a second implementation, written from measures.md and sharing nothing
with the program: whoever doubts a figure can check it with this."""

import json
import math
import statistics
import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

Z = 1.959963984540054
FEWEST = 5
ENDS = {"promise.kept": "kept", "promise.broken": "broken", "promise.moved": "moved", "promise.released": "released"}


def wilson(hits, n):
    p, z2 = hits / n, Z * Z
    middle, half = p + z2 / (2 * n), Z * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return [min(1.0, max(0.0, (middle + sign * half) / (1 + z2 / n))) for sign in (-1, 1)]


class Case:
    """When it lived, and when the customer heard of us, as its events tell."""

    def __init__(self):
        self.births, self.deaths, self.told, self.queued = [], [], {}, {}
        self.before, self.resolved, self.spam = False, 0, False

    def alive(self):
        return len(self.births) > len(self.deaths)

    def live(self, at):
        if self.alive():
            return
        if self.deaths and at <= self.deaths[-1] + 1000:
            self.deaths.pop()  # What ends and begins again in one act has never ended.
        else:
            self.births.append(at)

    def end(self, at):
        self.before = self.alive()
        if self.before:
            self.deaths.append(at)

    def hear(self, event):
        kind, at, message, payload = event["type"], event["at"], event["subject"], event["payload"]
        if kind == "case.opened" and payload["live"] or kind == "case.reopened":
            self.live(at)
        elif kind == "case.resolved":
            self.end(at)
            self.resolved = event["seq"]
        elif kind in ("case.merged", "case.spam_marked"):
            self.end(at)
            self.spam = kind == "case.spam_marked"
        elif kind in ("case.unmerged", "case.spam_unmarked"):
            self.spam = False
            if self.before:
                self.live(at)
        elif kind == "message.queued":
            self.queued[message] = event["seq"]
        elif kind == "message.told":
            self.told[message] = payload["at"]
        elif kind == "message.untold":
            self.told.pop(message, None)
        elif kind == "message.withdrawn" and 0 < self.resolved - self.queued.get(message, self.resolved) <= 3 and not self.alive():
            self.deaths.pop()  # The message that ended the case was taken back: it lives on as if nothing had been.

    def longest_silence(self, since, now):
        """Between two words of ours while it lives; birth, death and this moment count like a word."""
        lengths = []
        for number, birth in enumerate(self.births):
            death = self.deaths[number] if number < len(self.deaths) else now
            words = [birth, *sorted(at for at in self.told.values() if birth < at <= death), death]
            lengths += [after - before for before, after in zip(words, words[1:]) if after >= since and before <= now]
        return max(lengths, default=None)


def read(lines):
    """Answers {brand: (zone, now, promises, cases)}."""
    brands = {}
    for line in map(json.loads, lines):
        if "zone" in line:
            brands[line["brand"]] = (ZoneInfo(line["zone"]), line["at"], {}, {})
            continue
        _, _, promises, cases = brands[line["brand"]]
        if line["type"].startswith("promise."):
            promise = promises.setdefault(line["subject"], {"state": "open"})
            promise |= line["payload"] | {"case": line["case_id"], "state": ENDS.get(line["type"], promise["state"])}
        elif line["case_id"] is not None:
            cases.setdefault(line["case_id"], Case()).hear(line)
    return brands


def mondays(zone, now, count):
    today = datetime.fromtimestamp(now / 1000, zone).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    monday = today - timedelta(days=today.weekday())
    return [round((monday - timedelta(weeks=back)).replace(tzinfo=zone).timestamp() * 1000) for back in range(count - 1, -1, -1)]


def share(promises, counts):
    n = len(promises)
    if n < FEWEST:
        return {"n": n, "value": None, "low": None, "high": None}
    hits = sum(map(bool, map(counts, promises)))
    low, high = wilson(hits, n)
    return {"n": n, "value": hits / n, "low": low, "high": high}


def silence(lengths, which):
    return {"n": len(lengths), "value": which(lengths) if len(lengths) >= FEWEST else None, "low": None, "high": None}


def figures(zone, now, promises, cases, weeks=12):
    starts = mondays(zone, now, weeks)
    spam = {number for number, case in cases.items() if case.spam}
    ended = [each for each in promises.values() if each["state"] != "open" and each["side"] == "us"
             and each["case"] not in spam and starts[0] <= each["ended_at"] <= now]
    settled = [each for each in ended if each["state"] in ("kept", "broken")]
    kept = lambda each: each["state"] == "kept"
    lengths = [length for case in cases.values() if not case.spam and (length := case.longest_silence(starts[0], now)) is not None]
    found = {"kept_rate": share(settled, kept)}
    for kind in ("outcome", "update", "appointment"):
        found[f"kept_rate_{kind}"] = share([each for each in settled if each["kind"] == kind], kept)
    broken = [each for each in ended if each["state"] == "broken"]
    found["told_before_breach"] = share(broken, lambda each: each.get("warned_at") is not None and each["warned_at"] < each["due_at"])
    found["kept_to_first_date"] = share(settled, lambda each: kept(each) and each["ended_at"] <= each["original_due_at"])
    found["moved_or_released"] = share(ended, lambda each: each["state"] in ("moved", "released"))
    found["longest_silence"] = silence(lengths, max)
    found["median_silence"] = silence(lengths, statistics.median)
    by_week = []
    for start, end in zip(starts, [*starts[1:], now + 1]):
        by_week.append({"from": start} | share([each for each in settled if start <= each["ended_at"] < end], kept))
    return {"figures": found, "by_week": by_week}


def near(a, b):
    return a == b if a is None or b is None else abs(a - b) <= 1e-9 * max(1, abs(a))


def differences(published, computed):
    """Where what a desk publishes is not what its log says."""
    for figure in published["items"]:
        mine = computed["figures"][figure["name"]]
        if figure["n"] != mine["n"] or not all(near(figure[part], mine[part]) for part in ("value", "low", "high")):
            yield f"{figure['name']}: the desk says {figure}, the log {mine}"
    for week, mine in zip(published["by_week"], computed["by_week"], strict=True):
        if week["from"] != mine["from"] or week["n"] != mine["n"] or not all(near(week[part], mine[part]) for part in ("value", "low", "high")):
            yield f"the desk says of a week {week}, the log {mine}"


def main():
    weeks = int(sys.argv[2]) if len(sys.argv) > 2 else 12
    with open(sys.argv[1], encoding="utf-8") as lines:
        for brand, (zone, now, promises, cases) in read(lines).items():
            print(json.dumps({"brand": brand} | figures(zone, now, promises, cases, weeks)))


if __name__ == "__main__":
    main()
