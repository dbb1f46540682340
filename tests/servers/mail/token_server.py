# SPDX-License-Identifier: Apache-2.0
"""An OAuth2 server, as far as a mailbox needs one. Both files are read anew for every question.

POST /introspect (RFC 7662), for Dovecot: --tokens holds lines 'TOKEN USER'; a test revokes one by deleting its line.
POST /token (RFC 6749 section 6), for the desk: --refresh holds lines 'REFRESH USER'. A new access token and a new refresh
token are handed out and written down, the old refresh token is over."""

import argparse
import json
import secrets
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

lock = threading.Lock()  # Guards both files.


def owners(file):
    return dict(line.split() for line in file.read_text().splitlines() if line.strip())


def add(file, token, owner):
    with file.open("a") as lines:
        lines.write(f"{token} {owner}\n")


def introspect(tokens, form):
    owner = owners(tokens).get(form.get("token"))
    return 200, {"active": True, "username": owner, "scope": "mail"} if owner else {"active": False}


def grant(tokens, refresh, form):
    known = owners(refresh)
    owner = known.pop(form.get("refresh_token"), None)
    if form.get("grant_type") != "refresh_token":
        return 400, {"error": "unsupported_grant_type"}
    if not owner:
        return 400, {"error": "invalid_grant", "error_description": "this refresh token is over"}
    access, next_refresh = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    add(tokens, access, owner)
    refresh.write_text("".join(f"{token} {who}\n" for token, who in known.items()))
    add(refresh, next_refresh, owner)
    return 200, {"access_token": access, "refresh_token": next_refresh, "token_type": "Bearer", "expires_in": 3600}


def handler(tokens, refresh):
    class Server(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            with lock:
                status, answer = grant(tokens, refresh, form) if self.path == "/token" else introspect(tokens, form)
            text = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

    return Server


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--tokens", type=Path, required=True)
    parser.add_argument("--refresh", type=Path, required=True)
    options = parser.parse_args()
    ThreadingHTTPServer(("127.0.0.1", options.port), handler(options.tokens, options.refresh)).serve_forever()
