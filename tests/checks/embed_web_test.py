# SPDX-License-Identifier: Apache-2.0
"""What script/embed_web.py lays into a program comes out byte by byte, and nothing else does."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PRINTER = """
#include "platform/assets/assets.h"
#include <cstdio>
int main(int, char** asked)
{
    if (asked[1] == nullptr) {
        for (const auto& asset : amends::assets())
            std::printf("%s %s %zu %zu %zu %d\\n", asset.path.data(), asset.type.data(), asset.bytes.size(), asset.gzip.size(),
                        asset.brotli.size(), asset.immutable);
        return 0;
    }
    const auto* const asset = amends::find_asset(asked[1]);
    return asset == nullptr || std::fwrite(asset->bytes.data(), 1, asset->bytes.size(), stdout) != asset->bytes.size();
}
"""
EVERY_BYTE = bytes(range(256)) * 3
FILES = {
    "workspace.html": b"<!doctype html>\n", "empty.txt": b"", "assets/font-1a2b.woff2": EVERY_BYTE,
    "assets/main-3c4d.js": b"x" * 1000, "assets/main-3c4d.js.gz": b"\x1f\x8bshort", "assets/main-3c4d.js.br": b"shorter",
    "assets/main-3c4d.js.map": b"{}", ".vite/manifest.json": b"{}",
}


class EmbedWeb(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix='a "quoted" folder ')
        self.addCleanup(folder.cleanup)
        self.place = pathlib.Path(folder.name)
        for name, content in FILES.items():
            (self.place / "dist" / name).parent.mkdir(parents=True, exist_ok=True)
            (self.place / "dist" / name).write_bytes(content)

    def embed(self):
        return subprocess.run([sys.executable, ROOT / "script/embed_web.py", self.place / "dist", self.place / "assets.gen.cpp"],
                              capture_output=True, text=True)

    def program(self):
        done = self.embed()
        self.assertEqual(done.returncode, 0, done.stderr)
        (self.place / "main.cpp").write_text(PRINTER)
        sources = [self.place / "assets.gen.cpp", self.place / "main.cpp", ROOT / "src/platform/platform/assets/assets.cpp"]
        subprocess.run(["g++", "-std=c++23", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-O2", "-fPIE", "-pie",
                        f"-I{ROOT}/src/platform", *sources, "-o", self.place / "program"], check=True)
        return self.place / "program"

    def test_what_went_in_comes_out(self):
        program = self.program()

        listed = subprocess.run([program], capture_output=True, text=True, check=True).stdout.splitlines()
        self.assertEqual(listed, [
            f"/assets/font-1a2b.woff2 font/woff2 {len(EVERY_BYTE)} 0 0 1",
            "/assets/main-3c4d.js text/javascript; charset=utf-8 1000 7 7 1",
            "/empty.txt text/plain; charset=utf-8 0 0 0 0",
            "/workspace.html text/html; charset=utf-8 16 0 0 0",
        ])
        for name in ("workspace.html", "assets/font-1a2b.woff2", "assets/main-3c4d.js", "empty.txt"):
            out = subprocess.run([program, "/" + name], capture_output=True, check=True).stdout
            self.assertEqual(out, FILES[name], name)
        self.assertNotEqual(subprocess.run([program, "/assets/main-3c4d.js.gz"], capture_output=True).returncode, 0)

    def test_a_file_of_unknown_kind_is_refused(self):
        (self.place / "dist/a.exe").write_bytes(b"MZ")

        done = self.embed()

        self.assertNotEqual(done.returncode, 0)
        self.assertIn("a.exe", done.stderr)

    def test_a_change_of_content_changes_the_text_that_is_compiled(self):
        self.embed()
        before = (self.place / "assets.gen.cpp").read_text()
        (self.place / "dist/workspace.html").write_bytes(b"<!DOCTYPE html>\n")

        self.embed()

        self.assertNotEqual((self.place / "assets.gen.cpp").read_text(), before)


if __name__ == "__main__":
    unittest.main()
