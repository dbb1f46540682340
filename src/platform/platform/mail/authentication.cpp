// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/authentication.h"

#include "platform/mail/addresses.h"
#include "platform/mail/ascii.h"
#include "platform/mail/header_text.h"

#include <string>

namespace amends::mail {

namespace {

constexpr std::size_t most_methods = 50;

// Splits the value into words and signs; comments, which nest, are kept apart because DMARC's policy hides in one.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text.substr(0, 20'000)) {}

    std::string comments{}; // Those passed over.

    void skip()
    {
        while (at_ < text_.size()) {
            if (is_blank(text_[at_])) ++at_;
            else if (text_[at_] == '(') skip_comment();
            else return;
        }
    }

    [[nodiscard]] bool ended()
    {
        skip();
        return at_ >= text_.size();
    }

    bool take(char sign)
    {
        skip();
        if (at_ >= text_.size() || text_[at_] != sign) return false;
        ++at_;
        return true;
    }

    // A token or a quoted string.
    std::string word(std::string_view ends)
    {
        skip();
        std::string out;
        if (at_ < text_.size() && text_[at_] == '"') {
            for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
                if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
                out += text_[at_];
            }
            if (at_ < text_.size()) ++at_;
            return out;
        }
        while (at_ < text_.size() && !is_blank(text_[at_]) && !holds(ends, text_.substr(at_, 1)) && text_[at_] != '(')
            out += text_[at_++];
        return out;
    }

    [[nodiscard]] bool at(char sign) { return !ended() && text_[at_] == sign; }

    void skip_to(char sign)
    {
        while (!ended() && text_[at_] != sign)
            if (text_[at_] == '"') word("");
            else ++at_;
    }

private:
    void skip_comment()
    {
        comments += ' ';
        std::size_t depth = 0;
        for (; at_ < text_.size(); ++at_) {
            const char letter = text_[at_];
            if (letter == '(') ++depth;
            else if (letter == ')' && --depth == 0) break;
            else if (letter == '\\' && at_ + 1 < text_.size()) ++at_;
            else comments += letter;
        }
        if (at_ < text_.size()) ++at_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

// "p=REJECT sp=REJECT dis=NONE", "p=none dis=none", "policy=none"
std::string policy_in(std::string_view comment)
{
    for (const std::string_view key : {"p=", "policy=", "p:"}) {
        for (std::size_t at = comment.find(key); at != std::string_view::npos; at = comment.find(key, at + 1)) {
            if (at > 0 && is_alnum(comment[at - 1])) continue;
            auto value = comment.substr(at + key.size());
            value = trim(value.substr(0, value.find_first_of(" ,;)")));
            if (!value.empty()) return lower(value);
        }
    }
    return {};
}

// ptype.property=value: whom the method was asked about.
void note(Authenticated& found, const std::string& property, const std::string& value)
{
    if (property == "header.from") found.header_from = lower(value);
    else if (property == "header.d" || property == "header.i") {
        if (property == "header.d" || found.domain.empty())
            found.domain = lower(value.starts_with('@') ? value.substr(1) : value);
    } else if (property == "smtp.mailfrom" || property == "smtp.mail" || property == "smtp.helo" ||
               property == "policy.iprev") {
        if (found.domain.empty() || property.starts_with("smtp.mail")) found.domain = tidy_address(value);
    } else if (property == "policy.dmarc" || property == "policy.published-domain-policy") found.policy = lower(value);
}

std::string fit(std::string text) { return decoded(std::string_view(text).substr(0, 255)); }

void read_properties(Reader& reader, Authenticated& one)
{
    while (!reader.ended() && !reader.at(';')) {
        const auto property = lower(reader.word("=;"));
        if (reader.take('=')) note(one, property, fit(reader.word(";")));
        else if (property.empty()) reader.skip_to(';');
    }
    if (one.policy.empty()) one.policy = policy_in(reader.comments);
}

} // namespace

std::vector<Authenticated> authentication_results(std::string_view value)
{
    std::vector<Authenticated> found;
    Reader reader(value);
    const auto authserv = lower(reader.word(";="));
    // A header without a server's name ("spf=pass ...") is of Microsoft's and nobody's: it names no one to believe.
    const bool nameless = reader.take('=');
    if (authserv.empty() || nameless) return found;
    reader.skip_to(';');
    while (reader.take(';') && found.size() < most_methods) {
        Authenticated one{.authserv = fit(authserv)};
        auto method = lower(reader.word("=;"));
        method.resize(std::min(method.find('/'), method.size())); // The version of the method.
        if (!reader.take('=')) {
            reader.skip_to(';');
            continue;
        }
        reader.comments.clear();
        one.method = fit(method);
        one.result = fit(lower(reader.word(";")));
        read_properties(reader, one);
        found.push_back(std::move(one));
    }
    return found;
}

} // namespace amends::mail
