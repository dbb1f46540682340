// SPDX-License-Identifier: Apache-2.0
// `amends import mbox`: mails of an mbox file become ended cases that nobody answers and no clock runs for.
#include "app/commands.h"

#include "app/desk_clock.h"
#include "app/job_table.h"
#include "app/keep_mail.h"

#include <fmt/format.h>

#include <fstream>

namespace amends {
namespace {

// "From " at the beginning of a line begins a mail; within a mail it was written as ">From ".
class MboxReader {
public:
    explicit MboxReader(const std::string& file) : in_(file, std::ios::binary)
    {
        if (!in_) throw Failure("cannot read " + file);
        more_ = static_cast<bool>(std::getline(in_, line_));
        if (more_ && !line_.starts_with("From "))
            throw Failure(file + " is no mbox file: it does not begin with \"From \"");
    }

    [[nodiscard]] std::optional<std::string> next()
    {
        if (!more_) return std::nullopt;
        std::string mail;
        while ((more_ = static_cast<bool>(std::getline(in_, line_)))) {
            if (line_.starts_with("From ")) break;
            const auto quoted = line_.find_first_not_of('>');
            const bool stuffed = quoted != 0 && quoted != std::string::npos && line_.compare(quoted, 5, "From ") == 0;
            mail.append(stuffed ? line_.substr(1) : line_).append("\n");
        }
        return mail;
    }

private:
    std::ifstream in_;
    std::string line_;
    bool more_ = false;
};

std::optional<channel::Line> line_for(sql::Session& session, const std::string& address)
{
    if (!address.empty()) return channel::mail_line_at(session, address);
    for (const BrandId brand : brands_of(session))
        if (const auto line = channel::ChannelSqlStore(session, brand).of_kind(channel::Kind::mail))
            return channel::Line{brand, line->id};
    return std::nullopt;
}

} // namespace

int import_mbox(const Config& config, const ImportMbox& wish)
{
    const Clock& clock = desk_clock();
    House house(config, clock);
    house.open();
    std::optional<channel::Line> line;
    std::string recipient;
    {
        const auto session = house.pool.take();
        line = line_for(*session, wish.address);
        if (line) recipient = channel::ChannelSqlStore(*session, line->brand_id).find(line->id)->address;
    }
    if (!line) {
        fmt::print(stderr, "amends: this desk has no such mail line\n");
        return 1;
    }
    MboxReader mbox(wish.file);
    std::int64_t kept = 0;
    std::int64_t again = 0;
    while (const auto mail = mbox.next()) {
        const auto stored =
            keep_mail(house, *line, {.recipient = recipient, .bytes = *mail, .origin = channel::Origin::imported});
        ++(stored.seen_before ? again : kept);
    }
    const auto session = house.pool.take();
    while (run_due_jobs(house, *session, Lane::inside, run_jobs()) > 0) {}
    fmt::print("{} mails imported, {} were here already\n", kept, again);
    return 0;
}

} // namespace amends
