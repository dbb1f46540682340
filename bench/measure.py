# SPDX-License-Identifier: Apache-2.0
"""What is measured of a desk, one function a figure. Each yields (name, value); names and limits stand in figures.py."""
import random
import shutil
import statistics
import time

import bare
import load
import mail
from desk import Wrong

WORD = "zylofant"  # In one case of a hundred, and in no other text.
LIST = "/api/v1/cases?view=all&limit=50"
SEARCH = f"/api/v1/search?q={WORD}&limit=50"
SESSIONS = 16  # As many mail servers write at once.
ANSWER = {"text": "We have found it, and it comes tomorrow.\n", "reason": "It is on its way.", "confirmed_stale": True}


class Subject:
    """A filled desk, and what of it is asked."""

    def __init__(self, desk, cases, messages, plan):
        self.desk, self.cases, self.messages, self.plan = desk, cases, messages, plan
        self.name, self.long, self.many = desk.name, None, max(2, cases // 100)
        self.list = LIST
        self.span = {}  # By table: the rows that the last mails have made.

    def fill(self):
        desk = self.desk
        desk.init()
        began = time.monotonic()
        desk.run("sample", "--cases", str(self.cases), "--messages", str(self.messages), "--seed", "7")
        yield "sample", time.monotonic() - began
        yield "start, first", desk.start()
        desk.hire(self.plan.agents)
        desk.admit_the_lead()
        self.plant()
        if desk.database:
            desk.database.settle()
        self.long = self.long_case()
        self.check()

    def plant(self):
        text = mail.LINES + f"It is about my {WORD}.\r\n"
        senders = [f"planted{at}@customers.example.com" for at in range(self.many)]
        mail.deliver(self.desk.lmtp, [(sender, mail.letter(sender, "My parcel", text, "first")) for sender in senders], SESSIONS)
        self.desk.rest(sent=self.many)

    def long_case(self):
        for _, row in zip(range(5000), self.desk.pages("/api/v1/cases?view=all")):
            if row["message_count"] >= 20:
                return f"/api/v1/cases/{row['id']}"
        raise Wrong("none of the newest 5,000 cases has 20 messages")

    def side_by_side(self):
        for figure in (asked_by_one, followed):
            yield from figure(self)
        database = self.desk.database.memory() if self.desk.database else 0
        yield "memory of all", self.desk.memory() + database

    def remove(self):
        self.desk.remove()

    def check(self):
        """That what is asked is what is answered."""
        rows, shown = len(self.desk.get(LIST)["items"]), len(self.desk.get(self.long)["messages"])
        hits = len({hit["case_id"] for hit in self.desk.pages(SEARCH.replace("&limit=50", ""))})
        if (rows, shown, hits) != (50, 20, self.many):
            raise Wrong(f"{rows} rows of 50, {shown} messages of 20, {hits} hits of {self.many}")


# --- What an agent asks.

def asked_by_clients(name, path, agent=0):
    """CPU of the desk, and of its database, a request; and how long the slowest hundredth waits."""
    def figure(subject):
        desk = subject.desk
        load.wrk(desk.http, path(subject), desk.headers(agent), 1)
        own, database = desk.cpu(), desk.database_cpu()
        count, late = load.wrk(desk.http, path(subject), desk.headers(agent), subject.plan.seconds)
        yield f"{name}, CPU", (desk.cpu() - own) / count * 1000
        if desk.database:
            yield f"{name}, CPU of the database", (desk.database_cpu() - database) / count * 1000
        yield f"{name}, 99th of 100", late
    return figure


listed = asked_by_clients("list", lambda subject: LIST)
opened = asked_by_clients("case", lambda subject: subject.long)
found = asked_by_clients("search", lambda subject: SEARCH)


def asked_by_one(subject):
    """The same by one client that waits for each answer: so the peer is asked, too. CPU of all processes."""
    desk = subject.desk
    for name, path in (("list", LIST), ("case", subject.long), ("search", SEARCH)):
        before, waits = desk.cpu() + desk.database_cpu(), []
        for _ in range(subject.plan.asked):
            began = time.monotonic()
            desk.get(path)
            waits.append((time.monotonic() - began) * 1000)
        yield f"{name}, one client, CPU of all", (desk.cpu() + desk.database_cpu() - before) / len(waits) * 1000
        yield f"{name}, one client, wait", statistics.median(waits)


def replied(subject):
    """Replies: the CPU until the agent has his answer, and until each mail has left as well."""
    desk, plan = subject.desk, subject.plan
    desk.rest()
    rows = random.sample(desk.get(LIST)["items"], min(plan.replies, 50))
    sent, own, all_before, waits = desk.sink.count(), desk.cpu(), desk.cpu() + desk.database_cpu(), []
    for row in rows:
        began = time.monotonic()
        desk.post(f"/api/v1/cases/{row['id']}/messages", ANSWER)
        waits.append((time.monotonic() - began) * 1000)
    yield "reply, CPU until taken", (desk.cpu() - own) / len(rows) * 1000
    yield "reply, wait", statistics.median(waits)
    desk.rest(sent=sent + len(rows))
    yield "reply, CPU until sent", (desk.cpu() - own) / len(rows) * 1000
    yield "reply, one client, CPU of all", (desk.cpu() + desk.database_cpu() - all_before) / len(rows) * 1000


# --- What customers send.

def received(subject):
    """Mails from new senders: kept with a sync, read, placed, indexed, acknowledged by mail."""
    desk, count = subject.desk, subject.plan.mails
    desk.rest()
    stamp = time.time_ns()
    senders = [f"n{stamp}.{at}@customers.example.com" for at in range(count)]
    mails = [(sender, mail.letter(sender, "My parcel")) for sender in senders]
    before = bare.marks(desk)
    sent, own, database, began = desk.sink.count(), desk.cpu(), desk.database_cpu(), time.monotonic()
    kept = mail.deliver(desk.lmtp, mails, SESSIONS)
    yield "intake, mails kept a second", count / kept
    while desk.sink.count() < sent + count:
        if time.monotonic() - began > 600:
            raise Wrong(f"{desk.sink.count() - sent} of {count} mails were acknowledged")
        time.sleep(.005)
    yield "mail, done a second", count / (time.monotonic() - began)
    desk.rest()
    yield "mail, CPU", (desk.cpu() - own) / count * 1000
    after = bare.marks(desk)
    if before and after["raw_messages"] - before["raw_messages"] != count:
        raise Wrong("other mails came in between")
    subject.span = {name: (before[name], after[name]) for name in before}
    if desk.database:
        yield "mail, CPU of the database", (desk.database_cpu() - database) / count * 1000
    yield "mail, CPU of all", (desk.cpu() + desk.database_cpu() - own - database) / count * 1000


def received_by_one(subject):
    """The same through one session, which waits for each sync alone: what a bare program has to be held against."""
    desk, count = subject.desk, max(20, subject.plan.mails // 4)
    stamp = time.time_ns()
    senders = [f"o{stamp}.{at}@customers.example.com" for at in range(count)]
    mails = [(sender, mail.letter(sender, "My parcel")) for sender in senders]
    yield "intake by one session, mails kept a second", count / mail.deliver(desk.lmtp, mails, 1)
    desk.rest()


def followed(subject):
    """Mails of customers who have written before, placed by what they refer to."""
    desk, count = subject.desk, min(subject.plan.mails, subject.many)
    desk.rest()
    senders = [f"planted{at}@customers.example.com" for at in range(count)]
    before = desk.cpu() + desk.database_cpu()
    mail.deliver(desk.lmtp, [(sender, mail.letter(sender, "Re: My parcel", refers_to="first")) for sender in senders], SESSIONS)
    desk.rest()
    if any(row["message_count"] < 2 for row in desk.get(LIST)["items"][:count]):
        raise Wrong("a reply has opened a case of its own")
    yield "mail, reply, CPU of all", (desk.cpu() + desk.database_cpu() - before) / count * 1000


# --- The desk as a whole.

def started(subject):
    subject.desk.stop()
    yield "start", subject.desk.start()


def remembered(subject):
    yield "memory", subject.desk.memory()
    if subject.desk.database:
        yield "memory of the database", subject.desk.database.memory()


def backed_up(subject):
    """A backup of the serving desk; where it is small, that it can be gone on from."""
    desk, to = subject.desk, subject.desk.folder.with_suffix(".backup")
    began = time.monotonic()
    desk.run("backup", str(to))
    yield "backup", time.monotonic() - began
    size = sum(file.stat().st_size for file in to.rglob("*") if file.is_file()) / 2**20
    shutil.rmtree(to)
    if size < subject.messages / 4000:
        raise Wrong(f"a backup of {subject.messages} messages has {size:.1f} MiB")
    yield "backup, size", size


EACH_RUN = (started, listed, opened, found, remembered, received, received_by_one, bare.beside, replied, backed_up)
