// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/addresses.h"

#include "platform/mail/ascii.h"
#include "platform/mail/charset.h"
#include "platform/mail/header_text.h"

namespace amends::mail {

namespace {

constexpr std::size_t most_addresses = 1'000;
constexpr std::size_t most_ids = 200;

// One entry of a list while it is read.
struct Entry {
    std::string phrase{};  // What stands before the angle bracket, quotes removed.
    std::string angle{};   // What stands within them.
    std::string comment{}; // What stands in round brackets.
    bool has_angle = false;

    [[nodiscard]] bool empty() const { return trim(phrase).empty() && !has_angle && trim(comment).empty(); }
};

std::string unquoted(std::string_view name)
{
    name = trim(name);
    if (name.size() >= 2 && (name.front() == '"' || name.front() == '\'') && name.back() == name.front())
        name = trim(name.substr(1, name.size() - 2));
    return std::string(name);
}

// "Test test@example.com": the first word that is an address, and what stands before it as the name.
void split_bare(std::string_view phrase, Address& out)
{
    for (std::size_t at = 0; at < phrase.size();) {
        const auto end = std::min(phrase.find_first_of(" \t", at), phrase.size());
        const auto word = phrase.substr(at, end - at);
        if (holds(word, "@")) {
            out.address = tidy_address(word);
            out.name = unquoted(phrase.substr(0, at));
            return;
        }
        at = end + 1;
    }
    out.address = tidy_address(phrase);
}

// Within the brackets, without a route ("<@relay.example:bob@example.com>") and comments.
std::string inner_address(std::string_view angle)
{
    std::string out;
    std::size_t depth = 0;
    for (const char letter : angle) {
        depth += letter == '(' ? 1U : 0U;
        if (depth == 0) out += letter;
        depth -= letter == ')' && depth > 0 ? 1U : 0U;
    }
    out = std::string(trim(out));
    if (const auto route = out.rfind(':'); out.starts_with('@') && route != std::string::npos) out.erase(0, route + 1);
    return out;
}

Address finished(const Entry& entry, std::string_view charset)
{
    Address out;
    if (entry.has_angle) {
        out.address = tidy_address(decoded(inner_address(entry.angle), charset));
        out.name = unquoted(decoded(trim(entry.phrase), charset));
    } else {
        split_bare(trim(decoded(trim(entry.phrase), charset)), out);
    }
    if (out.name.empty()) out.name = decoded(trim(entry.comment), charset);
    return out;
}

class List {
public:
    List(std::string_view text, std::string_view charset) : text_(text), charset_(charset) {}

    std::vector<Address> read()
    {
        while (at_ < text_.size() && found_.size() < most_addresses) step();
        end_entry();
        return std::move(found_);
    }

private:
    void step()
    {
        const char letter = text_[at_];
        if (letter == '"' && closes('"')) quoted();
        else if (letter == '(' && closes(')')) comment();
        else if (letter == '<') angle();
        else if (letter == ',' || letter == ';') {
            end_entry();
            ++at_;
        } else if (letter == ':' && !trim(entry_.phrase).empty() && text_.find(';', at_) != std::string_view::npos &&
                   !holds(entry_.phrase, "@")) {
            entry_ = {}; // The name of a group.
            ++at_;
        } else {
            entry_.phrase += letter;
            ++at_;
        }
    }

    [[nodiscard]] bool closes(char end) const { return text_.find(end, at_ + 1) != std::string_view::npos; }

    void quoted()
    {
        for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
            entry_.phrase += text_[at_];
        }
        ++at_;
    }

    void comment()
    {
        std::size_t depth = 0;
        for (; at_ < text_.size(); ++at_) {
            const char letter = text_[at_];
            if (letter == '(' && depth++ == 0) continue;
            if (letter == ')' && --depth == 0) break;
            if (letter == '\\' && at_ + 1 < text_.size()) ++at_;
            entry_.comment += text_[at_];
        }
        ++at_;
    }

    void angle()
    {
        const auto end = std::min(text_.find('>', at_), text_.size());
        const auto inside = text_.substr(at_ + 1, end - std::min(end, at_ + 1));
        if (!entry_.has_angle || trim(entry_.angle).empty()) entry_.angle = inside;
        entry_.has_angle = true;
        at_ = end + 1;
    }

    void end_entry()
    {
        if (!entry_.empty()) {
            auto address = finished(entry_, charset_);
            if (!address.address.empty() || !address.name.empty()) found_.push_back(std::move(address));
        }
        entry_ = {};
    }

    std::string_view text_, charset_;
    std::size_t at_ = 0;
    Entry entry_{};
    std::vector<Address> found_{};
};

} // namespace

std::string tidy_address(std::string_view address)
{
    address = trim(address);
    while (address.starts_with('<') || address.starts_with('\'')) address = trim(address.substr(1));
    while (address.ends_with('>') || address.ends_with('\'')) address = trim(address.substr(0, address.size() - 1));
    if (starts_as(address, "mailto:")) address.remove_prefix(7);
    std::string out(whole_letters(address, 320));
    const auto at = out.rfind('@');
    if (at == std::string::npos) return out;
    std::ranges::transform(out.begin() + static_cast<std::ptrdiff_t>(at), out.end(),
                           out.begin() + static_cast<std::ptrdiff_t>(at), [](char letter) { return lower(letter); });
    return out;
}

std::vector<Address> addresses(std::string_view value, std::string_view charset)
{
    value = value.substr(0, 200'000);
    // The whole of it in one encoded word: decode first, then read.
    if (!holds(value, "@")) {
        const auto whole = decoded(value, charset);
        if (holds(whole, "@")) return List(whole, "utf-8").read();
    }
    return List(value, charset).read();
}

Address sender(std::string_view value, std::string_view charset)
{
    auto all = addresses(value, charset);
    const auto good = std::ranges::find_if(all, [](const Address& one) { return holds(one.address, "@"); });
    if (good != all.end()) return *good;
    const auto any = std::ranges::find_if(all, [](const Address& one) { return !one.address.empty(); });
    if (any != all.end()) return *any;
    return all.empty() ? Address{} : all.front();
}

std::vector<std::string> message_ids(std::string_view value)
{
    std::vector<std::string> ids;
    const auto keep = [&](std::string_view id) {
        std::string clean = decoded(id.substr(0, 998));
        // "<<a@b>>" is written by real programs, and an encoded word may hide a bracket.
        std::erase_if(clean, [](char letter) { return is_blank(letter) || letter == '<' || letter == '>'; });
        if (!clean.empty() && std::ranges::find(ids, clean) == ids.end()) ids.push_back(std::move(clean));
    };
    value = value.substr(0, 100'000);
    for (std::size_t at = 0; at < value.size() && ids.size() < most_ids;) {
        const auto open = value.find('<', at);
        const auto close = open == std::string_view::npos ? open : value.find('>', open);
        if (close == std::string_view::npos) break;
        keep(value.substr(open + 1, close - open - 1));
        at = close + 1;
    }
    if (!ids.empty()) return ids;
    for (std::size_t at = 0; at < value.size() && ids.size() < most_ids;) {
        const auto end = std::min(value.find_first_of(" \t,;", at), value.size());
        auto word = trim(value.substr(at, end - at));
        while (word.starts_with('<')) word.remove_prefix(1);
        if (holds(word, "@")) keep(word);
        at = end + 1;
    }
    return ids;
}

} // namespace amends::mail
