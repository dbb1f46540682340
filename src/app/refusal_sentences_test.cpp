// SPDX-License-Identifier: Apache-2.0
#include "app/refusal_sentences.h"

#include <doctest/doctest.h>

using namespace amends;

TEST_CASE("a refusal is said in the language of the person, and in English to everybody else")
{
    CHECK(refusal_sentence("sign_in.too_many", "fi").starts_with("Liian monta"));
    CHECK(refusal_sentence("sign_in.too_many", "el").starts_with("Πάρα πολλές"));
    CHECK(refusal_sentence("sign_in.too_many", "fa").starts_with("تلاش"));
    CHECK(refusal_sentence("sign_in.too_many", "sv").starts_with("Too many"));
    CHECK(refusal_sentence("sign_in.too_man", "en").empty());
    CHECK(refusal_sentence("", "en").empty());
}
