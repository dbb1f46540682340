#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails when a file is tracked that should not be: too large for a repository, or a private key."""
import pathlib
import sys

from check_hosts import tracked

MOST_BYTES = 1024 * 1024
KEY = ("PRIVATE" + " KEY-----").encode()


def objection(file):
    if file.stat().st_size > MOST_BYTES:
        return f"{file.stat().st_size // 1024} KiB: at most {MOST_BYTES // 1024}; make it in the test, or leave it out"
    if KEY in file.read_bytes():
        return "holds a private key: make one when it is needed"
    return None


def main(root):
    found = [(file, objection(file)) for file in tracked(root) if file.is_file() and not file.is_symlink()]
    wrong = [f"{file.relative_to(root)}: {why}" for file, why in found if why]
    print("\n".join(wrong) or "files: ok")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(__file__).resolve().parent.parent if len(sys.argv) < 2 else pathlib.Path(sys.argv[1])))
