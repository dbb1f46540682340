#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails when a file or a function has grown too long to be read at once."""
import pathlib
import re
import sys

MOST_LINES = {"file": 500, "function": 60}


def functions(lines):
    """Yields first line and length. The formatter puts a brace on a line of its own for functions only."""
    for number, line in enumerate(lines):
        opening = re.fullmatch(r"(\s*)(try )?\{", line)
        if opening:
            closing = re.compile(opening.group(1) + r"\}")
            yield number, next(at for at, other in enumerate(lines[number:]) if closing.match(other))


def main(src):
    wrong, longest = [], 0
    for file in sorted(src.rglob("*.[hc]*")):
        if ".gen." in file.name:
            continue
        lines = file.read_text().splitlines()
        if len(lines) > MOST_LINES["file"]:
            wrong.append(f"{file}: {len(lines)} lines: split it")
        for number, length in functions(lines):
            longest = max(longest, length)
            if length > MOST_LINES["function"]:
                wrong.append(f"{file}:{number}: a function of {length} lines: give its parts names")
    print("\n".join(wrong) or f"sizes: ok, longest function {longest} lines")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "src")))
