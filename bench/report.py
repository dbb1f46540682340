#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Markdown tables of what bench/run measured: report.py FILE.json. Medians (least–most); what misses its limit is bold."""
import json
import statistics
import sys

from figures import BESIDE_PEER, BESIDE_RAW, GROWS, KINDS, MOST_GROWTH, Kind

TITLES = {"sqlite": "SQLite", "postgres": "PostgreSQL", "rt5": "Request Tracker 5"}


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def bold(text, missed):
    return f"**{text}**, missed" if missed else text


class Told:
    def __init__(self, told):
        self.about = told["about"]
        self.values = {(row["desk"], row["cases"], row["figure"]): row["values"] for row in told["figures"]}
        self.factor = max(1, statistics.median(self.values["machine", 0, "machine"]))
        self.sizes = sorted({cases for _, cases, _ in self.values if cases})
        self.desks = [desk for desk in ("sqlite", "postgres") if any(desk == found for found, _, _ in self.values)]

    def median(self, desk, cases, figure):
        values = self.values.get((desk, cases, figure))
        return statistics.median(values) if values else None

    def limit(self, figure):
        kind = KINDS.get(figure, Kind("ms"))
        return None if kind.limit is None else kind.limit * (self.factor if kind.unit in GROWS else 1)

    def cell(self, desk, cases, figure):
        values = self.values.get((desk, cases, figure))
        if not values:
            return "–"
        kind, middle, limit = KINDS.get(figure, Kind("ms")), statistics.median(values), self.limit(figure)
        spread = f" ({number(min(values))}–{number(max(values))})" if len(values) > 1 else ""
        return bold(f"{number(middle)} {kind.unit}{spread}", limit is not None and middle > limit)


def table(heads, rows):
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n" if rows else ""


def head_of(told):
    about = told.about
    postgres = f", PostgreSQL {about['postgres']}" if "postgres" in about else ""
    return (f"{about['date']}: {about['system']}, {about['cores']} cores of {about['processor']}, {about['memory_mib']} MiB; "
            f"{about['amends']}{postgres}. Medians of up to {about['runs']} runs (least–most), {about['messages_a_case']} messages a case. "
            f"A fixed piece of work took {told.factor:.2f} times as long as on the machine of the limits, so limits of time are so many "
            f"times as high. Load was {about['load']}.\n")


def size_of(told, cases):
    rows = []
    for figure, kind in KINDS.items():
        cells = [told.cell(desk, cases, figure) for desk in told.desks]
        if set(cells) != {"–"}:
            limit = told.limit(figure)
            rows.append([figure, f"{number(limit)} {kind.unit}" if limit is not None else "–", *cells])
    return f"### {cases:,} cases\n\n" + table(["What", "Limit", *(TITLES[desk] for desk in told.desks)], rows)


def share(told, desk, cases, figure, engine, least):
    """How much of the engine's speed the desk has, or how many times its work it does."""
    own, bare = told.median(desk, cases, figure), told.median("sqlite", cases, engine)
    if own is None or not bare:
        return "–"
    if KINDS[figure].better == "low":
        return f"{own / bare:.1f} ×"
    return bold(f"{own / bare:.0%}", least and own / bare < least)


def beside_raw(told, cases):
    rows = []
    for figure, engine, least in BESIDE_RAW:
        if told.median("sqlite", cases, engine) is not None:
            shares = [share(told, desk, cases, figure, engine, least) for desk in told.desks]
            rows.append([figure, told.cell("sqlite", cases, engine), f"{least:.0%}" if least else "–", *shares])
    return table(["Beside the engine alone", "The engine", "Least", *(TITLES[desk] for desk in told.desks)], rows)


def beside_peer(told, cases):
    peers = [desk for desk, size, _ in told.values if size == cases and desk not in (*told.desks, "machine")]
    if not peers:
        return ""
    peer, rows = peers[0], []
    for what, figure in BESIDE_PEER.items():
        cells = [told.cell(desk, cases, figure) for desk in (*told.desks, peer)]
        rows.append([what, *cells, *(ratio(told.median(peer, cases, figure), told.median(desk, cases, figure)) for desk in told.desks)])
    heads = ["Beside a peer, CPU", *(TITLES[desk] for desk in (*told.desks, peer)), *(f"{TITLES[peer]} / {TITLES[desk]}" for desk in told.desks)]
    return table(heads, rows)


def ratio(one, other):
    return f"{one / other:.1f} ×" if one is not None and other else "–"


def growth(told):
    if len(told.sizes) < 2:
        return ""
    first, last, rows = told.sizes[0], told.sizes[-1], []
    for figure, most in MOST_GROWTH.items():
        cells = []
        for desk in told.desks:
            one, other = told.median(desk, first, figure), told.median(desk, last, figure)
            cells.append(bold(f"{other / one:.2f} ×", other / one > most) if one and other else "–")
        rows.append([figure, f"{most} ×", *cells])
    return f"### From {first:,} to {last:,} cases\n\n" + table(["What", "Limit", *(TITLES[desk] for desk in told.desks)], rows)


def tables(told):
    told = Told(told)
    parts = [head_of(told)]
    for cases in told.sizes:
        parts += [size_of(told, cases), beside_raw(told, cases), beside_peer(told, cases)]
    return "\n".join(part for part in [*parts, growth(told)] if part)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1]) as file:
        print(tables(json.load(file)))
