# SPDX-License-Identifier: Apache-2.0
"""Fault: one of two nodes on one PostgreSQL is killed under load. Nothing is lost, nothing leaves twice, no agent is signed out,
and its jobs and its mailbox go to the other."""

import http.client
import itertools
import json
import threading
import time
from urllib.parse import urlsplit

from desk import GONE, LEAD, PASSWORD, Desk
from given import eventually, holds
from mail import letter
from mailbox import Mailbox, connected

MOVED_WITHIN = 20


def asked(desk, method, path, cookie="", body=None):
    """(status, cookie, what it says), as a browser asks."""
    line = http.client.HTTPConnection(urlsplit(desk.pages).netloc, timeout=20)
    line.request(method, path, body and json.dumps(body), {"Content-Type": "application/json", "X-Amends": "1", "Cookie": cookie})
    answer = line.getresponse()
    text = answer.read()
    return answer.status, (answer.getheader("Set-Cookie") or "").split(";")[0], text


def second_node(given, first):
    other = Desk(given, first.database, folder=first.folder)
    other.sink, other.token, other.acknowledged = first.sink, first.token, first.acknowledged
    holds("the second node gets ready", other.start())
    return other


def load(nodes, numbers, over):
    """A mail server with two ways in takes the other when one is gone."""
    while not over.is_set():
        number = next(numbers)
        for turn in itertools.count():
            try:
                if nodes[turn % len(nodes)].deliver(number, timeout=10)[0] == 250:
                    break
            except GONE:
                time.sleep(0.01)


def killed(given, database):
    first = Desk(given, database).open()
    status, cookie, said = asked(first, "POST", "/api/v1/sign-in", body={"email": LEAD, "password": PASSWORD.decode().strip()})
    holds("the agent signs in", status in (200, 201) and cookie, (status, said))
    box = Mailbox()
    address = connected(first, box)
    eventually("the first node reads the mailbox", lambda: box.logins == 1)
    other, over, numbers = second_node(given, first), threading.Event(), itertools.count(1)
    lanes = [threading.Thread(target=load, args=(nodes, numbers, over)) for nodes in ([first, other], [other, first])]
    for lane in lanes:
        lane.start()
    time.sleep(3)
    holds("one node reads the mailbox", box.logins == 1, box.logins)
    first.server.kill()
    began = time.monotonic()
    box.put(letter(900_001, address, 100) + b"\r\n")
    first.acknowledged.append("Parcel 900001")
    eventually("the mailbox moves", lambda: box.logins > 1, MOVED_WITHIN)
    moved = time.monotonic() - began
    time.sleep(2)
    over.set()
    for lane in lanes:
        lane.join()
    holds("the agent is still signed in", asked(other, "GET", "/api/v1/sessions", cookie)[0] == 200)
    other.rest(240)  # Some thousand mails may have been taken meanwhile.
    found = other.whole()
    holds("nothing is unread", not found["unread"], found)
    other.end()
    return f"{len(first.acknowledged)} mails, the mailbox moved in {moved:.1f} s, {found['outbox'].get('unconfirmed', 0)} sends asked about"


def fault(given):
    return "; ".join(killed(given, given.fresh_database()) for _ in range(given.so_many(1, 20)))
