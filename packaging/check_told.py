#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails when the manual page or a completion does not know a command or an option that the program knows:

    check_told.py PROGRAM PAGE FOLDER_OF_COMPLETIONS

It reads help in a way of its own, rougher than commands.py, so that what that one overlooks is found here."""
import pathlib
import re
import subprocess
import sys

ASK_BASH = """
source "$1"; shift
COMP_WORDS=(amends "$@" ''); COMP_CWORD=$(($# + 1)); COMPREPLY=()
_amends; printf '%s\\n' "${COMPREPLY[@]}"
"""


def said(*words, **settings):
    return subprocess.run(words, capture_output=True, text=True, check=True, **settings).stdout


def known(program, path=()):
    """Every command with the words that may follow it: its commands and long options."""
    text = said(program, *path, "--help")
    tail = re.split(r"(?im)^subcommands:", text)
    below = re.findall(r"(?m)^ {2}([a-z]\w*)", tail[1]) if len(tail) > 1 else []
    options = re.findall(r"(?m)^ +(?:-\w, *)?(--[a-z][a-z-]*)", re.split(r"(?im)^options:", text)[1])
    yield list(path), below, options
    for name in below:
        yield from known(program, [*path, name])


def objections(program, page, folder):
    shown = re.sub(r"\s+", " ", said("man", "--warnings", "-l", page, env={"MANWIDTH": "200", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}))
    texts = {name: (folder / name).read_text() for name in ("_amends", "amends.fish")}
    for path, below, options in known(program):
        name = " ".join(["amends", *path])
        if not below and name not in shown:
            yield f"the manual does not name {name}"
        yield from (f"the manual does not name {option} of {name}" for option in options if f"{option} " not in shown)
        offered = said("bash", "-c", ASK_BASH, "bash", str(folder / "amends"), *path).split()
        yield from (f"bash does not offer {word} after {name}" for word in [*below, *options] if word not in offered)
        for word in [*below, *(option.removeprefix("--") for option in options)]:
            yield from (f"{file} does not know {word} of {name}" for file, text in texts.items() if not re.search(rf"\b{word}\b", text))


def main(program, page, folder):
    wrong = list(objections(program, page, pathlib.Path(folder)))
    print("\n".join(wrong) or "told: ok", file=sys.stderr)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
