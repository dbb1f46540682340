// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/raster.h"

#include <doctest/doctest.h>
#include <string>

using namespace amends;
using namespace std::string_literals;

namespace {

std::string told(const std::string& bytes)
{
    const auto found = mail::raster_of(bytes);
    return found ? std::string(found->type) + " " + std::to_string(found->width) + "x" + std::to_string(found->height)
                 : "none";
}

} // namespace

TEST_CASE("a picture is told by how its bytes begin, with its size")
{
    CHECK(told("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\2\0\0\0\3\x08\6\0\0\0"s) == "image/png 258x3");
    CHECK(told("GIF89a\x02\x01\x03\x00\x80"s) == "image/gif 258x3");
    CHECK(told("\xff\xd8\xff\xe0\0\4ab\xff\xc4\0\3x\xff\xc2\0\x11\x08\0\3\1\2\3\1\x11"s) == "image/jpeg 258x3");
    CHECK(told("RIFF\x1a\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0\1\1\0\2\0\0...."s) == "image/webp 258x3");
    CHECK(told("RIFF\x1a\0\0\0WEBPVP8L\n\0\0\0\x2f\1\x81\0\0......"s) == "image/webp 258x3");
    CHECK(told("RIFF\x1a\0\0\0WEBPVP8 \n\0\0\0\0\0\0\x9d\1\x2a\2\1\3\0.."s) == "image/webp 258x3");
}

TEST_CASE("T4: what is no raster is none, whatever it is called")
{
    for (const auto& bytes :
         {""s, "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"s, "<html>"s, "%PDF-1.7"s, "BM......"s,
          "\x89PNG\r\n\x1a\n"s, "GIF89a"s, "\xff\xd8\xff"s, "\xff\xd8\xff\xe0\xff\xff"s,
          "\xff\xd8\xff\xd9\0\0\0\0\0\0\0\0"s, "RIFF\0\0\0\0WEBPJUNK......................"s,
          "RIFF\0\0\0\0WAVEfmt ......................"s}) {
        CAPTURE(bytes);
        CHECK(told(bytes) == "none");
    }
}

TEST_CASE("T19: a picture of more than fifty megapixels is not to be shown, whatever its bytes weigh")
{
    CHECK(mail::showable("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x1f\x40\0\0\x17\x70\x08\6\0\0\0"s)); // 8,000 by 6,000.
    CHECK_FALSE(mail::showable("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\6\0\0\0"s));
    CHECK_FALSE(mail::showable("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff\xff\xff\xff\xff\xff\xff\x08\6\0\0\0"s));
    CHECK_FALSE(mail::showable("GIF89a\xff\xff\xff\xff\x80"s));
    CHECK_FALSE(mail::showable("<svg/>"));
}

TEST_CASE("a JPEG whose segments are of no length comes to an end")
{
    std::string endless = "\xff\xd8\xff"s;
    for (int i = 0; i < 100'000; ++i) endless += "\xe0\0\0\xff"s;
    CHECK(told(endless) == "none");
}
