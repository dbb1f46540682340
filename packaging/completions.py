#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes what a shell completes, from the program's own help: completions.py PROGRAM bash|zsh|fish"""
import sys

import commands

PROGRAMS = ("amends", "amends-desk")
LICENCE = "# SPDX-License-Identifier: Apache-2.0"


def words(command):
    return [each.path[-1] for each in command.subcommands] + [flag for each in command.options for flag in each.flags]


def choices(root):
    """Per command and option: the only words that may follow."""
    return [(each, option.flags[-1], option.choices) for each in root.walk() for option in each.options if option.choices]


def known_paths(root):
    return "|".join(f"' {each.name}'" for each in root.walk() if each.path)


def followed(root):
    """Options that want a word, so that no command is taken for what is one."""
    wanting = {flag for each in root.walk() for option in each.options if option.value for flag in option.flags}
    return "|".join(sorted(wanting))


# Finds the command among the words before the cursor; what is no command is somebody's value.
WALK = """    local command='' last='' word
    for word in {before}; do
        case "$last" in
            {followed}) ;;
            *) case "$command $word" in
                {known}) command="$command $word" ;;
            esac ;;
        esac
        last=$word
    done
    case "$command $last" in"""


def walk(root, before):
    return WALK.format(before=before, followed=followed(root), known=known_paths(root))


def key(command):
    return f" {command.name}" if command.path else ""


def bash(root):
    yield LICENCE
    yield "_amends()\n{"
    yield walk(root, '"${COMP_WORDS[@]:1:COMP_CWORD-1}"')
    for command, flag, only in choices(root):
        yield f"        '{key(command)} {flag}') COMPREPLY=($(compgen -W '{' '.join(only)}' -- \"${{COMP_WORDS[COMP_CWORD]}}\")); return ;;"
    yield "    esac"
    yield f"    case \"$last\" in {followed(root)}) COMPREPLY=(); return ;; esac # A file, or something that only a person knows."
    yield "    case \"$command\" in"
    for command in root.walk():
        yield f"        '{key(command)}') word='{' '.join(words(command))}' ;;"
    yield "    esac"
    yield "    COMPREPLY=($(compgen -W \"$word\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n}"
    yield f"complete -o default -F _amends {' '.join(PROGRAMS)}"


def described(name, text):
    return "'" + f"{name}:{text}".replace("'", "'\\''") + "'"


def zsh(root):
    yield f"#compdef {' '.join(PROGRAMS)}"
    yield LICENCE
    yield "_amends()\n{\n    local -a those"
    yield walk(root, '${words[2,CURRENT-1]}')
    for command, flag, only in choices(root):
        yield f"        '{key(command)} {flag}') compadd -- {' '.join(only)}; return ;;"
    yield "    esac"
    yield f"    case \"$last\" in {followed(root)}) _files; return ;; esac"
    yield "    case \"$command\" in"
    for command in root.walk():
        named = [described(each.path[-1], each.about) for each in command.subcommands]
        named += [described(each.flags[-1], each.text) for each in command.options]
        yield f"        '{key(command)}') those=({' '.join(named)}) ;;"
    yield "    esac"
    leaves = "|".join(f"'{key(each)}'" for each in root.walk() if not each.subcommands)
    yield f"    _describe 'amends' those\n    case \"$command\" in {leaves}) _files ;; esac\n}}"
    yield '_amends "$@"'


def quoted(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def fish_option(command, option, condition):
    parts = [f"complete -c amends -n {quoted(condition)}"]
    parts += [f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags]
    if option.choices:
        parts.append(f"-x -a {quoted(' '.join(option.choices))}")
    elif option.value:
        parts.append("-r")
    return " ".join([*parts, f"-d {quoted(option.text)}"])


def fish(root):
    yield LICENCE
    for command in root.walk():
        inside = [f"__fish_seen_subcommand_from {word}" for word in command.path]
        below = [each.path[-1] for each in command.subcommands]
        chosen = "; and ".join(inside + ([f"not __fish_seen_subcommand_from {' '.join(below)}"] if below else []))
        for each in command.subcommands:
            yield f"complete -c amends -f -n {quoted(chosen)} -a {each.path[-1]} -d {quoted(each.about)}"
        for option in command.options:
            yield fish_option(command, option, chosen)
    yield from (f"complete -c {other} -w amends" for other in PROGRAMS[1:])


if __name__ == "__main__":
    print("\n".join({"bash": bash, "zsh": zsh, "fish": fish}[sys.argv[2]](commands.read(sys.argv[1]))))
