#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the sentences of locales/SET/*.json as a C++ header; fails when the languages do not say the same.

Usage: embed_words.py SET [--write HEADER]"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LANGUAGES = ("el", "en", "fa", "fi")


def read(folder):
    return {language: json.loads((folder / f"{language}.json").read_text(encoding="utf-8")) for language in LANGUAGES}


def blanks(text):
    return sorted(re.findall(r"\{(\w+)\}", text))


def objections(said):
    english = said["en"]
    for language, sentences in said.items():
        for key in sorted(english.keys() ^ sentences.keys()):
            yield f"{language}: {key}: only one of English and this has it"
        for key in english.keys() & sentences.keys():
            if not sentences[key].strip():
                yield f"{language}: {key}: is empty"
            if blanks(sentences[key]) != blanks(english[key]):
                yield f"{language}: {key}: other blanks than English"


def header(name, said):
    rows = [f'    {{{json.dumps(language)}, {json.dumps(key)}, {json.dumps(text, ensure_ascii=False)}}},'
            for language in LANGUAGES for key, text in sorted(said[language].items())]
    return "\n".join([f"// Generated from locales/{name}/ by script/embed_words.py.", "#pragma once", "",
                      '#include "platform/text/sentences.h"', "", "namespace amends {", "",
                      f"inline constexpr text::Sentence {name}_sentences[] = {{", *rows, "};", "",
                      "} // namespace amends", ""])


def main(name, flag=None, path=None):
    said = read(ROOT / "locales" / name)
    wrong = list(objections(said))
    print("\n".join(wrong) or f"words of {name}: ok")
    if flag == "--write" and not wrong:
        pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
        pathlib.Path(path).write_text(header(name, said), encoding="utf-8")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
