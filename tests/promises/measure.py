#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the finder of promises on the labelled sets: measure.py AMENDS [--half open|shut|all] [--show] [--parakweet FILE]

Odd ids are the open half, at which rules were made; even ids the shut half, at whose misses nobody looked.
"""
import argparse
import json
import pathlib
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def explained(binary, rows, now, zone):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        file.flush()
        said = subprocess.run([binary, "text", "explain", "--now", now, "--zone", zone, file.name],
                              check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in said.splitlines()]


def half_of(row):
    return "open" if int(row["id"].split("-")[1]) % 2 else "shut"


def share(part, whole):
    return f"{part} of {whole} ({100 * part / whole:.1f} %)" if whole else "none"


def measure(language, rows, found, show):
    right = [(row, said) for row, said in zip(rows, found) if row["promise"] and said["promise"]]
    dated = [(row, said) for row, said in right if row["due_local"]]
    print(f"{language}: precision {share(len(right), sum(said['promise'] for said in found))},"
          f" recall {share(len(right), sum(row['promise'] for row in rows))},"
          f" date {share(sum(row['due_local'] == said['due_local'] for row, said in dated), len(dated))},"
          f" no date invented {share(sum(not s['due_local'] for r, s in right if not r['due_local']), len(right) - len(dated))},"
          f" kind {share(sum(row['kind'] == said['promise_kind'] for row, said in right), len(right))}")
    for row, said in zip(rows, found) if show else []:
        if row["promise"] != said["promise"]:
            print("   ", "MISSED" if row["promise"] else "WRONG ", row["id"], row["text"])
        elif row["promise"] and (row["kind"], row["due_local"]) != (said["promise_kind"], said["due_local"]):
            print("   ", row["id"], row["kind"], said["promise_kind"], row["due_local"], said["due_local"], row["text"])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("binary")
    options.add_argument("--half", choices=["open", "shut", "all"], default="shut")
    options.add_argument("--show", action="store_true")
    options.add_argument("--parakweet", help="train.jsonl of the commitments of Parakweet")
    options.add_argument("--language")
    asked = options.parse_args()
    for language in ("en", "fi", "el", "fa"):
        if asked.language not in (None, language):
            continue
        rows = [json.loads(line) for line in (HERE / f"{language}.jsonl").read_text().splitlines()]
        rows = [row for row in rows if asked.half in ("all", half_of(row))]
        measure(language, rows, explained(asked.binary, rows, rows[0]["now"], rows[0]["zone"]), asked.show)
    if asked.parakweet:
        rows = [json.loads(line) for line in pathlib.Path(asked.parakweet).read_text().splitlines()]
        rows = [{**row, "id": number} for number, row in enumerate(rows)]
        found = explained(asked.binary, rows, "2026-06-02T10:00", "America/Chicago")
        intents = [row["label"] == "intent" for row in rows]
        hits = sum(said["promise"] and intent for said, intent in zip(found, intents))
        print(f"parakweet: precision {share(hits, sum(said['promise'] for said in found))}, recall {share(hits, sum(intents))}")


if __name__ == "__main__":
    main()
