#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails when the desk can refuse something without a sentence for it in each language. With --write FILE it also writes
the sentences as C++ for the program."""
import json
import pathlib
import re
import sys

LANGUAGES = ["en", "fi", "el", "fa"]
CODE = r'"([a-z_]+(?:\.[a-z_0-9]+)+)"'
# refuse(Refusal::invalid, "x.y"), {Refusal::invalid, "x.y"}, node.refused("x.y")
USES = re.compile(r"(?:Refusal::\w+,|refused\()\s*(?:[^\"(){};]*\?\s*)?" + CODE)


def codes_of(src):
    found = {}
    for file in sorted(src.rglob("*.[hc]*")):
        if not file.stem.endswith("_test") and ".gen." not in file.name:
            for code in USES.findall(file.read_text()):
                found.setdefault(code, file.relative_to(src).as_posix())
    return found


def sentences(folder):
    return {language: json.loads((folder / f"{language}.json").read_text()) for language in LANGUAGES}


def objections(codes, spoken):
    everywhere = set().union(*spoken.values()) | set(codes)
    for language, known in spoken.items():
        for code in sorted(everywhere - set(known)):
            yield f"locales/refusals/{language}.json: {code} ({codes.get(code, 'another language')}) has no sentence"
        for code, sentence in known.items():
            if not sentence.strip().endswith((".", "»", "؟")):
                yield f"locales/refusals/{language}.json: {code}: a sentence ends with a full stop"


def as_cpp(spoken):
    rows = [f"    {{{json.dumps(code)}, {{{', '.join('R' + chr(34) + 's(' + spoken[language].get(code, '') + ')s' + chr(34) for language in LANGUAGES)}}}}},"
            for code in sorted(spoken["en"])]
    return "\n".join(["// Generated from locales/refusals/ by script/check_refusals.py.", "#pragma once", "",
                      "#include <array>", "#include <string_view>", "", "namespace amends {", "",
                      "struct RefusalSentence {", "    std::string_view code;",
                      f"    std::array<std::string_view, {len(LANGUAGES)}> sentences; // en, fi, el, fa", "};", "",
                      "// Sorted by code.", "inline constexpr RefusalSentence refusal_sentences[] = {", *rows, "};", "",
                      "} // namespace amends", ""])


def main(root, target):
    spoken = sentences(root / "locales/refusals")
    if target:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(as_cpp(spoken))
        return False
    wrong = list(objections(codes_of(root / "src"), spoken))
    print("\n".join(wrong) or f"refusals: ok, {len(spoken['en'])} sentences in {len(LANGUAGES)} languages")
    return bool(wrong)


if __name__ == "__main__":
    place = pathlib.Path(__file__).resolve().parent.parent
    sys.exit(main(place, pathlib.Path(sys.argv[2]) if "--write" in sys.argv else None))
