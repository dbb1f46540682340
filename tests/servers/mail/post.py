# SPDX-License-Identifier: Apache-2.0
"""A customer's mail program, for people who try the desk out: it writes through Postfix and reads from Dovecot.

    post.py PORT write TO [TEXT]     a new letter to the desk
    post.py PORT read                what has come back, newest last
    post.py PORT answer [TEXT]       an answer to the newest of them"""

import email
import email.message
import email.policy
import email.utils
import html
import imaplib
import re
import smtplib
import sys

NAME, ADDRESS, PASSWORD = "Anna Korhonen", "anna@customer.test", "annapw"
LETTER = """Hello,

I ordered a lamp three weeks ago (order 4711) and it has still not come.
Nobody has answered my last two mails. Can you tell me what is going on?

Anna"""
THANKS = "Thank you for the quick answer!\n\nAnna"


def send(port, to, subject, text, parent=None):
    mail = email.message.EmailMessage()
    mail["From"] = email.utils.formataddr((NAME, ADDRESS))
    mail["To"], mail["Subject"] = to, subject
    mail["Date"], mail["Message-ID"] = email.utils.localtime(), email.utils.make_msgid(domain="customer.test")
    if parent:
        mail["In-Reply-To"] = parent["Message-ID"]
        mail["References"] = f"{parent.get('References', '')} {parent['Message-ID']}".strip()
    mail.set_content(text)
    with smtplib.SMTP("127.0.0.1", port) as postfix:
        postfix.send_message(mail)
    print(f"Sent to {to}: {subject}")


def inbox(port):
    with imaplib.IMAP4("127.0.0.1", port + 2) as dovecot:
        dovecot.login(ADDRESS, PASSWORD)
        dovecot.select("INBOX", readonly=True)
        numbers = dovecot.search(None, "ALL")[1][0].split()
        found = [dovecot.fetch(number, "(BODY.PEEK[])")[1][0][1] for number in numbers]
    return [email.message_from_bytes(each, policy=email.policy.default) for each in found]


def words(mail):
    body = mail.get_body(("plain", "html"))
    if body is None:
        return "(no text)"
    text = body.get_content()
    if body.get_content_subtype() == "html":
        text = html.unescape(re.sub(r"<[^>]+>", "", text))
    return text.strip()


def show(mail):
    for name in ("Date", "From", "Reply-To", "To", "Subject", "Auto-Submitted"):
        if mail[name]:
            print(f"{name + ':':<16}{mail[name]}")
    print("\n    " + words(mail).replace("\n", "\n    ") + "\n")
    for part in mail.iter_attachments():
        print(f"    [{part.get_filename() or part.get_content_type()}]\n")


def read(port):
    mails = inbox(port)
    for number, mail in enumerate(mails, 1):
        print(f"--- {number} of {len(mails)} for {ADDRESS} " + "-" * 40)
        show(mail)
    if not mails:
        print(f"Nothing has come for {ADDRESS} yet.")


def answer(port, text):
    mails = inbox(port)
    if not mails:
        sys.exit(f"Nothing has come for {ADDRESS} yet, so there is nothing to answer.")
    newest = mails[-1]
    subject = str(newest["Subject"] or "")
    send(port, str(newest["Reply-To"] or newest["From"]), subject if subject.lower().startswith("re:") else f"Re: {subject}",
         text, newest)


if __name__ == "__main__":
    port, action, rest = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
    try:
        if action == "write":
            text = rest[1] if len(rest) > 1 else LETTER
            send(port, rest[0], text.splitlines()[0][:60] if len(rest) > 1 else "Where is my order 4711?", text)
        elif action == "read":
            read(port)
        elif action == "answer":
            answer(port, rest[0] if rest else THANKS)
        else:
            sys.exit(__doc__)
    except ConnectionRefusedError:
        sys.exit("The mail servers do not run. Start them with: script/demo-mail")
