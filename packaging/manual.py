#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the manual page from the program's own help: manual.py PROGRAM VERSION SECONDS_SINCE_1970 > amends.1

What help cannot tell (files, signals, examples) stands in manual.tail beside this file."""
import datetime
import pathlib
import re
import sys

import commands


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text.startswith((".", "'")) else text


def paragraphs(about):
    """Text as it stands; what is indented is an example."""
    for block in re.split(r"\n\s*\n", about):
        if block.startswith("    "):
            yield ".PP\n.RS 4\n.nf\n" + "\n".join(escaped(line.strip()) for line in block.splitlines()) + "\n.fi\n.RE"
        else:
            yield ".PP\n" + escaped(" ".join(block.split()))


def bold(text):
    return f"\\fB{escaped(text)}\\fR"


def slanted(text):
    return f"\\fI{escaped(text)}\\fR"


def tagged(option):
    value = "|".join(option.choices) or option.value
    names = ", ".join(map(bold, option.flags)) + (f" {slanted(value)}" if value else "")
    text = option.text + (f" (or the variable {option.variable})" if option.variable else "")
    return f".TP\n{names}\n{escaped(text)}.{' Required.' if option.required else ''}"


def section(command, shared):
    """One command: what it is for, what follows it, and the options that are its own."""
    line = " ".join(slanted(each.flags[0]) for each in command.positionals)
    own = [each for each in command.options if each.flags[-1] not in shared]
    yield f".SS \"amends {escaped(command.name)}\""
    yield escaped(command.about) + "."
    if line:
        yield f".PP\nUsage: {bold('amends ' + command.name)} [options] {line}"
    yield from map(tagged, [*command.positionals, *own])
    common = [flag for flag in shared if flag != "--help" and any(flag in each.flags for each in command.options)]
    if common:
        yield ".PP\nAlso " + ", ".join(map(bold, common)) + ": see OPTIONS."


def page(program, version, seconds):
    root = commands.read(program)
    date = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).date().isoformat()
    every = list(root.walk())
    shared = {each.flags[-1]: each for command in every for each in command.options
              if each.flags[-1] in ("--help", "--data", "--database")}
    variables = {each.variable: each for command in every for each in command.options if each.variable}
    headline, _, about = root.about.partition("\n")

    yield '.\\" SPDX-License-Identifier: Apache-2.0'
    yield f'.TH AMENDS 1 "{date}" "amends {escaped(version)}" "User Commands"'
    yield f".SH NAME\namends \\- {escaped(headline.removeprefix('Amends, ').rstrip('.'))}"
    yield ".SH SYNOPSIS\n.B amends\n.I COMMAND\n[\\fIoptions\\fR]\n.br\n.B amends\n\\fB\\-\\-help\\fR|\\fB\\-\\-version\\fR"
    yield ".SH DESCRIPTION"
    yield from paragraphs(about.strip())
    yield ".PP\nEach command tells its options by \\fB\\-\\-help\\fR."
    yield ".SH OPTIONS"
    yield from map(tagged, shared.values())
    yield from (tagged(each) for each in root.options if each.flags[-1] not in shared)
    yield ".SH COMMANDS"
    for command in every[1:]:
        if not command.subcommands:
            yield from section(command, shared)
    yield ".SH ENVIRONMENT\nAn option that is given wins over its variable."
    yield from (f".TP\n.B {name}\nSee {bold(each.flags[-1])}." for name, each in sorted(variables.items()))
    yield (pathlib.Path(__file__).parent / "manual.tail").read_text().rstrip()


if __name__ == "__main__":
    print("\n".join(page(sys.argv[1], sys.argv[2], int(sys.argv[3]))))
