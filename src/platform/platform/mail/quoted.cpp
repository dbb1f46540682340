// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/quoted.h"

#include "platform/mail/ascii.h"
#include "platform/mail/quoted_words.h"
#include "platform/mail/reply_header.h"

#include <algorithm>
#include <map>

namespace amends::mail {

namespace {

enum class Fate : std::uint8_t {
    own,    // The writer's words.
    quoted, // A quoted line; whether it is shown depends on what stands around it.
    folded, // Introductions, signatures, other mails.
};

// Lines of nothing but signs: "-----", "____", "ᐧ" of a mail tracker.
bool is_ornament(std::string_view text)
{
    text = trim(text);
    while (!text.empty()) {
        if (holds("-_=*#~+.|<>[]() \t", text.substr(0, 1))) text.remove_prefix(1);
        else if (text.starts_with("\xE2\x80\x93") || text.starts_with("\xE2\x80\x94") ||
                 text.starts_with("\xE1\x90\xA7") || text.starts_with("\xE2\x80\x8B") ||
                 text.starts_with("\xE2\x80\x8C") || text.starts_with("\xE2\x80\x8D") ||
                 text.starts_with("\xE2\x95\x90") || text.starts_with("\xE2\x94\x80") ||
                 text.starts_with("\xE2\x80\x95"))
            text.remove_prefix(3);
        else if (text.starts_with("\xC2\xA0") || text.starts_with("\xC2\xAD")) text.remove_prefix(2);
        else return false;
    }
    return true;
}

// "--", "-- ", an em dash: what follows is a signature.
bool opens_signature(std::string_view text)
{
    text = trim(text);
    return text == "--" || text == "---" || text == "\xE2\x80\x94" || text == "\xE2\x80\x93" || text == "__" ||
           text == "\xE2\x80\x94\xE2\x80\x94" || text == "- --";
}

// "_______________": a line that may set off a signature, or a heading.
bool is_rule(std::string_view text)
{
    text = trim(text);
    return text.size() >= 5 && text.find_first_not_of(text[0]) == std::string_view::npos &&
           holds("_-=*~#", text.substr(0, 1));
}

std::string_view without_wrapping(std::string_view text)
{
    text = trim(text);
    while (!text.empty() && holds("*_([<-~ >|\"", text.substr(0, 1))) text.remove_prefix(1);
    while (text.starts_with("\xE2\x80\x94") || text.starts_with("\xE2\x80\x93")) text = trim(text.substr(3));
    return text;
}

bool names_device(std::string_view text)
{
    const auto plain = without_wrapping(text);
    if (plain.empty() || plain.size() > 200) return false;
    auto small = lower(plain);
    std::erase_if(small, [](char letter) { return letter == '[' || letter == ']'; });
    if (small.size() < 40 && small.ends_with(" from mobile")) return true;
    if (std::ranges::any_of(device_starts,
                            [&](auto start) { return small.starts_with(start) || plain.starts_with(start); })) {
        // "Sent from the warehouse yesterday, but nothing came": a sentence of the writer's.
        return small.size() < 90 || holds(small, "http") || holds(small, "excuse");
    }
    // German and Turkish put the verb last: "Von meinem iPhone gesendet".
    const bool device = holds(small, "iphone") || holds(small, "ipad") || holds(small, "android") ||
                        holds(small, "samsung") || holds(small, "huawei") || holds(small, "xiaomi");
    for (const std::string_view verb : {"gesendet", "gönderildi", "lähetetty", "傳送", "发送", "送信", "ارسال شد",
                                        "보냄", "küldve", "skickat", "verzonden"})
        if (device && holds(small, verb) && small.size() < 90) return true;
    return false;
}

class Folding {
public:
    explicit Folding(std::span<const Line> lines)
        : lines_(lines), fates_(lines.size(), Fate::own), introduced_(lines.size(), false)
    {
    }

    std::string fold()
    {
        first_look();
        find_other_mail();
        fold_signature();
        fold_quotations();
        trim_end();
        return joined();
    }

    // Another mail began: what follows is part of it.
    [[nodiscard]] bool folds_the_rest() const { return folds_the_rest_; }

private:
    [[nodiscard]] std::string_view text(std::size_t at) const { return lines_[at].text; }
    [[nodiscard]] bool blank(std::size_t at) const { return trim(text(at)).empty() || trim(text(at)) == "\xC2\xA0"; }
    [[nodiscard]] bool own(std::size_t at) const { return fates_[at] == Fate::own && !blank(at); }

    [[nodiscard]] bool own_before(std::size_t end) const { return first_own_ < end; }

    void first_look()
    {
        for (std::size_t at = 0; at < lines_.size(); ++at) {
            const auto bare = trim(text(at));
            const bool broken = at > 0 && bare.starts_with('>') && closes_bracket(lines_[at - 1].text, bare);
            if (lines_[at].mark == Mark::quoted || (bare.starts_with('>') && !broken)) fates_[at] = Fate::quoted;
            else if (lines_[at].mark == Mark::signature) fates_[at] = Fate::folded;
            introduced_[at] = lines_[at].mark == Mark::quoted;
        }
        keep_wrapped_lines();
        first_own_ = lines_.size();
        for (std::size_t at = lines_.size(); at-- > 0;)
            if (own(at) && !is_ornament(text(at))) first_own_ = at;
    }

    // A long quoted line that was broken without a sign: one word alone between two quoted lines.
    void keep_wrapped_lines()
    {
        for (std::size_t at = 1; at + 1 < lines_.size(); ++at) {
            const auto word = trim(text(at));
            if (fates_[at] == Fate::own && fates_[at - 1] == Fate::quoted && fates_[at + 1] == Fate::quoted &&
                text(at - 1).size() > 35 && word.size() > 1 && word.find_first_of(" \t") == std::string_view::npos &&
                word.find_first_of("()/_=<>") != std::string_view::npos)
                fates_[at] = Fate::quoted;
        }
    }

    // From an introduction or a header on, everything may be another mail.
    void find_other_mail()
    {
        for (std::size_t at = 0; at < lines_.size(); ++at) {
            if (lines_[at].mark == Mark::tail && own_before(at)) return cut(at);
            if (fates_[at] != Fate::own || blank(at)) continue;
            if (opens_other_mail(text(at)) && own_before(at)) return cut(at);
            if (is_reply_header(lines_, at) && own_before(at)) return cut(at);
            if (const auto intro = introduction_at(lines_, at); intro.end > 0) {
                if (take_introduction(intro, at)) return;
                at = intro.end - 1;
            }
        }
    }

    // True when everything from here on is folded.
    bool take_introduction(const Introduction& intro, std::size_t at)
    {
        auto next = intro.end;
        while (next < lines_.size() && blank(next)) ++next;
        const bool marked = next < lines_.size() && fates_[next] == Fate::quoted;
        const bool alone = intro.own_text.empty() && !own_before(at);
        if (!intro.own_text.empty()) {
            shown_[at] = intro.own_text;
            first_own_ = std::min(first_own_, at);
        }
        if (!marked && !alone) {
            cut(intro.own_text.empty() ? at : at + 1);
            return true;
        }
        for (auto i = intro.own_text.empty() ? at : at + 1; i < intro.end; ++i) fates_[i] = Fate::folded;
        if (next < lines_.size()) introduced_[next] = true;
        // The introduction was taken for the first line of the writer's.
        if (first_own_ >= at && first_own_ < intro.end && intro.own_text.empty()) {
            first_own_ = lines_.size();
            for (std::size_t i = lines_.size(); i-- > intro.end;)
                if (own(i) && !is_ornament(text(i))) first_own_ = i;
        }
        return false;
    }

    void cut(std::size_t from)
    {
        folds_the_rest_ = true;
        for (auto at = from; at < lines_.size(); ++at) fates_[at] = Fate::folded;
    }

    [[nodiscard]] std::size_t own_after(std::size_t at, std::size_t& letters) const
    {
        std::size_t count = 0;
        for (++at; at < lines_.size(); ++at)
            if (own(at)) {
                ++count;
                letters += text(at).size();
            }
        return count;
    }

    void fold_signature()
    {
        std::size_t looked = 0;
        for (std::size_t at = first_own_ + 1; at < lines_.size() && looked < 50; ++at) {
            if (fates_[at] != Fate::own) continue;
            const bool exact = opens_signature(text(at));
            if (!exact && !is_rule(text(at))) continue;
            ++looked;
            std::size_t letters = 0;
            const auto following = own_after(at, letters);
            if (following > (exact ? 14U : 4U) || letters > (exact ? 1'500U : 300U)) continue;
            for (auto i = at; i < lines_.size(); ++i)
                if (fates_[i] == Fate::own) fates_[i] = Fate::folded;
            return;
        }
    }

    // A block of quoted lines is shown where the writer answers below it; the mail that is answered as a whole is not.
    void fold_quotations()
    {
        std::vector<std::pair<std::size_t, std::size_t>> answered;
        std::size_t last_own = 0;
        for (std::size_t at = 0; at < lines_.size(); ++at)
            if (own(at) && !is_ornament(text(at)) && !names_device(text(at))) last_own = at;
        std::size_t introduced_answered = 0;
        for (std::size_t at = 0; at < lines_.size(); ++at) {
            if (fates_[at] != Fate::quoted) continue;
            const auto from = at;
            bool introduced = introduced_[at];
            while (at < lines_.size() && (fates_[at] == Fate::quoted || (fates_[at] == Fate::own && blank(at)))) {
                introduced = introduced || (introduced_[at] && fates_[at] == Fate::quoted && at == from);
                ++at;
            }
            if (last_own < at) fold_range(from, at);
            else {
                answered.emplace_back(from, at);
                introduced_answered += introduced ? 1U : 0U;
            }
        }
        if (answered.size() == 1 && introduced_answered == 1)
            fold_range(answered.front().first, answered.front().second);
    }

    void fold_range(std::size_t from, std::size_t end)
    {
        for (auto at = from; at < end; ++at)
            if (fates_[at] == Fate::quoted) fates_[at] = Fate::folded;
    }

    // Ornaments and the lines of mobile programs at the end; never the first line.
    void trim_end()
    {
        for (std::size_t at = lines_.size(); at-- > 0;) {
            if (fates_[at] == Fate::folded || blank(at)) continue;
            if (at <= first_own_ || fates_[at] == Fate::quoted || (!is_ornament(text(at)) && !names_device(text(at))))
                return;
            fates_[at] = Fate::folded;
        }
    }

    [[nodiscard]] std::string joined() const
    {
        std::string out;
        bool any = false, gap = false;
        for (std::size_t at = 0; at < lines_.size(); ++at) {
            if (fates_[at] == Fate::folded) {
                gap = true;
                continue;
            }
            // Where lines were folded, the empty ones around them are one.
            if (gap && blank(at) && (out.empty() || out.ends_with("\n\n"))) continue;
            gap = gap && blank(at);
            any = any || !blank(at);
            const auto part = shown_.find(at);
            out.append(part == shown_.end() ? lines_[at].text : part->second).append("\n");
        }
        if (!any) return trimmed(text_of(lines_));
        return trimmed(std::move(out));
    }

    // Without empty lines at either end.
    static std::string trimmed(std::string text)
    {
        while (!text.empty() && is_blank(text.back())) text.pop_back();
        std::size_t start = 0;
        for (std::size_t at = 0; at < text.size() && is_blank(text[at]); ++at)
            if (text[at] == '\n') start = at + 1;
        return text.substr(start);
    }

    std::span<const Line> lines_;
    std::vector<Fate> fates_;
    std::vector<bool> introduced_;
    std::map<std::size_t, std::string> shown_{};
    std::size_t first_own_ = 0;
    bool folds_the_rest_ = false;
};

} // namespace

std::string visible_part(std::span<const Line> lines)
{
    // A log of a million lines that somebody pasted is not looked at to its end.
    constexpr std::size_t most = 10'000;
    if (lines.size() <= most) return Folding(lines).fold();
    Folding folding(lines.first(most));
    auto left = folding.fold();
    if (!folding.folds_the_rest()) left.append("\n").append(text_of(lines.subspan(most)));
    return left;
}

} // namespace amends::mail
