#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails when a file includes what its layer, or its feature, may not know."""
import pathlib
import re
import sys

# A layer may include itself and the layers named here.
EDGES = {"base", "platform", "domain"}
MAY_INCLUDE = {
    "base": set(),
    "platform": {"base"},
    "domain": {"base"},
    "sql": EDGES,
    "http": EDGES,
    "jobs": EDGES,
    "channel": EDGES,
    "app": EDGES | {"sql", "http", "jobs", "channel"},
    "test": EDGES | {"sql", "http", "jobs", "channel", "app"},
}
# A feature may include the domain files of the features named here, and its own. Everybody may know the timeline and the
# brand. A cycle is refused.
FEATURE_NEEDS = {
    "timeline": set(),
    "brand": set(),
    "staff": set(),
    "person": set(),
    "channel": set(),
    "conversation": {"person", "channel"},
    "case": {"person", "staff", "conversation"},
    "estimate": set(),
    "workload": {"case", "staff"},
    "queue": {"case", "workload", "staff"},
    "promise": {"case"},
    "handover": {"case", "promise", "conversation", "person"},
    "relief": {"case", "handover", "workload", "staff"},
    "staffing": {"case", "staff", "workload", "signal"},
    "signal": {"case", "conversation"},
    "target": {"case"},
    "reply": {"case", "promise", "person", "conversation", "channel", "signal"},
    "closure": {"case", "promise", "person", "conversation", "channel", "reply"},
    "portal": {"case", "promise", "person", "conversation", "channel", "reply", "closure", "staff", "staffing"},
    "guest": {"case", "conversation"},
    "silence": {"case"},
    "board": {"case", "promise"},
    "figure": {"case", "promise"},
    "search": {"case", "conversation", "person"},
    "triage": {"case", "conversation", "channel", "person", "signal", "reply"},
}
KNOWN_TO_ALL = {"timeline", "brand"}
# Headers that cost seconds, or tie us to one library, and the only files that may pay.
ONLY_IN = {
    "boost/(asio|beast)": r"platform/(http/(server|client)|mail/lmtp)\.cpp|platform/http/beast_socket\.h",
    "openssl": r"platform/(net/tls|mail/xoauth2|crypto/(totp|hash))\.cpp",
    "boost/json": r"platform/json/read\.cpp",
    "sqlite3": r"platform/sql/sqlite(_functions)?\.cpp",
    "libpq": r"platform/sql/postgres\.cpp",
    "gmime": r"platform/mail/mime\.cpp",
    "gumbo": r"platform/mail/(html_text|html_tree|wash)\.cpp",
    "cld2": r"platform/text/language\.cpp",
    "date/": r"platform/calendar/zone\.cpp",
    "unicode/": r"platform/(text/(letters|unspaced)|mail/charset)\.cpp",
    "libstemmer": r"platform/text/stem\.cpp",
    "seccomp": r"platform/child/system_calls\.cpp",
    "sodium": r"platform/crypto/\w+\.cpp",
}


def layer_of(path):
    role = re.search(r"_(sql|http|jobs|channel|test)\.(h|cpp)$", path)
    if path.startswith("testing/") or "test" in (role.group(1) if role else ""):
        return "test"
    for top in ("base", "platform", "app"):
        if path.startswith(top + "/"):
            return top
    return role.group(1) if role else "domain"


def feature_of(path):
    first = path.split("/")[0]
    return first if "/" in path and first not in ("base", "platform", "app", "testing") else None


def objections(path, target):
    layer, to = layer_of(path), layer_of(target)
    feature, to_feature = feature_of(path), feature_of(target)
    if ".." in target:
        yield "write the full path"
    if to != layer and to not in MAY_INCLUDE[layer]:
        yield f"{layer} may not include {to}"
    if feature and to_feature not in (feature, None) and layer != "test":
        if to != "domain" or to_feature not in FEATURE_NEEDS.get(feature, set()) | KNOWN_TO_ALL:
            yield f"feature {feature} may not include this of {to_feature}"


def circles(needs):
    """Each chain of needs that comes back to where it began: two such features are one, or a third is missing."""

    def walk(chain):
        for to in sorted(needs.get(chain[-1], set()) - {chain[-1]}):
            if to == chain[0]:
                yield "FEATURE_NEEDS: " + " needs ".join(chain + [to])
            elif to > chain[0] and to not in chain:
                yield from walk(chain + [to])

    return [each for feature in sorted(needs) for each in walk([feature])]


def main(src):
    wrong = circles(FEATURE_NEEDS)
    for file in sorted(src.rglob("*.[hc]*")):
        path = re.sub(r"^(base|platform|features|testing)/", "", file.relative_to(src).as_posix())
        for number, line in enumerate(file.read_text().splitlines(), 1):
            included = re.match(r'\s*#\s*include\s+(["<])([^">]+)', line)
            if not included:
                continue
            own, target = included.group(1) == '"', included.group(2)
            reasons = list(objections(path, target)) if own and not target.endswith(".gen.h") else []
            reasons += [f"only {where} may" for what, where in ONLY_IN.items()
                        if re.match(what, target) and not re.fullmatch(where, path)]
            wrong += [f"{file}:{number}: {target}: {reason}" for reason in reasons]
    print("\n".join(wrong) or "layers: ok")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "src")))
