# SPDX-License-Identifier: Apache-2.0
"""Request Tracker 5 from Debian's packages, asked beside the desk: what its agents ask, as pages with a session.

Its interface for programs is not asked: signing in with a token costs it more than the answer (README.md).
"""
import concurrent.futures
import http.client
import pathlib
import re
import shutil
import statistics
import subprocess
import time
import urllib.parse

import desk
import mail
import process

HERE = pathlib.Path(__file__).resolve().parent
PASSWORD = "benchpass1"
WORD = "xylophone"
WORKERS = 3  # Of perl, as `server` starts them.


def pids_in(path):
    return [int(word) for word in path.read_text().split("\n")[0].split()]


def search_for(query):
    return f"/Search/Results.html?Query={urllib.parse.quote(query)}&Rows=50&OrderBy=id&Order=DESC"


class Peer:
    def __init__(self, folder, cases, plan):
        self.name, self.folder, self.cases, self.plan = "rt5", folder, cases, plan
        self.port, self.cookie, self.gate = desk.free_port(), {}, 0.0

    def server(self, *words):
        subprocess.run([HERE / "server", *map(str, words)], check=True, stdout=subprocess.DEVNULL)

    def fill(self):
        began = time.monotonic()
        self.server("start", self.folder, self.port, self.cases)
        yield "sample", time.monotonic() - began
        self.long = int((self.folder / "long").read_text())
        self.sign_in()
        self.warm()

    def warm(self):
        """Each of its workers compiles a page when it is first asked for it: all of them are asked at once, several times."""
        for act in (self.list, self.case, self.search, self.new_mail, self.mail_to_case, self.reply):
            with concurrent.futures.ThreadPoolExecutor(WORKERS) as several:
                list(several.map(act, range(4 * WORKERS)))

    def remove(self):
        if self.folder.exists():
            self.server("stop", self.folder)
            shutil.rmtree(self.folder)

    # --- Its processes: perl, nginx and PostgreSQL.

    def roots(self):
        run = self.folder / "run"
        return [*pids_in(run / "nginx.pid"), *self.workers(), *pids_in(self.folder / "pg/postmaster.pid")]

    def workers(self):
        return [int(pid) for pid in (self.folder / "run/rt.pid").read_text().split()]

    def cpu(self):
        return process.cpu(self.roots()) + self.gate

    # --- Its pages.

    def ask(self, path, form=None):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        headers = {**self.cookie, "Referer": f"http://127.0.0.1:{self.port}/"}
        if form is None:
            line.request("GET", path, headers=headers)
        else:
            line.request("POST", path, urllib.parse.urlencode(form), {**headers, "Content-Type": "application/x-www-form-urlencoded"})
        answer = line.getresponse()
        if cookie := answer.headers["Set-Cookie"]:
            self.cookie = {"Cookie": cookie.split(";")[0]}
        return answer.status, answer.read().decode("utf-8", "replace")

    def sign_in(self):
        self.ask("/")
        self.ask("/NoAuth/Login.html", {"user": "root", "pass": PASSWORD, "next": ""})
        self.page("/", r"(Logout)", 1)

    def page(self, path, wanted, least):
        """A page on which so many different things are found."""
        status, text = self.ask(path)
        hits = len(set(re.findall(wanted, text)))
        if status != 200 or hits < least:
            raise desk.Wrong(f"rt5 {path}: {status}, {hits} hits of {least}")

    def list(self, _):
        self.page(search_for("Queue='General' AND Status='__Active__'"), r"Display\.html\?id=(\d+)", 50)

    def case(self, _):
        self.page(f"/Ticket/Display.html?id={self.long}", r"txn-(\d+)", 20)

    def search(self, _):
        self.page(search_for(f"Content LIKE '{WORD}'"), r"Display\.html\?id=(\d+)", min(50, self.cases // 100))

    def reply(self, at):
        """The form's own request alone, without the pages before and after it. To others than the ticket that is looked at."""
        form = {"id": self.long - 1 - at, "UpdateType": "response", "UpdateContent": mail.LINES, "UpdateContentType": "text/plain",
                "SubmitTicket": "Update Ticket"}
        status, text = self.ask("/Ticket/Update.html", form)
        if status != 302:
            raise desk.Wrong(f"rt5 reply: {status} {text[-300:]}")

    # --- Its mail, by the program that Debian's documentation puts behind a mail server.

    def take(self, text):
        before = process.cpu_of_ended_children()
        words = ["rt-mailgate", "--queue", "General", "--action", "correspond", "--url", f"http://127.0.0.1:{self.port}/"]
        subprocess.run(words, input=text.encode(), check=True, capture_output=True)
        self.gate += process.cpu_of_ended_children() - before

    def new_mail(self, at):
        self.take(mail.letter(f"n{time.time_ns()}.{at}@customers.example.com", "My parcel"))

    def mail_to_case(self, at):
        self.take(mail.letter(f"n{at}@customers.example.com", f"[bench #{self.long - 1 - at}] more"))

    # --- Its figures, by the names that the desk's have.

    def count(self, what):
        """Tickets, or texts of customers and agents, as the pages cannot be asked."""
        words = ["psql", "-XAtq", "-h", str(self.folder / "run"), "-p", str(self.port + 1), "-U", "postgres", "rtdb", "-c"]
        return int(subprocess.run([*words, f"SELECT count(*) FROM {what}"], capture_output=True, text=True, check=True).stdout)

    def times(self, act):
        act(0)
        before, waits = self.cpu(), []
        for at in range(1, self.plan.peer_asked + 1):
            began = time.monotonic()
            act(at)
            waits.append((time.monotonic() - began) * 1000)
        return (self.cpu() - before) / len(waits) * 1000, statistics.median(waits)

    def side_by_side(self):
        for name, act in (("list", self.list), ("case", self.case), ("search", self.search)):
            cpu, wait = self.times(act)
            yield f"{name}, one client, CPU of all", cpu
            yield f"{name}, one client, wait", wait
        yield "memory of all", process.memory_mib(self.roots())
        yield from self.written("mail, CPU of all", None, self.new_mail, "tickets")
        yield from self.written("mail, reply, CPU of all", None, self.mail_to_case, "transactions WHERE type = 'Correspond'")
        yield from self.written("reply, one client, CPU of all", "reply, wait", self.reply, "transactions WHERE type = 'Correspond'")

    def written(self, name, name_of_wait, act, counted):
        before = self.count(counted)
        cpu, wait = self.times(act)
        if (more := self.count(counted) - before) != self.plan.peer_asked + 1:
            raise desk.Wrong(f"rt5 {name}: {more} were written")
        yield name, cpu
        if name_of_wait:
            yield name_of_wait, wait
