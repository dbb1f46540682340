// SPDX-License-Identifier: Apache-2.0
#include "platform/assets/assets.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace amends;

TEST_CASE("both pages are there, whether the web part was built or not")
{
    for (const auto* const path : {"/workspace.html", "/portal.html"}) {
        const auto* const page = find_asset(path);

        REQUIRE(page != nullptr);
        CHECK(page->type == "text/html; charset=utf-8");
        CHECK(page->bytes.starts_with("<!doctype html>"));
        CHECK(page->bytes.ends_with("</html>\n"));
        CHECK_FALSE(page->immutable);
    }
}

TEST_CASE("an address that names no asset finds none")
{
    for (const auto* const path : {"", "/", "workspace.html", "/workspace.htm", "/workspace.html/", "/WORKSPACE.HTML",
                                   "/../etc/passwd", "/assets/", "/.vite/manifest.json", "/~"}) {
        CAPTURE(path);
        CHECK(find_asset(path) == nullptr);
    }
}

TEST_CASE("every asset is found under its own address")
{
    CHECK(std::ranges::is_sorted(assets(), std::ranges::less_equal{}, &Asset::path));
    for (const auto& asset : assets()) {
        CAPTURE(asset.path);
        CHECK(find_asset(asset.path) == &asset);
        CHECK_FALSE(asset.type.empty());
        CHECK_FALSE(asset.bytes.empty());
        CHECK(asset.immutable == asset.path.starts_with("/assets/"));
    }
}

TEST_CASE("a packed asset is smaller than the plain one")
{
    for (const auto& asset : assets()) {
        CAPTURE(asset.path);
        if (!asset.gzip.empty()) {
            CHECK(asset.gzip.starts_with("\x1f\x8b"));
            CHECK(asset.gzip.size() < asset.bytes.size());
        }
        if (!asset.brotli.empty()) CHECK(asset.brotli.size() < asset.bytes.size());
    }
}
