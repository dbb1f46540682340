// SPDX-License-Identifier: Apache-2.0
// What the whole program shares while it runs: the databases' sessions, the clock, keys, numbers and the bell.
#pragma once

#include "app/histories.h"
#include "app/line_gate.h"
#include "app/node.h"
#include "app/room.h"
#include "app/unrecorded.h"
#include "base/ids.h"
#include "case/case_numbers_sql.h"
#include "platform/blobs/blobs.h"
#include "platform/crypto/keys.h"
#include "platform/mail/reader.h"
#include "platform/sql/group_writer.h"
#include "platform/sql/pool.h"

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>

namespace amends {

struct Config {
    std::filesystem::path data{};
    std::string database{}; // "sqlite:DATA/desk.db" or "postgresql://…"
    std::string http_address = "127.0.0.1";
    std::uint16_t http_port = 8080;
    std::string lmtp_address = "127.0.0.1";
    std::uint16_t lmtp_port = 0;
    bool lmtp = false;
    std::string relay_host{}; // For mail lines that name no server of their own.
    std::uint16_t relay_port = 25;
    std::string public_address{};       // "https://desk.example.org"; configured, never taken from a request.
    std::vector<std::string> proxies{}; // In front of us: whose X-Forwarded-For is believed.
    unsigned workers = 4;
    unsigned job_workers = 2;
    mail::Rations rations{}; // Of each mail that is read.

    [[nodiscard]] bool sqlite() const { return database.starts_with("sqlite:"); }
};

// Rung after a commit that wrote events or jobs. Whoever waits looks again; nothing is carried by it.
class Bell {
public:
    void ring();
    // Returns when it has rung since `heard`, or after `at_most`; answers the present count.
    std::uint64_t wait(std::uint64_t heard, std::chrono::milliseconds at_most);
    [[nodiscard]] std::uint64_t count() const;

private:
    mutable std::mutex guard_; // Of the count.
    std::condition_variable rung_;
    std::uint64_t count_ = 0;
};

struct House {
    House(Config config_, const Clock& clock_);

    House(const House&) = delete;
    House& operator=(const House&) = delete;
    ~House();

    // Opens everything: migrates, takes a node's number, starts ids above the highest stored one.
    void open(NodeKind kind = NodeKind::command);
    [[nodiscard]] unsigned node_number() const { return node ? node->number() : 0; }

    Config config;
    const Clock& clock;
    Ids ids;
    crypto::Keys keys;
    blobs::Blobs blobs;
    Room room;
    sql::Pool pool;
    mail::Readers readers;
    sql::GroupWriter intake; // Many mails share one commit; each is acknowledged after it.
    cases::CaseNumberBlocks numbers{};
    LineGate lines{};
    Histories histories{};
    Unrecorded unrecorded{};
    Bell jobs_bell{};
    Bell events_bell{};
    std::optional<Node> node{}; // Since open().
};

[[nodiscard]] std::vector<BrandId> brands_of(sql::Session& session);

} // namespace amends
