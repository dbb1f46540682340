# SPDX-License-Identifier: Apache-2.0
"""The steps of journeys that are about how many people there are, and how much each of them has."""

TICK = 10 * 60_000


def learn(step, moment, holds):
    def as_agent(journey, name, path, body=None, method=None):
        """Asks as somebody else than the lead."""
        own = journey.desk.token
        journey.desk.token = journey.agents[name]["token"]
        try:
            return journey.ask(path, body, method)
        finally:
            journey.desk.token = own

    def load(journey):
        return {each["name"]: each for each in journey.ask("/api/v1/workload")["items"]}

    def live(journey):
        return journey.desk.rows("SELECT id, owner_id, origin_at, coalesce(waiting_since, 0) FROM cases"
                                 " WHERE status IN ('queued', 'open', 'waiting') ORDER BY id")

    def promises(journey):
        return journey.desk.rows("SELECT id, case_id, kind, due_at, state FROM promises ORDER BY id")

    @step(r'(\w+) and (\d+) more agents are here, and the lead is not')
    def are_here(journey, first, more):
        journey.agents = {}
        for name in [first, *(f"Agent{number}" for number in range(1, int(more) + 1))]:
            mail = f"{name.lower()}@example.org"
            made = journey.ask("/api/v1/users", {"name": name, "email": mail, "role": "agent", "language": "en"})
            token = journey.desk.run("token", "--user", mail, "--scope", "write").split()[-1]
            journey.agents[name] = {"id": made["user"]["id"], "token": token}
        team = journey.ask("/api/v1/teams")["items"][0]
        journey.ask(f"/api/v1/teams/{team['id']}", {"members": [each["id"] for each in journey.agents.values()]}, "PATCH")
        journey.ask("/api/v1/presence", {"presence": "off"}, "PUT")

    @step(r'(\d+) contacts an hour of (\d+) s need (\d+) people; (\d+) are here and give ([\d.]+), ([\d.]+) s, ([\d.]+); \3 give ([\d.]+)')
    def needs(journey, contacts, handle, needed, present, level, wait, occupancy, enough):
        view = journey.ask(f"/api/v1/staffing?contacts_per_hour={contacts}&handle_seconds={handle}")
        holds("others are needed or here", (view["needed"], view["present"]) == (int(needed), int(present)), view)
        rows = {row["people"]: row["service"] for row in view["rows"]}
        of = rows[int(present)]
        holds("they give something else", (f"{of['service_level']:.4f}", f"{of['mean_wait_seconds']:.1f}", f"{of['occupancy']:.4f}") ==
              (level, wait, occupancy), of)
        holds("so many give something else", f"{rows[int(needed)]['service_level']:.4f}" == enough, rows)

    @step(r'with (\d+) contacts an hour of (\d+) s, (\d+) people have an unstable line')
    def unstable(journey, contacts, handle, people):
        view = journey.ask(f"/api/v1/staffing?contacts_per_hour={contacts}&handle_seconds={handle}&present={people}")
        holds("a number is given", [row["service"] for row in view["rows"] if row["people"] == int(people)] == [None], view["rows"])

    @step(r'there is too little history for a forecast: (\d+) of 28 days')
    def too_little(journey, days):
        view = journey.ask("/api/v1/staffing")
        holds("there is a forecast", (view["demand"]["days"], view["needed"], view["hours"]) == (int(days), None, []), view)

    @step(r'they handle (0\.\d+) of their time until (.+)')
    def handle(journey, share, until):
        case = journey.desk.rows("SELECT min(id) FROM cases")[0][0]
        seconds, own = round(float(share) * 600), journey.desk.token
        while journey.desk.now < moment(until, 0):
            journey.desk.move_to(journey.desk.now + TICK)
            for each in journey.agents.values():
                journey.desk.token = each["token"]
                told = journey.desk.ask(f"/api/v1/cases/{case}/handled", {"seconds": seconds})
                holds("it was not taken", "refused" not in told, told)
            journey.desk.token = own

    @step(r'(one|no) alarm of occupancy sounds')
    def alarm(journey, count):
        found = [each for each in journey.ask("/api/v1/signals")["items"] if each["detector"] == "occupancy"]
        holds("there are others", len(found) == (count == "one"), found)
        told = journey.ask("/api/v1/views")["overloaded_since"]
        holds("the team is told something else", (told is not None) == (count == "one"), told)
        ever = journey.desk.rows("SELECT count(*) FROM events WHERE type = 'staffing.overloaded'")
        holds("it has sounded more than once", int(ever[0][0]) <= 1, ever)

    @step(r'the form says that many write(?:, and that half get an answer by (.+))?')
    def form_busy(journey, when):
        form = journey.ask("/api/v1/contact")
        holds("it does not", form["busy"], form)
        holds("it names another time", form["half_by"] == (moment(when, journey.desk.now) if when else None), form)

    @step(r'the form says nothing of a crowd')
    def form_calm(journey):
        form = journey.ask("/api/v1/contact")
        holds("it does", not form["busy"], form)

    @step(r'(\w+) has the cases of (\d+) customers who write about "([^"]+)"')
    def has_cases(journey, name, count, subject):
        for number in range(1, int(count) + 1):
            person = f"{subject.lower()}{number}"
            journey.send(person, "help@example.org", "Please look at it.", Subject=f"{subject} {number}")
            journey.page(person, "/mine", {})
            as_agent(journey, name, f"/api/v1/cases/{journey.case(f'{subject} {number}')['id']}/take", {})

    @step(r'the lead ends the cases of (\d+) customers who write about "([^"]+)"')
    def ends_cases(journey, count, subject):
        for number in range(1, int(count) + 1):
            journey.send(f"{subject.lower()}{number}", "help@example.org", "Please look at it.", Subject=f"{subject} {number}")
        journey.desk.move_to(journey.desk.now + TICK)
        for number in range(1, int(count) + 1):
            journey.ask(f"/api/v1/cases/{journey.case(f'{subject} {number}')['id']}/messages", {"text": "It is done.", "final": True})

    @step(r'the lead approves the rebalance: (\d+) cases move from (\w+), each customer hears once of the new owner')
    def rebalance(journey, count, name):
        proposal = journey.ask("/api/v1/rebalance/proposal", {})
        holds("others are proposed", [each["from"]["name"] for each in proposal["moves"]] == [name] * int(count), proposal)
        cases, promised, mails = live(journey), promises(journey), len(journey.desk.sink.mails)
        heaviest = max(each["effort_minutes"] for each in load(journey).values())
        done = journey.ask("/api/v1/rebalance", {"moves": [{"case_id": each["case_id"], "from": each["from"]["id"], "to": each["to"]["id"]}
                                                           for each in proposal["moves"]]})
        holds("not all were moved", len(done["done"]) == int(count) and not done["undone"], done)
        journey.desk.move_to(journey.desk.now + 1000)
        after = live(journey)
        holds("there are other cases, or their clocks moved", [row[:1] + row[2:] for row in cases] == [row[:1] + row[2:] for row in after], after)
        holds("somebody's case has no holder", all(row[1] not in ("", "None") for row in after), after)
        holds("there are other promises", promised == promises(journey), promises(journey))
        keepers = journey.desk.rows("SELECT count(*) FROM promises p JOIN cases c ON c.id = p.case_id"
                                    " WHERE p.state = 'open' AND p.side = 'us' AND p.keeper_id <> c.owner_id")
        holds("a promise stayed behind", keepers[0][0] == "0", keepers)
        holds("the greatest load has not fallen", max(each["effort_minutes"] for each in load(journey).values()) < heaviest)
        told = sorted(to for _, to, _ in journey.desk.sink.mails[mails:])
        holds("not each customer was told once", len(told) == int(count) == len(set(told)), told)
        for (_, _, mail), move in zip(sorted(journey.desk.sink.mails[mails:], key=lambda each: each[1]),
                                      sorted(proposal["moves"], key=lambda each: int(each["subject"].split()[-1]))):
            holds("another name is told", move["to"]["name"] in journey.body_of(mail), journey.body_of(mail))

    @step(r'(\w+) asks for relief from "([^"]+)", and the lead gives it to (\w+)')
    def relief(journey, name, subject, to):
        case = journey.case(subject)["id"]
        before = load(journey)[name]
        as_agent(journey, name, f"/api/v1/cases/{case}/relief", {"reason": "overload"})
        journey.ask(f"/api/v1/cases/{case}/relief/decision", {"grant": True, "user_id": journey.agents[to]["id"]})
        rows = journey.desk.rows(f"SELECT kind, to_owner, summary FROM hand_overs WHERE case_id = {case} ORDER BY at DESC, id DESC")
        holds("it was not handed over", rows[0][:2] == ["relief", str(journey.agents[to]["id"])] and rows[0][2] != "0", rows)
        # Nothing is counted against whoever asks: of all that is shown of them only what they carry has changed.
        after = load(journey)[name]
        changed = {key for key in after if after[key] != before[key]}
        holds("something else has changed", "in_hand" in changed <= {"in_hand", "effort_minutes", "promises", "tightest", "over"}, changed)

    @step(r'(\w+) is (here|away|off)')
    def presence(journey, name, what):
        as_agent(journey, name, "/api/v1/presence", {"presence": what}, "PUT")

    @step(r'"([^"]+)" belongs to (\w+)')
    def belongs(journey, subject, name):
        owner = journey.case(subject)["owner"]
        holds(f"it belongs to {owner}", (owner["name"] if owner else "nobody") == name, owner)

    @step(r'(\w+) is told that (\w+) looks after the case')
    def is_told(journey, person, name):
        told = [mail for _, mail in journey.mails_of(person) if name in journey.body_of(mail)]
        holds(f"{person} was told {len(told)} times", len(told) == 1, [journey.body_of(mail) for _, mail in journey.mails_of(person)])

    @step(r'(\w+) may not give "([^"]+)" to (\w+), whose hands are full; the lead may')
    def full_hands(journey, name, subject, to):
        journey.ask(f"/api/v1/users/{journey.agents[to]['id']}/work", {"cap": 1}, "PATCH")
        path = f"/api/v1/cases/{journey.case(subject)['id']}/hand-over"
        wish = {"user_id": journey.agents[to]["id"], "summary": "She is right.", "kind": "transfer", "reason": "expertise"}
        own, journey.desk.token = journey.desk.token, journey.agents[name]["token"]
        told = journey.desk.ask(path, wish)
        journey.desk.token = own
        holds("full hands were given more", (told.get("code"), told.get("field")) == ("hand_over.receiver_full", "user_id"), told)
        journey.ask(path, wish)
