# SPDX-License-Identifier: Apache-2.0
"""A mailbox that is read by IMAP, with as much of the protocol as the desk speaks, in many moods."""

import re
import socketserver
import threading

from given import eventually


class Mailbox:
    """Moods: well, silent (never says a word), refuses (no login), cut (hangs up in the middle of each mail)."""

    def __init__(self):
        self.mood, self.validity, self.logins, self.idles = "well", 1, 0, 0
        self._mails, self._next, self._changed, self._open = {}, 1, threading.Condition(), set()
        box = self

        class Session(socketserver.StreamRequestHandler):
            def handle(self):
                box._open.add(self.connection)
                try:
                    box.converse(self)
                except OSError:
                    pass  # The desk was killed, or we hung up.
                finally:
                    box._open.discard(self.connection)

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads, allow_reuse_address = True, True

        server = Server(("127.0.0.1", 0), Session)
        self.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()

    # What happens to the box.

    def put(self, mail):
        with self._changed:
            self._mails[self._next] = mail
            self._next += 1
            self._changed.notify_all()

    def number_anew(self):
        """The server was set up again: the same mails under new numbers, in another order."""
        with self._changed:
            mails = list(self._mails.values())[::-1]
            self.validity += 1
            self._mails = dict(enumerate(mails, 101))
            self._next = 101 + len(mails)
        self.hang_up()

    def hang_up(self):
        for connection in list(self._open):
            try:
                connection.shutdown(2)
            except OSError:
                pass

    # What the desk hears.

    def converse(self, session):
        def say(line):
            session.wfile.write(line.encode() + b"\r\n")

        if self.mood == "silent":
            while session.rfile.read(4096):
                pass
            return
        say("* OK [CAPABILITY IMAP4rev1 IDLE] ready")
        while line := session.rfile.readline():
            tag, _, command = line.decode("ascii", "replace").strip().partition(" ")
            verb = command.upper()
            if verb.startswith("LOGIN") and self.mood == "refuses":
                say(f"{tag} NO [AUTHENTICATIONFAILED] who are you")
                continue
            if verb.startswith("IDLE"):
                self.idles += 1
                self.idle(session, say)
            elif not self.obey(session, say, verb):
                return
            say(f"{tag} OK done")
            if verb.startswith("LOGOUT"):
                return

    def obey(self, session, say, verb):
        if verb.startswith("CAPABILITY"):
            say("* CAPABILITY IMAP4rev1 IDLE")
        elif verb.startswith("LOGIN"):
            self.logins += 1
        elif verb.startswith("EXAMINE"):
            say(f"* {len(self._mails)} EXISTS")
            say(f"* OK [UIDVALIDITY {self.validity}] so")
            say(f"* OK [UIDNEXT {self._next}] so")
        elif verb.startswith("NOOP"):
            say(f"* {len(self._mails)} EXISTS")
        elif found := re.match(r"UID SEARCH UID (\d+):\*", verb):
            known = sorted(self._mails)
            say("* SEARCH " + " ".join(str(uid) for uid in known if uid >= int(found[1]) or uid == known[-1]))
        elif found := re.match(r"UID FETCH (\d+) \((.*)\)", verb):
            return self.fetch(session, say, int(found[1]), found[2])
        return True

    def fetch(self, session, say, uid, what):
        mail = self._mails.get(uid)
        if mail is None:
            return True
        if "RFC822.SIZE" in what:
            say(f'* 1 FETCH (UID {uid} RFC822.SIZE {len(mail)} INTERNALDATE "{self.date}")')
            return True
        session.wfile.write(f"* 1 FETCH (UID {uid} {what.split()[-1].replace('.PEEK', '')} {{{len(mail)}}}\r\n".encode())
        if self.mood == "cut":
            session.wfile.write(mail[: len(mail) // 2])
            return False
        session.wfile.write(mail + b")\r\n")
        return True

    date = "17-Jul-2037 02:44:25 +0000"  # After any desk began to listen.

    def idle(self, session, say):
        say("+ idling")
        done = threading.Event()

        def push():
            seen = len(self._mails)
            with self._changed:
                while not done.is_set():
                    self._changed.wait(0.2)
                    if len(self._mails) != seen and not done.is_set():
                        seen = len(self._mails)
                        say(f"* {seen} EXISTS")

        pusher = threading.Thread(target=self.quietly, args=(push,), daemon=True)
        pusher.start()
        try:
            session.rfile.readline()
        finally:
            done.set()
            pusher.join()

    @staticmethod
    def quietly(work):
        try:
            work()
        except OSError:
            pass


def connected(desk, box, address="box@example.org"):
    """A line of the desk that reads this mailbox, once it has begun to."""
    desk.must("/api/v1/channels", {"address": address, "in": "imap", "imap": {
        "host": "127.0.0.1", "port": box.port, "security": "plain", "user": "desk", "password": "secret"}})
    eventually("the desk waits for mail there", lambda: box.idles, 20)
    return address
