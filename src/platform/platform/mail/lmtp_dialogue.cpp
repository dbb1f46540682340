// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/lmtp_dialogue.h"

#include "platform/mail/lmtp_syntax.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace amends::mail {
namespace {

constexpr std::size_t longest_command = 4096;
constexpr std::size_t most_mistakes = 20;
// Of a mail that is refused anyway so much is still read, so that its sender hears why.
constexpr std::uint64_t drained = 64ULL * 1024 * 1024;

std::string line_of(int code, std::string_view text)
{
    auto line = fmt::format("{} {}", code, text);
    std::ranges::replace_if(line, [](char letter) { return letter == '\r' || letter == '\n'; }, ' ');
    return line + "\r\n";
}

bool larger(const std::string& size, std::size_t largest)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(size.data(), size.data() + size.size(), number);
    return error == std::errc::result_out_of_range || number > largest;
}

bool known(const std::map<std::string, std::string>& parameters)
{
    return std::ranges::all_of(parameters, [](const auto& parameter) {
        return parameter.first == "SIZE" || parameter.first == "BODY" || parameter.first == "SMTPUTF8";
    });
}

} // namespace

LmtpDialogue::LmtpDialogue(const Limits& limits, std::size_t& room, std::string peer) : limits_(limits), room_(room)
{
    envelope_.peer = std::move(peer);
    output_ = line_of(220, limits.name + " LMTP");
}

LmtpDialogue::Wants LmtpDialogue::next()
{
    auto wants = Wants::bytes;
    bool stuck = false;
    while (!stuck && wants == Wants::bytes && !ended_) {
        const auto before = eaten_;
        const bool was_in_data = in_data_;
        wants = in_data_ ? read_mail() : read_command();
        stuck = eaten_ == before && was_in_data == in_data_;
    }
    wire_.erase(0, std::exchange(eaten_, 0));
    return ended_ ? Wants::end : wants;
}

LmtpDialogue::Wants LmtpDialogue::read_mail()
{
    auto view = std::string_view(wire_).substr(eaten_);
    const auto before = view.size();
    const bool complete = data_.take(view, mail_);
    const auto taken = before - view.size();
    eaten_ += taken;
    received_ += taken;

    if (trouble_ == Trouble::none && mail_.size() > limits_.largest) trouble_ = Trouble::too_large;
    if (trouble_ == Trouble::none && mail_.size() - held_ > room_) trouble_ = Trouble::no_room;
    if (trouble_ != Trouble::none) drop_mail();
    room_ -= mail_.size() - held_;
    held_ = mail_.size();

    if (complete) {
        in_data_ = false;
        return trouble_ == Trouble::none ? Wants::keep : refuse_mail();
    }
    if (trouble_ != Trouble::none && received_ > limits_.largest + drained) end({421, "4.3.2 enough of this"});
    return Wants::bytes;
}

LmtpDialogue::Wants LmtpDialogue::refuse_mail()
{
    const Answer too_large{552, fmt::format("5.3.4 too large: at most {} bytes", limits_.largest)};
    const Answer no_room{452, "4.3.1 too many mails at once, try again"};
    conclude(std::vector(envelope_.recipients.size(), trouble_ == Trouble::too_large ? too_large : no_room));
    return Wants::bytes;
}

LmtpDialogue::Wants LmtpDialogue::read_command()
{
    const auto view = std::string_view(wire_).substr(eaten_);
    const auto end = view.find('\n');
    if (end == std::string_view::npos) {
        if (view.size() <= longest_command) return Wants::bytes;
        skipping_ = true;
        eaten_ += view.size();
        return Wants::bytes;
    }
    eaten_ += end + 1;
    ++commands_;
    auto line = view.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (std::exchange(skipping_, false) || line.size() > longest_command) say(500, "5.5.2 this line is too long");
    else if (controls(line)) say(500, "5.5.2 control characters do not belong here");
    else return obey(std::string(line));
    return Wants::bytes;
}

LmtpDialogue::Wants LmtpDialogue::obey(std::string_view line)
{
    const auto verb = upper(line.substr(0, line.find(' ')));
    auto argument = line.substr(std::min(verb.size() + 1, line.size()));
    argument.remove_suffix(argument.size() - (argument.find_last_not_of(' ') + 1));
    if (verb == "RCPT") return ask(argument);
    if (verb == "DATA") return open_data();
    if (verb == "LHLO") greet(argument);
    else if (verb == "MAIL") begin(argument);
    else if (verb == "RSET") {
        reset();
        say(250, "2.0.0 forgotten");
    } else if (verb == "NOOP") say(250, "2.0.0 here");
    else if (verb == "VRFY") say(252, "2.5.0 send it and see");
    else if (verb == "QUIT") end({221, "2.0.0 bye"});
    else if (verb == "EHLO" || verb == "HELO") say(500, "5.5.1 this is LMTP: say LHLO, or use the lmtp transport");
    else say(500, "5.5.1 unknown command");
    return Wants::bytes;
}

void LmtpDialogue::greet(std::string_view name)
{
    if (name.empty()) return say(501, "5.5.4 LHLO and your name, please");
    reset();
    greeted_ = true;
    output_ += fmt::format("250-{}\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-SIZE {}\r\n"
                           "250 ENHANCEDSTATUSCODES\r\n",
                           limits_.name, limits_.largest);
}

void LmtpDialogue::begin(std::string_view argument)
{
    if (!greeted_) return say(503, "5.5.1 LHLO comes first");
    if (in_transaction_) return say(503, "5.5.1 one mail at a time");
    const auto path = path_of(argument, "FROM:");
    if (!path) return say(501, "5.5.4 not a sender: MAIL FROM:<address>");
    if (!known(path->parameters)) return say(555, "5.5.4 unknown parameter");
    const auto size = path->parameters.find("SIZE");
    if (size != path->parameters.end() && larger(size->second, limits_.largest))
        return say(552, fmt::format("5.3.4 too large: at most {} bytes", limits_.largest));

    in_transaction_ = true;
    envelope_.sender = path->address;
    envelope_.parameters = path->parameters;
    say(250, "2.1.0 go on");
}

LmtpDialogue::Wants LmtpDialogue::ask(std::string_view argument)
{
    const auto path = path_of(argument, "TO:");
    if (!in_transaction_) say(503, "5.5.1 MAIL comes first");
    else if (!path || path->address.empty()) say(501, "5.1.3 not a recipient: RCPT TO:<address>");
    else if (!path->parameters.empty()) say(555, "5.5.4 unknown parameter");
    else if (envelope_.recipients.size() >= limits_.most_recipients) say(452, "4.5.3 too many recipients");
    else {
        asked_ = path->address;
        return Wants::recipient;
    }
    return Wants::bytes;
}

void LmtpDialogue::decide(const Answer& answer)
{
    const bool taken = answer.code >= 200 && answer.code < 300;
    if (taken) envelope_.recipients.push_back(asked_);
    output_ += line_of(answer.code, answer.text);
}

LmtpDialogue::Wants LmtpDialogue::open_data()
{
    if (!in_transaction_) say(503, "5.5.1 MAIL comes first");
    else if (envelope_.recipients.empty()) say(503, "5.5.1 no recipient was taken");
    else {
        in_data_ = true;
        data_ = {};
        received_ = 0;
        say(354, "go on");
    }
    return Wants::bytes;
}

void LmtpDialogue::conclude(const std::vector<Answer>& answers)
{
    for (std::size_t i = 0; i < envelope_.recipients.size(); ++i) {
        const bool answered = i < answers.size() && answers[i].code >= 200 && answers[i].code < 600;
        output_ += answered ? line_of(answers[i].code, answers[i].text) : line_of(451, "4.3.0 not now, try again");
    }
    reset();
}

void LmtpDialogue::end(const Answer& answer)
{
    output_ += line_of(answer.code, answer.text);
    ended_ = true;
}

void LmtpDialogue::say(int code, std::string_view text)
{
    output_ += line_of(code, text);
    if (code >= 500 && ++mistakes_ > most_mistakes) end({421, "4.7.0 too many mistakes"});
}

void LmtpDialogue::reset()
{
    drop_mail();
    envelope_.sender.clear();
    envelope_.recipients.clear();
    envelope_.parameters.clear();
    trouble_ = Trouble::none;
    in_transaction_ = in_data_ = false;
}

void LmtpDialogue::drop_mail()
{
    room_ += std::exchange(held_, 0);
    mail_ = {};
}

} // namespace amends::mail
