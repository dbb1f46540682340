# SPDX-License-Identifier: Apache-2.0
"""The whole desk between a real Postfix and a real Dovecot: tests/servers/with_mail python3 tests/servers/desk_on_mail.py AMENDS

A customer writes, gets an acknowledgement, answers it; mails come while the desk is down and while it is killed again and
again; an automatic reply meets silence. Prints one line per fact; exit status 1 when one does not hold."""

import email
import email.message
import email.policy
import email.utils
import imaplib
import json
import os
import random
import signal
import smtplib
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
from proof import eventually, fact, finish

DESK, BOX, ANNA = "help@lmtp.test", "desk@desk.test", "anna@customer.test"
MOVED = (b"From: berta@customer.test\r\nTo: desk@desk.test\r\nSubject: Found in the spam folder\r\n"
         b"Message-ID: <moved@customer.test>\r\n\r\nIs anybody there?\r\n")
MAILS, KILLS = 60, 8


class Desk:
    def __init__(self, binary, port, folder):
        self._binary, self._port, self._folder = binary, port, folder
        self._run("init", "--name", "Desk", "--email", "lead@desk.test", "--address", DESK, "--language", "en",
                  "--password-stdin", input=b"correct horse battery 9")
        self._server, self._token = None, None

    def _run(self, *words, **more):
        return subprocess.run([self._binary, *words, "--data", self._folder], capture_output=True, check=True, **more).stdout

    def _environment(self):
        # The servers' own authority, as an administrator would add it to the system's.
        return os.environ | {"SSL_CERT_FILE": str(Path(os.environ["AMENDS_TEST_MAIL_DIR"]) / "etc" / "ca.crt")}

    def start(self):
        self._server = subprocess.Popen(
            [self._binary, "serve", "--data", self._folder, "--http", "127.0.0.1:0",
             "--lmtp", f"127.0.0.1:{self._port + 7}", "--smtp", f"127.0.0.1:{self._port}"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=self._environment())
        words = self._server.stdout.readline().split()
        if words[:1] != ["ready"]:
            sys.exit("the desk did not get ready")
        self._pages = words[1]

    def change(self, path, body):
        return self.ask(path, body, "PATCH")

    def ask(self, path, body=None, method=None):
        if not self._token:
            self._token = self._run("token", "--user", "lead@desk.test", "--scope", "admin").decode().split()[-1]
        request = urllib.request.Request(
            self._pages + path, None if body is None else json.dumps(body).encode(), method=method or ("GET" if body is None else "POST"),
            headers={"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def case_about(self, subject):
        cases = self.ask("/api/v1/cases?limit=50&view=all")["items"]
        return next((each for each in cases if each["subject"] == subject), None)

    def kill(self, how=signal.SIGKILL):
        self._server.send_signal(how)
        self._server.wait(20)
        self._server.stdout.close()

    def check(self):
        run = subprocess.run([self._binary, "check", "--json", "--data", self._folder], capture_output=True, check=False)
        return json.loads(run.stdout)

    def rest(self):
        """Waits until nothing happens any more: the answers to these mails bounce, and the bounces come in."""
        def counts():
            found = self.check()
            return found["unread"], self.stored(), found.get("filed")

        def quiet():
            before = counts()
            time.sleep(2)
            return before[0] == 0 and counts() == before

        eventually(quiet, 60, 0.5)

    def position_of(self, address):
        with sqlite3.connect(f"file:{self._folder}/desk.db?mode=ro", uri=True) as db:
            row = db.execute("SELECT read_position FROM channels WHERE address = ?", [address]).fetchone()
        return row and row[0]

    def stored(self):
        found = self.check()
        return sum(found[state] for state in ("unread", "placed", "unverified", "quarantined"))

    def filed(self):
        return self.check().get("filed", 0)


def mails_in(port, user, password, folder):
    with imaplib.IMAP4("127.0.0.1", port + 2) as dovecot:
        dovecot.login(user, password)
        if dovecot.select(folder, readonly=True)[0] != "OK":
            return []
        numbers = dovecot.search(None, "ALL")[1][0].split()
        mails = [dovecot.fetch(number, "(BODY.PEEK[])")[1][0][1] for number in numbers]
    return [email.message_from_bytes(each, policy=email.policy.default) for each in mails]


class Customer:
    def __init__(self, port):
        self._port = port

    def write(self, to, subject, text, sender=ANNA, **headers):
        mail = email.message.EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = sender, to, subject
        mail["Date"], mail["Message-ID"] = email.utils.localtime(), email.utils.make_msgid(domain="customer.test")
        for name, value in headers.items():
            mail[name.replace("_", "-")] = value
        mail.set_content(text)
        with smtplib.SMTP("127.0.0.1", self._port) as postfix:
            postfix.send_message(mail)
        return mail["Message-ID"]

    def inbox(self):
        return mails_in(self._port, ANNA, "annapw", "INBOX")


def round_trip(desk, anna):
    asked = anna.write(DESK, "Where is my order?", "Tilaus 4711. Η παραγγελία δεν ήρθε. سلام")
    answer = eventually(lambda: next(iter(anna.inbox()), None), 20)
    if not fact("a letter is acknowledged", answer is not None):
        return
    fact("the acknowledgement says which letter it answers", answer["In-Reply-To"] == asked)
    fact("and that a machine wrote it", answer["Auto-Submitted"] == "auto-replied", answer["Auto-Submitted"])
    fact("and where answers find the case", "+c." in (answer["Reply-To"] or ""), answer["Reply-To"])

    before = desk.check()["placed"]
    anna.write(answer["Reply-To"], "Re: " + answer["Subject"], "Kiitos!", In_Reply_To=answer["Message-ID"])
    fact("an answer is placed", eventually(lambda: desk.check()["placed"] > before, 20))


def automatic_replies(desk, anna):
    everything, mails = desk.stored() + desk.filed(), len(anna.inbox())
    anna.write(DESK, "Out of office", "I am away.", Auto_Submitted="auto-replied")
    fact("an automatic reply is kept", eventually(lambda: desk.stored() + desk.filed() > everything, 20))
    time.sleep(2)
    fact("and not answered", len(anna.inbox()) == mails)


def outage(desk, anna):
    desk.rest()  # What is still unread may be filed, and counts no more then.
    stored = desk.stored()
    desk.kill(signal.SIGTERM)
    anna.write(DESK, "While you were away", "Hello?")
    time.sleep(1)
    desk.start()
    fact("a mail that came while the desk was down is there afterwards", eventually(lambda: desk.stored() > stored, 20))


def mailbox(desk, anna, port):
    """A line that reads a mailbox by IMAP and writes through its own submission, as most desks do."""
    anna.write(BOX, "Before the desk listened", "Old matters.")
    with imaplib.IMAP4("127.0.0.1", port + 2) as dovecot:
        dovecot.login(BOX, "deskpw")
        eventually(lambda: dovecot.select("INBOX", readonly=True)[1] != [b"0"], 20)
    stored = desk.stored()
    login = {"host": "127.0.0.1", "security": "plain", "user": BOX, "password": "deskpw"}
    line = desk.ask("/api/v1/channels", {"address": BOX, "in": "imap", "imap": login | {"port": port + 2, "sent_folder": "Sent"},
                                          "smtp": login | {"port": port + 1}})
    fact("a line is connected to a mailbox", line["in"] == "imap")
    position = eventually(lambda: desk.position_of(BOX), 30)
    fact("and begins behind what lay there", bool(position) and not position.endswith("/0"), position)

    mails = len(anna.inbox())
    anna.write(BOX, "Where is my refund?", "Odotan vielä.")
    fact("a mail in the mailbox comes in", eventually(lambda: desk.stored() == stored + 1, 30), desk.stored() - stored)
    answered = eventually(lambda: len(anna.inbox()) > mails, 30)
    fact("and is acknowledged through the line's own submission", answered and BOX in anna.inbox()[-1]["From"])

    with imaplib.IMAP4("127.0.0.1", port + 2) as dovecot:
        dovecot.login(BOX, "deskpw")
        dovecot.append("INBOX", None, imaplib.Time2Internaldate(1_500_000_000), MOVED)
    fact("a mail that a person moves there with an old date comes in too",
         eventually(lambda: desk.stored() == stored + 2, 30), desk.stored() - stored)

    agents_answer(desk, anna, port, BOX, "Where is my refund?")


def agents_answer(desk, anna, port, address, subject):
    """What an agent writes in the browser: there, at the customer's and in the mailbox's own folder of sent mail."""
    case = eventually(lambda: desk.case_about(subject), 20)
    words = f"پول شما در راه است. {subject}"
    due = int((time.time() + 2 * 86400) * 1000)
    told = desk.ask(f"/api/v1/cases/{case['id']}/messages", {"text": words, "next_update_at": due})["message"]
    fact(f"an agent answers «{subject}»", told["state"] == "queued", told["state"])

    def arrived():
        return next((mail for mail in anna.inbox() if words in mail.get_body(("plain",)).get_content()), None)

    answer = eventually(arrived, 40, 0.5)
    if not fact("the answer arrives at the customer's", answer is not None):
        return
    references = (answer["References"] or "").split()
    fact("from the line that was written to", address in answer["From"], answer["From"])
    fact("in the thread of the letter", answer["In-Reply-To"] in references and len(references) >= 1, references)
    fact("in a direction of its own for Persian", 'dir="rtl"' in answer.get_body(("html",)).get_content())
    day = time.strftime("%Y", time.gmtime(due / 1000))
    fact("and says by when the next word comes", any(year in answer.get_body(("plain",)).get_content()
                                                     for year in (day, "۱۴۰", "۱۴۱")))
    sent = eventually(lambda: [mail for mail in mails_in(port, BOX, "deskpw", "Sent")
                               if mail["Message-ID"] == answer["Message-ID"]], 30, 0.5)
    fact("a copy lies in the folder of sent mail, once", len(sent) == 1, len(sent))


def tokens_instead_of_passwords(desk, anna, port):
    """The same mailbox, but the token server hands out what opens it, and takes the refresh token back with each use."""
    refresh = Path(os.environ["AMENDS_TEST_MAIL_DIR"]) / "etc" / "refresh"
    before = refresh.read_text()
    token = next(line.split()[0] for line in before.splitlines() if line.endswith(" " + BOX))
    line = next(each for each in desk.ask("/api/v1/channels")["items"] if each.get("address") == BOX)
    place = {"host": "localhost", "security": "tls", "user": BOX}
    desk.change(f"/api/v1/channels/{line['id']}", {
        "address": BOX, "in": "imap", "imap": place | {"port": port + 8, "sent_folder": "Sent"},
        "smtp": place | {"port": port + 9},
        "oauth": {"token_url": f"http://127.0.0.1:{port + 5}/token", "client_id": "amends", "client_secret": "secret",
                  "refresh_token": token}})
    anna.write(BOX, "Opened by a token", "Does this come in?")
    fact("a mail comes in over TLS with a token", eventually(lambda: desk.case_about("Opened by a token"), 40) is not None)
    fact("the refresh token was used, and its successor kept", eventually(lambda: refresh.read_text() != before, 5))
    agents_answer(desk, anna, port, BOX, "Opened by a token")


def kills(desk, port):
    """Kills the desk again and again under load. Each mail has a sender of its own, so none is held back as a flood."""
    desk.rest()
    stored = desk.stored()
    chance = random.Random(7)
    customer = Customer(port)
    killed = 0
    for number in range(MAILS):
        customer.write(DESK, f"Parcel {number}", f"Where is parcel {number}?", sender=f"c{number}@gone.test")
        if number % (MAILS // KILLS) == 0:
            time.sleep(chance.uniform(0, 0.2))
            desk.kill()
            killed += 1
            desk.start()

    def queued():
        folder = Path(os.environ["AMENDS_TEST_MAIL_DIR"]) / "etc" / "postfix"
        queue = subprocess.run(["postqueue", "-c", str(folder), "-j"], capture_output=True, text=True, check=True)
        return sum(DESK in line for line in queue.stdout.splitlines())

    eventually(lambda: queued() == 0, 90, 0.5)
    desk.rest()
    found = desk.check()
    come = desk.stored() - stored
    fact(f"of {MAILS} mails over {killed} kills none is lost and none doubled", come == MAILS, come)
    fact("none is unread", found["unread"] == 0, found["unread"])
    fact("the desk finds nothing wrong with itself", not found["violations"], found["violations"])


if __name__ == "__main__":
    if "AMENDS_TEST_MAIL_PORT" not in os.environ:
        print("skipped: start it by tests/servers/with_mail, as root")
        sys.exit(0)
    first_port = int(os.environ["AMENDS_TEST_MAIL_PORT"])
    with tempfile.TemporaryDirectory() as folder:
        house, writer = Desk(sys.argv[1], first_port, folder), Customer(first_port)
        house.start()
        try:
            round_trip(house, writer)
            automatic_replies(house, writer)
            mailbox(house, writer, first_port)
            tokens_instead_of_passwords(house, writer, first_port)
            outage(house, writer)
            kills(house, first_port)
        finally:
            house.kill(signal.SIGTERM)
    finish()
