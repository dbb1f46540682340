# SPDX-License-Identifier: Apache-2.0
"""The figures by name: unit, limit on a machine of factor 1, and which way is better."""
import collections
import json

Kind = collections.namedtuple("Kind", "unit limit better", defaults=(None, "low"))

KINDS = {
    "sample": Kind("s"),
    "start, first": Kind("ms"),
    "start": Kind("ms", 200),
    "list, CPU": Kind("ms", .5),
    "list, CPU of the database": Kind("ms"),
    "list, 99th of 100": Kind("ms", 10),
    "case, CPU": Kind("ms", .5),
    "case, CPU of the database": Kind("ms"),
    "case, 99th of 100": Kind("ms", 10),
    "search, CPU": Kind("ms", 5),
    "search, CPU of the database": Kind("ms"),
    "search, 99th of 100": Kind("ms"),
    **{f"board, {name}, {what}": Kind("ms", limit) for name in ("promises", "silence", "queue", "workload", "headline figures")
       for what, limit in (("CPU", None), ("CPU of the database", None), ("99th of 100", 20))},
    "minute with nothing to do, CPU of all": Kind("ms", 50),
    "a day of downtime, timers due": Kind("", better="high"),
    "a day of downtime, start": Kind("ms"),
    "a day of downtime, until all have fired": Kind("s", 60),
    "a day of downtime, CPU a timer": Kind("ms"),
    "mail, CPU": Kind("ms", 1),
    "mail, CPU of the database": Kind("ms"),
    "mail, done a second": Kind("/s", better="high"),
    "intake, mails kept a second": Kind("/s", better="high"),
    "intake by one session, mails kept a second": Kind("/s", better="high"),
    "reply, CPU until taken": Kind("ms", 5),
    "reply, CPU until sent": Kind("ms", 5),
    "reply, wait": Kind("ms"),
    "memory": Kind("MiB", 150),
    "memory of the database": Kind("MiB"),
    "memory of all": Kind("MiB"),
    "backup": Kind("s"),
    "backup, size": Kind("MiB"),
    "idle lines, memory": Kind("MiB", 150),
    "idle lines, memory of one": Kind("KiB"),
    "idle lines, opened a second": Kind("/s", better="high"),
    "idle lines, CPU a second": Kind("ms"),
    "live, event to another agent": Kind("ms"),
    "live, event to another agent, 99th of 100": Kind("ms", 250),
    "live, events a second": Kind("/s", better="high"),
    "live, CPU a second": Kind("ms"),
    "web, scripts of the first load": Kind("kB", 110),
    "web, first load until ready": Kind("ms"),
    "web, key to paint": Kind("ms"),
    "web, key to paint, 95th of 100": Kind("ms", 100),
    "web, scroll, screens without a case": Kind("screens", 0),
    "web, scroll, late pictures": Kind("%"),
    "web, scroll, picture, 95th of 100": Kind("ms"),
    "web, case of 500 messages": Kind("ms", 150),
    "raw, mails kept a second": Kind("/s", better="high"),
    "raw, rows of whole mails a second": Kind("/s", better="high"),
    "raw, CPU of a request": Kind("ms"),
    "raw, 99th of 100": Kind("ms"),
    "machine": Kind("factor"),
}
# Times grow on a slower machine, memory does not.
GROWS = ("ms", "s")
# Beside a peer: by one client, CPU of all processes of a desk; and how long the client waits.
BESIDE_PEER = {
    "list of 50": "list, one client, CPU of all",
    "list of 50, wait": "list, one client, wait",
    "case of 20 messages": "case, one client, CPU of all",
    "case of 20 messages, wait": "case, one client, wait",
    "search for a 1 % word": "search, one client, CPU of all",
    "search for a 1 % word, wait": "search, one client, wait",
    "mail of a new customer": "mail, CPU of all",
    "mail to a case": "mail, reply, CPU of all",
    "agent's reply, sent": "reply, one client, CPU of all",
    "agent's reply, wait": "reply, wait",
    "memory of all": "memory of all",
}
# Beside an engine that does nothing else: figure of the desk, figure of the engine, least share where one is asked for.
BESIDE_RAW = (
    ("intake, mails kept a second", "raw, mails kept a second", .6),
    ("intake by one session, mails kept a second", "raw, mails kept a second", None),
    ("mail, done a second", "raw, rows of whole mails a second", None),
    ("list, CPU", "raw, CPU of a request", None),
    ("case, CPU", "raw, CPU of a request", None),
)
# May grow so many times from the smallest desk to the largest.
MOST_GROWTH = {"list, CPU": 1.5, "case, CPU": 1.5}


class Figures:
    """Every value that was measured, by desk, number of cases and name."""

    def __init__(self, about):
        self.about, self.values, self.loads = about, collections.defaultdict(list), []

    def add(self, desk, cases, name, value):
        self.values[desk, cases, name].append(round(value, 4))
        print(f"  {desk:9} {cases:>8}  {name:45} {value:10.2f} {KINDS.get(name, Kind('ms')).unit}", flush=True)

    def note(self, subject, values):
        for name, value in values:
            self.add(subject.name, subject.cases, name, value)

    def told(self):
        loads = sorted(self.loads) or [0]
        self.about["load"] = f"{loads[0]:.1f} to {loads[-1]:.1f}"
        rows = [{"desk": desk, "cases": cases, "figure": name, "values": values} for (desk, cases, name), values in self.values.items()]
        return {"about": self.about, "figures": rows}

    def save(self, path):
        with open(path, "w") as file:
            json.dump(self.told(), file, indent=1)
            file.write("\n")
