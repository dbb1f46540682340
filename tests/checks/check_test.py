# SPDX-License-Identifier: Apache-2.0
"""Plants one violation after the other and expects each check to find it, and to find nothing in a clean tree."""
import importlib
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SPDX = "// SPDX-License-Identifier: Apache-2.0\n"


class Tree:
    """A small repository of its own."""

    def __init__(self, test):
        self.root = pathlib.Path(test.enterContext(tempfile.TemporaryDirectory()))
        self.git("init", "--quiet")
        for name in ("README.md", "ARCHITECTURE.md"):
            self.write(name, "# Amends\n")
        self.write("src/base/base/ids.h", SPDX)

    def git(self, *words):
        return subprocess.run(["git", "-c", "user.name=n", "-c", "user.email=e@example.org", *words], cwd=self.root,
                              capture_output=True, text=True, check=True).stdout

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def check(self, name, *arguments):
        done = subprocess.run([sys.executable, ROOT / f"script/check_{name}.py", *arguments], cwd=self.root,
                              capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr


class Planted(unittest.TestCase):
    def setUp(self):
        self.tree = Tree(self)

    def enterContext(self, manager):  # Python 3.11 has it; older ones do not.
        self.addCleanup(manager.__exit__, None, None, None)
        return manager.__enter__()

    def imported(self, name):
        sys.path.insert(0, str(ROOT / "script"))
        self.addCleanup(sys.path.remove, str(ROOT / "script"))
        return importlib.import_module(name)

    def clean(self, name, *arguments):
        code, said = self.tree.check(name, *arguments)
        self.assertEqual(code, 0, said)

    def found(self, name, expected, *arguments):
        code, said = self.tree.check(name, *arguments)
        self.assertEqual(code, 1, said)
        self.assertIn(expected, said)


class Layers(Planted):
    def plant(self, path, include):
        self.clean("layers")
        self.tree.write(path, f"{SPDX}#include {include}\n")

    def test_a_domain_file_may_not_know_the_platform(self):
        self.plant("src/features/promise/promise.cpp", '"platform/sql/session.h"')
        self.found("layers", "domain may not include platform")

    def test_a_domain_file_may_not_know_an_adapter(self):
        self.plant("src/features/promise/promise.cpp", '"promise/promise_http.h"')
        self.found("layers", "domain may not include http")

    def test_the_platform_may_not_know_a_feature(self):
        self.plant("src/platform/platform/http/router.cpp", '"promise/promise.h"')
        self.found("layers", "platform may not include domain")

    def test_the_base_may_not_know_the_platform(self):
        self.plant("src/base/base/result.h", '"platform/json/read.h"')
        self.found("layers", "base may not include platform")

    def test_an_adapter_may_not_know_another_kind_of_adapter(self):
        self.plant("src/features/promise/promise_sql.cpp", '"promise/promise_http.h"')
        self.found("layers", "sql may not include http")

    def test_a_feature_may_not_know_one_that_it_does_not_declare(self):
        self.plant("src/features/timeline/event_log.h", '"promise/promise.h"')
        self.found("layers", "feature timeline may not include")

    def test_a_feature_may_not_know_the_adapter_of_another(self):
        self.plant("src/features/promise/promise_sql.cpp", '"timeline/event_log_sql.h"')
        self.found("layers", "feature promise may not include")

    def test_a_path_may_not_climb(self):
        self.plant("src/features/promise/promise.cpp", '"../timeline/event_log.h"')
        self.found("layers", "write the full path")

    def test_a_heavy_header_stays_in_its_file(self):
        self.plant("src/features/promise/promise_sql.cpp", "<sqlite3.h>")
        self.found("layers", "only")

    def test_features_may_not_need_each_other_in_a_circle(self):
        check_layers = self.imported("check_layers")

        self.assertEqual(check_layers.circles({"a": {"b"}, "b": {"c"}, "c": set()}), [])
        self.assertIn("a", "".join(check_layers.circles({"a": {"b"}, "b": {"c"}, "c": {"a"}})))


class Sizes(Planted):
    def test_a_function_of_sixty_lines_is_the_longest(self):
        self.tree.write("src/app/long.cpp", SPDX + "void f()\n{\n" + "    g();\n" * 59 + "}\n")
        self.clean("sizes")
        self.tree.write("src/app/long.cpp", SPDX + "void f()\n{\n" + "    g();\n" * 60 + "}\n")
        self.found("sizes", "a function of 61 lines")

    def test_a_file_of_500_lines_is_the_longest(self):
        self.tree.write("src/app/long.cpp", SPDX + "int a;\n" * 499)
        self.clean("sizes")
        self.tree.write("src/app/long.cpp", SPDX + "int a;\n" * 500)
        self.found("sizes", "501 lines")

    def test_what_is_generated_may_be_long(self):
        self.tree.write("src/app/long.gen.h", SPDX + "int a;\n" * 600)
        self.clean("sizes")


class Words(Planted):
    def test_features_neither_throw_nor_catch(self):
        self.tree.write("src/features/promise/promise.cpp", SPDX + "void f() { throw 1; }\n")
        self.found("words", "throw")
        self.tree.write("src/features/promise/promise.cpp", SPDX + "void f() try { } catch (...) { }\n")
        self.found("words", "catch")

    def test_nobody_asks_the_machine_for_the_time(self):
        self.tree.write("src/app/desk.cpp", SPDX + "auto now = std::chrono::system_clock::now();\n")
        self.found("words", "take a Clock")

    def test_nothing_depends_on_the_locale(self):
        self.tree.write("src/app/desk.cpp", SPDX + "auto c = std::tolower(x);\n")
        self.found("words", "locale")

    def test_nothing_runs_a_shell_or_takes_weak_chance_or_hashes(self):
        for call in ("system(line)", "popen(line, mode)", "srand(7)", "MD5(bytes)"):
            self.tree.write("src/app/desk.cpp", SPDX + f"void f() {{ {call}; }}\n")
            self.found("words", call.split("(")[0])

    def test_no_note_to_oneself_stays(self):
        self.tree.write("src/app/desk.cpp", SPDX + "// TO" + "DO: later\n")
        self.found("words", "open an issue")

    def test_a_comment_may_say_throw(self):
        self.tree.write("src/features/promise/promise.cpp", SPDX + "// Features never throw.\n")
        self.clean("words")


class Spdx(Planted):
    def test_every_source_file_says_its_licence(self):
        self.clean("spdx", str(self.tree.root))
        for name in ("src/app/desk.cpp", "web/a.ts", "web/a.vue", "web/a.css", "script/a.py", "migrations/1.sql", "cmake/a.cmake"):
            with self.subTest(name):
                self.tree.write(name, "x\n")
                self.found("spdx", name, str(self.tree.root))
                (self.tree.root / name).unlink()

    def test_a_script_without_an_ending_counts_too(self):
        self.tree.write("script/run", "#!/bin/sh\ntrue\n")
        self.found("spdx", "script/run", str(self.tree.root))


class Migrations(Planted):
    def setUp(self):
        super().setUp()
        self.tree.write("migrations/0001_first.sql", "-- SPDX\nCREATE TABLE letters (id BIGINT NOT NULL);\n")

    def found_in(self, text, expected, name="0002_more.sql"):
        self.tree.write(f"migrations/{name}", text)
        self.found("migrations", expected)
        (self.tree.root / "migrations" / name).unlink()

    def test_the_release_before_still_runs_on_the_result(self):
        self.found_in("DROP TABLE letters;", "one release later")
        self.found_in("ALTER TABLE letters DROP COLUMN id;", "one release later")
        self.found_in("ALTER TABLE letters RENAME TO mails;", "one release later")
        self.found_in("ALTER TABLE letters ADD COLUMN at BIGINT NOT NULL;", "needs a DEFAULT")
        self.tree.write("migrations/0002_more.sql", "ALTER TABLE letters ADD COLUMN at BIGINT NOT NULL DEFAULT 0;")
        self.clean("migrations")
        self.tree.write("migrations/0003_less.sql", "-- contracts: letters.at, unused since 1.2\nALTER TABLE letters DROP COLUMN at;")
        self.clean("migrations")

    def test_one_text_suits_both_engines(self):
        self.found_in("CREATE TABLE a (id SERIAL);", "one engine only")
        self.found_in("CREATE TABLE a (doc JSONB);", "for each", "0002_more.postgres.sql")
        self.tree.write("migrations/0002_more.postgres.sql", "CREATE TABLE a (doc JSONB);")
        self.tree.write("migrations/0002_more.sqlite.sql", "CREATE TABLE a (doc TEXT);")
        self.clean("migrations")

    def test_numbers_leave_no_gap(self):
        self.found_in("SELECT 1;", "comes where 0002 is expected", "0003_more.sql")
        self.found_in("SELECT 1;", "is not called", "2_more.sql")


class Refusals(Planted):
    def test_every_refusal_has_a_sentence_in_each_language(self):
        check = self.imported("check_refusals")
        self.tree.write("src/features/promise/promise.cpp", SPDX + 'return refuse(Refusal::invalid, "promise.text_missing", "text");\n')
        codes = check.codes_of(self.tree.root / "src")
        spoken = {language: {"promise.text_missing": "Say it."} for language in check.LANGUAGES}

        self.assertEqual(list(check.objections(codes, spoken)), [])
        del spoken["el"]["promise.text_missing"]
        self.assertEqual(len(list(check.objections(codes, spoken))), 1)
        spoken["fi"]["promise.gone"] = "Poissa."
        self.assertEqual(len(list(check.objections(codes, spoken))), 1 + 3)


class Hosts(Planted):
    def found_in(self, line, expected):
        self.tree.write("docs/a.md", line + "\n")
        self.found("hosts", expected, str(self.tree.root))

    def test_no_path_of_one_machine(self):
        self.clean("hosts", str(self.tree.root))
        self.found_in("see /ho" + "me/maria/amends", "a path of one machine")
        self.found_in("`/wo" + "rk/main/src`", "a path of one machine")

    def test_no_host_of_packages(self):
        self.found_in("https://regis" + "try.example.org/vue", "a host of packages")
        self.found_in("http://de" + "b.example.org/debian", "a host of packages")
        self.found_in('"resol' + 'ved": "http' + 's://example.org/a.tgz"', "a lock file with hosts")

    def test_other_addresses_may_be_named(self):
        self.tree.write("docs/a.md", "https://example.org/ho" + "me/page src/ho" + "me/x ${dir}/wo" + "rk/x https://www.rfc-editor.org/\n")
        self.clean("hosts", str(self.tree.root))


class Files(Planted):
    def test_a_large_file_does_not_belong_here(self):
        self.clean("files", str(self.tree.root))
        self.tree.write("docs/a.txt", "x" * (1024 * 1024 + 1))
        self.found("files", "docs/a.txt", str(self.tree.root))

    def test_a_private_key_does_not_belong_here(self):
        self.tree.write("tests/key.pem", "-----BEGIN PRIVATE" + " KEY-----\n")
        self.found("files", "private key", str(self.tree.root))


class Docs(Planted):
    def found_in(self, name, text, expected):
        self.tree.write(name, text)
        self.found("docs", expected, str(self.tree.root))

    def test_the_two_first_pages_stay_short(self):
        self.tree.write("README.md", "a\n" * 60)
        self.tree.write("ARCHITECTURE.md", "a\n" * 150)
        self.clean("docs", str(self.tree.root))
        self.found_in("README.md", "a\n" * 61, "README.md: 61 lines")
        self.found_in("ARCHITECTURE.md", "a\n" * 151, "ARCHITECTURE.md: 151 lines")

    def test_a_link_leads_somewhere(self):
        self.tree.write("docs/b.md", "# B\n")
        self.tree.write("docs/a.md", "[b](b.md#there) [r](../README.md) [w](https://example.org)\n")
        self.clean("docs", str(self.tree.root))
        self.found_in("docs/a.md", "[c](c.md)\n", "links to c.md")

    def test_a_file_that_is_named_is_there(self):
        self.tree.write("ARCHITECTURE.md", "`base/ids.h` and `src/base/base/ids.h`\n")
        self.clean("docs", str(self.tree.root))
        self.found_in("ARCHITECTURE.md", "`base/gone.h`\n", "names base/gone.h")
        self.found_in("ARCHITECTURE.md", "`script/gone`\n", "names script/gone")

    def test_the_first_pages_may_not_be_missing(self):
        (self.tree.root / "README.md").unlink()
        self.found("docs", "README.md: missing", str(self.tree.root))


class Commits(Planted):
    def says(self, message):
        self.tree.write("message", message)
        return subprocess.run([ROOT / "script/check_commit", "message"], cwd=self.tree.root, capture_output=True).returncode == 0

    def test_a_subject_names_its_area_and_what_it_does(self):
        self.assertTrue(self.says("promise: Refuse a due date in the past\n\nwhy\n"))
        self.assertTrue(self.says("mail: Read\n"))
        self.assertFalse(self.says("Refuse a due date\n"))
        self.assertFalse(self.says("promise: refuse a due date\n"))
        self.assertFalse(self.says("promise: Refuse a due date.\n"))
        self.assertFalse(self.says("promise: " + "R" * 64 + "\n"))
        self.assertTrue(self.says("promise: " + "R" * 63 + "\n"))
        self.assertFalse(self.says("promise: Refuse\nwhy\n"))

    def test_the_last_commit_is_checked_unless_told(self):
        self.tree.git("add", "-A")
        self.tree.git("commit", "--quiet", "-m", "no area")
        self.tree.git("commit", "--quiet", "--allow-empty", "-m", "area: Say it")
        run = lambda *range: subprocess.run([ROOT / "script/check_commit", *range], cwd=self.tree.root, capture_output=True).returncode
        self.assertEqual(run(), 0)
        self.assertEqual(run("HEAD"), 1)


if __name__ == "__main__":
    unittest.main()
