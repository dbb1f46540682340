// SPDX-License-Identifier: Apache-2.0
// What a mail server said while the database was away: it is written down as soon as it is back. Only what a process
// takes with it when it dies remains unknown, and is asked about.
#pragma once

#include "reply/deliver.h"

#include <map>
#include <mutex>

namespace amends {

class Unrecorded {
public:
    void keep(RecipientId id, reply::Handed said)
    {
        const std::scoped_lock lock(guard_);
        said_.insert_or_assign(id, std::move(said));
    }
    [[nodiscard]] std::optional<reply::Handed> take(RecipientId id)
    {
        const std::scoped_lock lock(guard_);
        const auto found = said_.extract(id);
        return found ? std::optional(found.mapped()) : std::nullopt;
    }

private:
    std::mutex guard_; // Of what was said.
    std::map<RecipientId, reply::Handed> said_;
};

} // namespace amends
