# SPDX-License-Identifier: Apache-2.0
"""The steps of journeys about people elsewhere: another zone, another script, what is held back at night."""

import json
import re
import sqlite3
import subprocess
from urllib.parse import urlencode


def learn(step, moment, holds):
    def html_of(journey, person):
        return journey.last_mail(person)[1].get_body(("html",)).get_content()

    @step(r"it is \d{4}-\d\d-\d\d \d\d:\d\d")
    def begins(journey):
        """The moment at which the journey begins: read before its desk is made."""

    @step(r"(\w+) fills in the form in (\w\w) from (\S+): (.+)")
    def fills(journey, person, language, zone, text):
        token = journey.ask("/api/v1/contact")["token"]
        journey.desk.move_to(journey.desk.now + 5000)  # Only a program writes faster.
        told = journey.ask("/api/v1/contact", {"address": f"{person}@example.com", "name": person.title(), "text": text,
                                               "language": language, "zone": zone, "token": token})
        holds("it has no number", re.fullmatch(r"\w+-\d+", told["ref"]), told)

    @step(r'a search for "([^"]+)" finds "([^"]+)"')
    def search(journey, words, subject):
        found = journey.ask("/api/v1/search?" + urlencode({"q": words}))
        holds("it does not", subject in json.dumps(found, ensure_ascii=False), found)

    @step(r'in the last mail to (\w+) "([^"]+)" reads from the (left|right)')
    def direction(journey, person, words, side):
        html = html_of(journey, person)
        before = html.split(words)[0]
        holds(f"it does not say «{words}»", before != html, html)
        nearest = re.findall(r'dir="?(\w+)', before)[-1:]
        holds(f"it reads {nearest}", nearest == ["ltr" if side == "left" else "rtl"], html)

    @step(r'the lead answers "([^"]+)" in paragraphs: (.+); next update (\S+ \S+)')
    def paragraphs(journey, subject, text, when):
        case = journey.case(subject)
        journey.ask(f"/api/v1/cases/{case['id']}/messages", {"text": text.replace(" / ", "\n\n"), "next_update_at": moment(when, journey.desk.now)})

    @step(r'a survey about "([^"]+)" is due in ten seconds: (.+)')
    def survey(journey, subject, text):
        """Nothing sends surveys yet: a message that waits for its time is made one from outside."""
        case = journey.case(subject)
        told = journey.ask(f"/api/v1/cases/{case['id']}/messages", {"text": text, "reason": "A question."})
        change = f"UPDATE messages SET purpose = 'survey' WHERE id = {int(told['message']['id'])}"
        if journey.desk.database:
            subprocess.run(["psql", "-q", journey.desk.database, "-c", change], capture_output=True, check=True)
            return
        with sqlite3.connect(f"{journey.desk.folder.name}/desk.db", timeout=10) as db:
            db.execute(change)

    @step(r'the page of (\w+) shows times of (\S+)')
    def zone(journey, person, zone):
        told = journey.page(person)["zone"]
        holds("it shows those of another zone", told == zone, told)
