# SPDX-License-Identifier: Apache-2.0
"""Runs stories about the desk: journey.py AMENDS [FILE.journey...]; AMENDS_PG_URL runs them on PostgreSQL as well.

A journey is a text, one step a line; README.md lists the steps. Its Monday is 7 January 2030, its zone Helsinki, and the
desk is open from Monday to Friday, 9 to 17. The desk is asked as anybody asks it: by mail and over HTTP."""

import email.message
import email.utils
import json
import os
import re
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
from desk import Desk
import night_steps
import promise_steps
import staffing_steps

ZONE = ZoneInfo("Europe/Helsinki")
MONDAY = datetime(2030, 1, 7, tzinfo=ZONE)
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
AT_ONCE = 4  # Most of the time a journey waits.
UNITS = {"s": 1, "min": 60, "h": 3600, "d": 86400}
VIEWS = ("mine", "nobody", "silence", "waiting", "closed", "all")


def moment(text, now):
    """'Wed 12:00', 'Wed+1 12:00' (a week later), '2026-06-02 22:30', '+2d', '+10s'."""
    if found := re.fullmatch(r"\+(\d+)(s|min|h|d)", text):
        return now + int(found[1]) * UNITS[found[2]] * 1000
    if re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", text):
        return int(datetime.fromisoformat(text).replace(tzinfo=ZONE).timestamp() * 1000)
    found = re.fullmatch(r"(\w{3})(?:\+(\d+))? (\d\d):(\d\d)", text)
    if not found:
        raise AssertionError(f"no time: {text}")
    day = MONDAY + timedelta(days=DAYS.index(found[1]) + 7 * int(found[2] or 0))
    return int(day.replace(hour=int(found[3]), minute=int(found[4])).timestamp() * 1000)


def holds(text, what, found=""):
    if not what:
        raise AssertionError(f"{text}: {found}" if found != "" else text)


class Journey:
    steps = []

    def __init__(self, binary, database, begins="Mon 08:00"):
        self.desk = Desk(binary, moment(begins, 0), database)
        self.desk.start()
        hours = [{"weekday": day, "opens_minute": 540, "closes_minute": 1020} for day in range(5)]
        self.ask("/api/v1/desk", {"zone": "Europe/Helsinki", "opening_hours": hours}, "PATCH")
        self.number, self.seen, self.last_answer = 0, {}, None

    # What the steps are made of.

    def ask(self, path, body=None, method=None):
        answer = self.desk.ask(path, body, method)
        holds(f"{method or 'ask'} {path}", not (isinstance(answer, dict) and "refused" in answer), answer)
        self.desk.rest()
        return answer

    def case(self, subject):
        for view in VIEWS[::-1]:
            for row in self.ask(f"/api/v1/cases?limit=50&view={view}")["items"]:
                if row["subject"] == subject:
                    return self.ask(f"/api/v1/cases/{row['id']}")
        raise AssertionError(f"there is no case «{subject}»")

    def mails_of(self, person):
        return [(sender, mail) for sender, to, mail in self.desk.sink.mails if to == f"{person}@example.com"]

    def last_mail(self, person):
        mails = self.mails_of(person)
        holds(f"{person} has got no mail", mails)
        return mails[-1]

    def body_of(self, mail):
        return mail.get_body(("plain",)).get_content()

    def send(self, person, to, text, **headers):
        mail = email.message.EmailMessage()
        self.number += 1
        headers = {"From": f"{person.title()} <{person}@example.com>", "To": to,
                   "Message-ID": f"<{self.number}.{person}@example.com>",
                   "Date": email.utils.format_datetime(datetime.fromtimestamp(self.desk.now / 1000, ZONE))} | headers
        for name, value in headers.items():
            mail[name.replace("_", "-")] = value
        mail.set_content(text)
        self.desk.deliver(f"{person}@example.com", to, mail.as_bytes())

    def answer(self, person, of, text, **headers):
        mail = self.last_mail(of)[1]
        self.send(person, mail["Reply-To"].addresses[0].addr_spec, text, Subject="Re: " + mail["Subject"],
                  In_Reply_To=mail["Message-ID"], References=mail["Message-ID"], **headers)

    def link(self, person):
        return next(found[1] for _, mail in reversed(self.mails_of(person))
                    if (found := re.search(r"/c/([\w-]+)", self.body_of(mail))))

    def page(self, person, what="", body=None):
        return self.ask(f"/api/v1/customer/{self.link(person)}{what}", body)


def step(pattern):
    def remember(function):
        Journey.steps.append((re.compile(pattern), function))
        return function
    return remember


# Time.

@step(r"at (\+\w+|\w{3}(?:\+\d)? \d\d:\d\d|\d{4}-\d\d-\d\d \d\d:\d\d)")
def at(journey, when):
    journey.desk.move_to(moment(when, journey.desk.now))


@step(r"the desk is dead until (.+)")
def dead(journey, when):
    journey.desk.stop(signal.SIGKILL)
    journey.desk.now = moment(when, journey.desk.now)
    journey.desk.start()
    journey.desk.move_to(journey.desk.now)


@step(r"the desk is closed on (\S+)")
def closed_day(journey, day):
    journey.ask("/api/v1/desk", {"closed_days": [{"day": day, "name": "Closed"}]}, "PATCH")


@step(r"the desk wants (\w+) within (\w+)(, but not while we wait for the customer)?")
def wants(journey, metric, within, pauses):
    journey.ask("/api/v1/targets", {"name": metric, "metric": metric, "within": within, "share": 90,
                                    "pauses_on_customer": bool(pauses)})


# What customers do.

@step(r'(\w+) writes "([^"]+)": (.+)')
def writes(journey, person, subject, text):
    journey.send(person, "help@example.org", text, Subject=subject)


@step(r"(\w+) answers: (.+)")
def answers(journey, person, text):
    journey.answer(person, person, text)


@step(r"(\w+) answers automatically: (.+)")
def answers_automatically(journey, person, text):
    journey.answer(person, person, text, Auto_Submitted="auto-replied")


@step(r"(\w+) answers (\w+)'s mail: (.+)")
def answers_for(journey, person, of, text):
    journey.answer(person, of, text)


@step(r"the last mail to (\w+) bounces")
def bounces(journey, person):
    sender, mail = journey.last_mail(person)
    report = (f"From: MAILER-DAEMON@mx.example.com\r\nTo: {sender}\r\nSubject: Undelivered\r\nAuto-Submitted: auto-replied\r\n"
              "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
              "--b\r\nContent-Type: text/plain\r\n\r\nNo such user.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
              f"Reporting-MTA: dns; mx.example.com\r\n\r\nFinal-Recipient: rfc822; {person}@example.com\r\nAction: failed\r\n"
              "Status: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no such user\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
              f"Message-ID: {mail['Message-ID']}\r\nSubject: x\r\n\r\nx\r\n--b--\r\n")
    journey.desk.deliver("", sender, report.encode())


@step(r"(\w+) says on the page: (mine|not-mine|solved|unsolved|new-link)(?:, (.+))?")
def says(journey, person, what, text):
    journey.page(person, "/" + what, {"text": text} if text else {})


@step(r"the page of (\w+) says (.+)")
def page_says(journey, person, wanted):
    page = journey.page(person)
    holds(f"the page does not say {wanted}", wanted in json.dumps(page, ensure_ascii=False), page)


@step(r"the page of (\w+) is closed")
def page_closed(journey, person):
    told = journey.desk.ask(f"/api/v1/customer/{journey.link(person)}")
    holds("the page is open", told.get("refused") == 410, told)


@step(r"the page of (\w+) names (.+) as the next update")
def page_names(journey, person, when):
    told = journey.page(person)["next_update_at"]
    holds("the page names another time", told == moment(when, journey.desk.now), told and datetime.fromtimestamp(told / 1000, ZONE))


# What the lead does.

@step(r'the lead answers "([^"]+)": ((?:(?!; promises ).)+?); (?:next update (.+)|no date, because (.+)|(this ends it))')
def lead_answers(journey, subject, text, when, reason, final):
    more = {"next_update_at": moment(when, journey.desk.now)} if when else {"final": True} if final else {"reason": reason}
    told = journey.ask(f"/api/v1/cases/{journey.case(subject)['id']}/messages", {"text": text} | more)
    journey.last_answer = told["message"]["id"]


@step(r'the lead may not answer "([^"]+)" without a date')
def may_not(journey, subject):
    told = journey.desk.ask(f"/api/v1/cases/{journey.case(subject)['id']}/messages", {"text": "We are looking into it."})
    holds("an answer without a date was taken", told.get("refused") in (409, 422), told)


@step(r"the lead takes the last answer back")
def takes_back(journey):
    journey.ask(f"/api/v1/messages/{journey.last_answer}/withdrawal", {})


@step(r'the lead (takes|releases) "([^"]+)"')
def takes(journey, what, subject):
    journey.ask(f"/api/v1/cases/{journey.case(subject)['id']}/{what[:-1]}", {})


@step(r'the lead says that "([^"]+)" has severity (\d)')
def severity(journey, subject, severity):
    journey.ask(f"/api/v1/cases/{journey.case(subject)['id']}", {"severity_assessed": int(severity)}, "PATCH")


@step(r'the queue is (".+")')
def queue(journey, subjects):
    found = [each["subject"] for each in journey.ask("/api/v1/queue")["items"]]
    holds(f"the queue is {found}", found == re.findall(r'"([^"]+)"', subjects))


@step(r'the lead takes the next case: "([^"]+)"')
def takes_next(journey, subject):
    given = journey.ask("/api/v1/queue/next", {})["case"]["subject"]
    holds(f"the next case is «{given}»", given == subject)


@step(r"the lead takes no next case: (\S+)")
def takes_none(journey, code):
    told = journey.desk.ask("/api/v1/queue/next", {})
    holds("there is a next case", told.get("refused") == 409 and code in json.dumps(told), told)


@step(r'the lead gives "([^"]+)" back')
def gives_back(journey, subject):
    journey.ask(f"/api/v1/cases/{journey.case(subject)['id']}/release", {"summary": "For somebody else."})


@step(r'the draft of "([^"]+)" says "(.+)"')
def draft_says(journey, subject, words):
    draft = journey.ask(f"/api/v1/cases/{journey.case(subject)['id']}/handover-draft")["summary"]
    holds(f"the draft does not say «{words}»", words in draft, draft)


def raised(journey, subject, to, **more):
    return f"/api/v1/cases/{journey.case(subject)['id']}/hand-over", {
        "user_id": to, "summary": "She is right.", "kind": "hierarchical", "reason": "seniority"} | more


@step(r'the lead may not raise "([^"]+)" without a time')
def may_not_raise(journey, subject):
    path, wish = raised(journey, subject, journey.ask("/api/v1/me")["id"])
    told = journey.desk.ask(path, wish)
    holds("an escalation without a time was taken", told.get("refused") == 422, told)


@step(r'the lead raises "([^"]+)" to (\w+) by (.+)')
def raises(journey, subject, name, when):
    senior = journey.ask("/api/v1/users", {"name": name, "email": f"{name.lower()}@example.org", "role": "lead", "language": "en"})
    path, wish = raised(journey, subject, senior["user"]["id"], contact_by=moment(when, journey.desk.now))
    journey.ask(path, wish)


@step(r'the lead waits for (customer|partner) on "([^"]+)" until (.+), because (.+)')
def waits(journey, side, subject, when, reason):
    wish = {"waits_on": side, "reason": reason, "review_at": moment(when, journey.desk.now)}
    if side == "partner":
        wish["partner"] = "The courier"
    journey.ask(f"/api/v1/cases/{journey.case(subject)['id']}/wait", wish)


@step(r'the lead resolves "([^"]+)": (.+)')
def resolves(journey, subject, text):
    journey.ask(f"/api/v1/cases/{journey.case(subject)['id']}/resolution", {"text": text})


@step(r'the lead (marks|unmarks) "([^"]+)" as spam')
def spam(journey, what, subject):
    journey.ask(f"/api/v1/cases/{journey.case(subject)['id']}/spam", {}, "POST" if what == "marks" else "DELETE")


@step(r'the lead merges "([^"]+)" into "([^"]+)"')
def merges(journey, one, other):
    journey.ask(f"/api/v1/cases/{journey.case(one)['id']}/merge", {"into": journey.case(other)["id"]})


@step(r'the lead decides in triage: (accept|new_case|not_for_us)')
def decides(journey, decision):
    item = journey.ask("/api/v1/triage")["items"][0]
    journey.ask(f"/api/v1/triage/{item['id']}/decision", {"decision": decision})


# What is true then.

@step(r'"([^"]+)" is (queued|open|waiting|resolved|settling|closed|spam|merged)(?:, (late|on time))?')
def case_is(journey, subject, status, punctual):
    case = journey.case(subject)
    holds(f"«{subject}» is not {status}", case["status"] == status, case["status"])
    if punctual:
        holds(f"«{subject}» is not {punctual}", case["late"] == (punctual == "late"), case["due_at"])


@step(r'"([^"]+)" (has|has no) (open|kept|broken|moved|released) promise(?: for (.+))?')
def promise(journey, subject, has, state, when):
    promises = journey.case(subject)["promises"]
    due = moment(when, journey.desk.now) if when else None
    found = [each for each in promises if each["state"] == state and due in (None, each["due_at"])]
    holds(f"«{subject}» {'has no' if has == 'has' else 'has a'} {state} promise", bool(found) == (has == "has"),
          [(each["state"], str(datetime.fromtimestamp(each["due_at"] / 1000, ZONE))) for each in promises])


@step(r'the (\w+) clock of "([^"]+)" is (running|paused|met|breached)(?:, due (.+))?')
def target_clock(journey, metric, subject, state, when):
    clocks = [(each["state"], each["due_at"]) for each in journey.case(subject)["target_clocks"] if each["metric"] == metric]
    due = moment(when, journey.desk.now) if when else None
    holds(f"its clocks are {clocks}", [each for each in clocks if each[0] == state and due in (None, each[1])])


@step(r'"([^"]+)" has no clock')
def no_clock(journey, subject):
    holds("a clock runs", not journey.case(subject)["target_clocks"])


@step(r'"([^"]+)" waits for (us|customer|partner)')
def waits_on(journey, subject, side):
    case = journey.case(subject)
    holds("it waits for another", case["waits_on"] == side, case["waits_on"])


@step(r'the next update of "([^"]+)" is due (.+)')
def next_update(journey, subject, when):
    due = journey.case(subject)["next_update_at"]
    holds("it is due at another time", due == moment(when, journey.desk.now), due and datetime.fromtimestamp(due / 1000, ZONE))


@step(r'"([^"]+)" must be pulled by (.+)')
def pull_by(journey, subject, when):
    due = journey.case(subject)["pull_by"]
    holds("by another time", due == moment(when, journey.desk.now), due and datetime.fromtimestamp(due / 1000, ZONE))


@step(r'view (\w+) (shows|does not show) "([^"]+)"')
def view(journey, name, shows, subject):
    subjects = [row["subject"] for row in journey.ask(f"/api/v1/cases?limit=50&view={name}")["items"]]
    holds(f"view {name} of {subjects}", (subject in subjects) == (shows == "shows"))


@step(r"(\w+) has got (\d+) mails?")
def has_got(journey, person, count):
    mails = journey.mails_of(person)
    holds(f"{person} has got {len(mails)}", len(mails) == int(count), [mail["Subject"] for _, mail in mails])


@step(r'the last mail to (\w+) says "([^"]+)"')
def mail_says(journey, person, words):
    mail = journey.last_mail(person)[1]
    text = f"{mail['Subject']}\n{journey.body_of(mail)}"
    holds(f"it does not say «{words}»", words in text, text)


@step(r"there is (a|no) signal (\w+)")
def signals(journey, has, detector):
    found = [each["detector"] for each in journey.ask("/api/v1/signals")["items"] if each["state"] != "explained"]
    holds(f"signals: {found}", (detector in found) == (has == "a"))


@step(r"triage holds (nothing|(\d+) (\w+) mails?)")
def triage(journey, what, count, kind):
    items = journey.ask("/api/v1/triage")["items"]
    holds(f"triage holds {items}", len(items) == int(count or 0) and all(each["kind"] == kind for each in items))


@step(r'"([^"]+)" has (\d+) messages?')
def messages(journey, subject, count):
    found = journey.case(subject)["messages"]
    holds(f"«{subject}» has {len(found)}", len(found) == int(count), [each["visible_text"][:60] for each in found])


@step(r"the timer (\w+) was late by (.+)")
def lateness(journey, kind, by):
    late = [int(row[0]) for row in journey.desk.rows(f"SELECT late_by FROM fired_timers WHERE kind = '{kind}' ORDER BY fired_at DESC, id DESC")]
    holds(f"lateness of {kind}", late and late[0] == moment(by, 0), late)


@step(r"the timer (\w+) has fired (\d+) times?")
def fired(journey, kind, count):
    found = len(journey.desk.rows(f"SELECT id FROM fired_timers WHERE kind = '{kind}'"))
    holds(f"it has fired {found} times", found == int(count))


promise_steps.learn(step, moment, holds)
staffing_steps.learn(step, moment, holds)
night_steps.learn(step, moment, holds)


def play(binary, file, database):
    """Answers what is wrong, or nothing."""
    begins = re.search(r"^it is (\d{4}-.+)$", file.read_text(), re.M)
    journey = Journey(binary, database, *begins.groups() if begins else ())
    line = number = None
    try:
        for number, line in enumerate(file.read_text().splitlines(), 1):
            line = line.split("#", 1)[0].strip()
            if not line:
                continue
            # {Refund} is the number of the case «Refund».
            line = re.sub(r"\{([^}]+)\}", lambda found: journey.case(found[1])["ref"], line)
            found = next(((function, match) for pattern, function in Journey.steps if (match := pattern.fullmatch(line))), None)
            holds("nobody knows this step", found)
            found[0](journey, *found[1].groups())
        number, line = "end", "amends check"
        report = json.loads(journey.desk.run("check", "--json", check=False))
        holds("the desk finds a fault in itself", not report["violations"], report["violations"])
        return None
    except AssertionError as wrong:
        return f"{file.name}:{number}: {line}\n    {wrong}"
    finally:
        if journey.desk.server:
            journey.desk.stop()
        journey.desk.folder.cleanup()


def fresh_database(url, name):
    subprocess.run(["psql", "-q", url, "-c", f"DROP DATABASE IF EXISTS {name}", "-c",
                    f"CREATE DATABASE {name} TEMPLATE template0"], check=True, stderr=subprocess.DEVNULL)
    return url.replace("///postgres?", f"///{name}?")


def main():
    binary = sys.argv[1]
    files = [Path(each) for each in sys.argv[2:]] or sorted(Path(__file__).parent.glob("*.journey"))
    url = os.environ.get("AMENDS_PG_URL")
    if not files:
        sys.exit("there are no journeys")
    each = [(file, None) for file in files] + [(file, fresh_database(url, f"journey_{file.stem}")) for file in files if url]
    failed = 0
    with ThreadPoolExecutor(AT_ONCE) as workers:
        for (file, database), wrong in zip(each, workers.map(lambda one: play(binary, *one), each)):
            failed += wrong is not None
            place = "PostgreSQL" if database else "SQLite"
            print(f"FAIL {file.stem} on {place}: {wrong}" if wrong else f"ok   {file.stem} on {place}", flush=True)
    print(f"{failed} failed" if failed else "all journeys end well")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
