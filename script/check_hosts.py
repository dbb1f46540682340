#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails when a tracked file names a place that exists on one machine only, or a host that packages come from."""
import pathlib
import re
import subprocess
import sys

BANNED = [
    (r"(?<![\w.$})/-])/(?:home|Users|work)/\w[\w./-]*", "a path of one machine: say it relative to the checkout"),
    (r"https?://(?:registry|npm|deb|ftp|security|snapshot|pypi|proxy|mirrors?)[.][\w.-]+", "a host of packages: the machine decides it"),
    (r'"resolved":\s*"https?:', "a lock file with hosts: keep omit-lockfile-registry-resolved"),
]


def tracked(root):
    listed = subprocess.run(["git", "-C", root, "ls-files", "-co", "-z", "--exclude-standard"], capture_output=True, check=True)
    return [root / name for name in listed.stdout.decode().split("\0") if name]


def objections(text):
    for number, line in enumerate(text.splitlines(), 1):
        for word, why in BANNED:
            if found := re.search(word, line):
                yield f"{number}: {found.group()}: {why}"


def main(root):
    wrong = []
    for file in tracked(root):
        if file.is_symlink() or not file.is_file() or b"\0" in file.read_bytes()[:4096]:
            continue
        wrong += [f"{file.relative_to(root)}:{each}" for each in objections(file.read_text(errors="replace"))]
    print("\n".join(wrong) or "hosts: ok")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(__file__).resolve().parent.parent if len(sys.argv) < 2 else pathlib.Path(sys.argv[1])))
