// SPDX-License-Identifier: Apache-2.0
#include "platform/text/words.h"

#include "platform/text/letters.h"
#include "platform/text/unspaced.h"

#include <utility>

namespace amends::text {
namespace {

constexpr std::size_t longest_word = 64;

bool joins(char32_t letter)
{
    switch (letter) {
    case '@':
    case '.':
    case '-':
    case '_':
    case '/':
    case ':':
    case '\'':
    case '+':
    case ',':
    case U'’':
    case U'‐':
    case U'‑':
    case U'٫':
    case U'٬': return true;
    default: return false;
    }
}

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::vector<Word> words() &&
    {
        while (at_ < text_.size()) {
            const std::size_t begin = at_;
            const char32_t letter = next_code_point(text_, at_);
            const Kind kind = kind_of(letter);
            if (kind == Kind::letter || kind == Kind::digit) word(begin);
            else if (kind == Kind::unspaced) run(begin);
            else joiner_ = joins(letter) && !words_.empty() && words_.back().end == begin;
        }
        return std::move(words_);
    }

private:
    // Reads on to the end of the word that begins at `begin`.
    void word(std::size_t begin)
    {
        Word word{.begin = begin, .joined = std::exchange(joiner_, false)};
        bool letters = false;
        bool digits = false;
        for (at_ = begin; at_ < text_.size();) {
            std::size_t after = at_;
            const char32_t letter = next_code_point(text_, after);
            const Kind kind = kind_of(letter);
            if (kind == Kind::none || kind == Kind::unspaced) break;
            at_ = after;
            if (kind == Kind::silent) continue;
            if (kind == Kind::half_space) {
                word.half_space = true;
                continue;
            }
            letters = letters || kind == Kind::letter;
            digits = digits || kind == Kind::digit;
            if (word.script == Script::other) word.script = script_of(letter, kind);
            if (word.light.size() >= longest_word || word.strong.size() >= longest_word) continue;
            append_light(word.light, letter);
            append_strong(word.strong, letter);
        }
        word.end = at_;
        word.digits_only = digits && !letters;
        word.letters_and_digits = digits && letters;
        if (!word.strong.empty()) words_.push_back(std::move(word));
    }

    static Script script_of(char32_t letter, Kind kind)
    {
        if (kind != Kind::letter) return Script::other;
        if (letter < 0x250 || (letter >= 0x1e00 && letter <= 0x1eff)) return Script::latin;
        if (greek(letter)) return Script::greek;
        return arabic(letter) ? Script::arabic : Script::other;
    }

    void run(std::size_t begin)
    {
        while (at_ < text_.size()) {
            std::size_t after = at_;
            const Kind kind = kind_of(next_code_point(text_, after));
            if (kind != Kind::unspaced && kind != Kind::mark) break;
            at_ = after;
        }
        joiner_ = false;
        for (const auto& [from, to] : cut_unspaced(text_.substr(begin, at_ - begin))) {
            Word word{.begin = begin + from, .end = begin + to};
            for (std::size_t at = word.begin; at < word.end && word.strong.size() < longest_word;) {
                const char32_t letter = next_code_point(text_, at);
                append_light(word.light, letter);
                append_strong(word.strong, letter);
            }
            if (!word.strong.empty()) words_.push_back(std::move(word));
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool joiner_ = false; // Between the last word and here stands one joining character and nothing else.
    std::vector<Word> words_{};
};

} // namespace

std::vector<Word> words_of(std::string_view text) { return Reader(text).words(); }

} // namespace amends::text
