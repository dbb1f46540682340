# SPDX-License-Identifier: Apache-2.0
"""The steps of journeys that are about promises, honest dates and calls."""


def learn(step, moment, holds):
    def wish(journey, kind, words, when, on, ground, reason):
        promise = {"kind": kind, "text": words, "due_at": moment(when, journey.desk.now)}
        if on:
            promise |= {"basis": on, "ground": ground}
        if reason:
            promise["ground"] = reason
        return promise

    def of(journey, subject, state="open", kind=None):
        found = [each for each in journey.case(subject)["promises"] if each["state"] == state and kind in (None, each["kind"])
                 and (kind or each["kind"] != "update")]
        holds(f"«{subject}» has no {state} promise", found, journey.case(subject)["promises"])
        return found[-1]

    promises = r'; promises (outcome|update|appointment) "([^"]+)" by (\w{3}(?:\+\d+)? \d\d:\d\d)(?: on (fact|clause) "([^"]+)")?(?:, because ([^;]+))?'

    @step(r'the lead answers "([^"]+)": ([^;]+)' + promises + r'; next update (.+)')
    def answers(journey, subject, text, kind, words, when, on, ground, reason, update):
        journey.ask(f"/api/v1/cases/{journey.case(subject)['id']}/messages",
                    {"text": text, "next_update_at": moment(update, journey.desk.now),
                     "promises": [wish(journey, kind, words, when, on, ground, reason)]})

    @step(r'the lead may not answer "([^"]+)": ([^;]+)' + promises + r'; it is refused as (\S+) at (\S+)')
    def may_not(journey, subject, text, kind, words, when, on, ground, reason, code, field):
        told = journey.desk.ask(f"/api/v1/cases/{journey.case(subject)['id']}/messages",
                                {"text": text, "next_update_at": journey.desk.now + 3600_000,
                                 "promises": [wish(journey, kind, words, when, on, ground, reason)]})
        holds("it was not refused so", (told.get("code"), told.get("field")) == (code, field), told)

    @step(r'the lead may not send "([^"]+)" unasked: (.+)')
    def unasked(journey, subject, text):
        told = journey.desk.ask(f"/api/v1/cases/{journey.case(subject)['id']}/messages",
                                {"text": text, "next_update_at": journey.desk.now + 3600_000})
        holds("it left", told.get("code") == "reply.reads_like_a_promise", told)

    @step(r'on "([^"]+)" the desk reads a promise for (.+?) in: (.+)')
    def reads(journey, subject, when, text):
        told = journey.ask(f"/api/v1/cases/{journey.case(subject)['id']}/reading", {"text": text})
        holds("it reads another one", told["promise"] and told["promise"]["due_at"] == moment(when, journey.desk.now), told)

    @step(r'"([^"]+)" may honestly be promised by (.+), n = (\d+)')
    def honest(journey, subject, when, n):
        told = journey.ask(f"/api/v1/cases/{journey.case(subject)['id']}/honest-dates")
        holds("history says otherwise", (told["eight_in_ten_at"], told["n"]) == (moment(when, journey.desk.now), int(n)), told)

    @step(r'"([^"]+)" may not honestly be promised, n = (\d+)')
    def too_few(journey, subject, n):
        told = journey.ask(f"/api/v1/cases/{journey.case(subject)['id']}/honest-dates")
        holds("history says otherwise", (told["eight_in_ten_at"], told["n"]) == (None, int(n)), told)

    @step(r'(\d+) customers write about "([^"]+)", an? (\w+)')
    def many_write(journey, count, subject, kind):
        for number in range(1, int(count) + 1):
            journey.send(f"{subject.lower()}{number}", "help@example.org", "Please look at it.", Subject=f"{subject} {number}")
            case = journey.case(f"{subject} {number}")
            journey.ask(f"/api/v1/cases/{case['id']}", {"type": kind}, "PATCH")

    @step(r'numbers (\d+) to (\d+) of "([^"]+)" are solved')
    def many_solved(journey, first, last, subject):
        for number in range(int(first), int(last) + 1):
            case = journey.case(f"{subject} {number}")
            journey.ask(f"/api/v1/cases/{case['id']}/take", {})
            journey.ask(f"/api/v1/cases/{case['id']}/resolution", {"text": "Done."})

    @step(r'"([^"]+)" is an? (inquiry|request|fault|complaint)')
    def is_type(journey, subject, kind):
        journey.ask(f"/api/v1/cases/{journey.case(subject)['id']}", {"type": kind}, "PATCH")

    @step(r'the promise on "([^"]+)" rests on (\w+)(?: with "([^"]+)")?')
    def rests(journey, subject, basis, ground):
        found = of(journey, subject)
        holds("it rests on something else", (found["basis"], found["ground"]) == (basis, ground or ""), found)

    @step(r'the lead says that "([^"]+)" will be kept')
    def confirms(journey, subject):
        journey.ask(f"/api/v1/promises/{of(journey, subject)['id']}/confirmation", {})

    @step(r'the lead keeps the promise on "([^"]+)": (.+)')
    def keeps(journey, subject, evidence):
        journey.ask(f"/api/v1/promises/{of(journey, subject)['id']}/fulfilment", {"evidence": evidence})

    @step(r'the lead begins the call on "([^"]+)"')
    def calls(journey, subject):
        journey.ask(f"/api/v1/promises/{of(journey, subject, kind='appointment')['id']}/fulfilment", {})

    @step(r'the lead may not move the promise on "([^"]+)" to (.+) without a word')
    def may_not_move(journey, subject, when):
        told = journey.desk.ask(f"/api/v1/promises/{of(journey, subject)['id']}/move", {"due_at": moment(when, journey.desk.now)})
        holds("it was moved", told.get("code") == "promise.agreement_missing", told)

    @step(r'the lead moves the promise on "([^"]+)" to (.+) by their last message')
    def moves(journey, subject, when):
        case = journey.case(subject)
        theirs = [each for each in case["messages"] if each["direction"] == "in"][-1]
        journey.ask(f"/api/v1/promises/{of(journey, subject)['id']}/move",
                    {"due_at": moment(when, journey.desk.now), "message_id": theirs["id"]})

    @step(r'the promise on "([^"]+)" was first due (.+)')
    def first_due(journey, subject, when):
        found = of(journey, subject)
        holds("it was due at another time", found["original_due_at"] == moment(when, journey.desk.now), found)

    @step(r'the (open|kept|broken) promise on "([^"]+)" (was|was not) told to be late')
    def told_late(journey, state, subject, was):
        found = of(journey, subject, state)
        holds("it is otherwise", (found["warned_at"] is not None) == (was == "was"), found)

    @step(r'"([^"]+)" is at least a failure')
    def failure(journey, subject):
        holds("it is not", journey.case(subject)["severity_assessed"] >= 2, journey.case(subject)["severity_assessed"])

    @step(r'the page of (\w+) offers (?:(no) )?calls?(?: from (.+))?')
    def offers(journey, person, no, when):
        times = journey.page(person, "/call-times")["times"]
        holds("it offers others", not times if no else times and times[0] == moment(when, journey.desk.now), times[:3])

    @step(r'(\w+) chooses the call at (.+) on (\S+)')
    def chooses(journey, person, when, phone):
        journey.page(person, "/call", {"at": moment(when, journey.desk.now), "phone": phone})

    @step(r'(\w+) may not choose the call at (.+)')
    def may_not_choose(journey, person, when):
        told = journey.desk.ask(f"/api/v1/customer/{journey.link(person)}/call",
                                {"at": moment(when, journey.desk.now), "phone": "+358401234567"})
        holds("it was free", told.get("code") == "portal.time_taken", told)

    @step(r'the lead may not call on "([^"]+)" now')
    def may_not_call(journey, subject):
        told = journey.desk.ask(f"/api/v1/cases/{journey.case(subject)['id']}/calls", {"reached": True, "summary": "We spoke."})
        holds("the call was allowed", told.get("code") == "contact.quiet_hours", told)

    @step(r'the lead calls on "([^"]+)"(, and nobody answers)?')
    def calls_now(journey, subject, nobody):
        journey.ask(f"/api/v1/cases/{journey.case(subject)['id']}/calls", {"reached": not nobody, "summary": "Said so."})
