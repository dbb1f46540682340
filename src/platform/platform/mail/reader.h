// SPDX-License-Identifier: Apache-2.0
// Mails are understood by readers: child processes that have nothing but the bytes of one mail and give up its meaning.
// A mail that ends its reader is given to a fresh one once, because the machine may have done it; the second end is the
// mail's own, and it is refused by the name of that end. Whatever a mail does, the next one finds a reader.
#pragma once

#include "platform/child/confine.h"
#include "platform/child/process.h"
#include "platform/mail/inbound.h"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace amends::mail {

// What one mail may take. Time of the processor and memory grow with its bytes: each is held once as it is and once
// decoded.
struct Rations {
    std::size_t memory = 64U << 20U; // Beside the mail itself.
    std::chrono::microseconds processor{250'000};
    std::chrono::milliseconds processor_a_megabyte{10};
    std::chrono::milliseconds patience{30'000}; // Until a reader that says nothing is given up, whatever it waits for.
    std::size_t mails = 1'000;                  // Then a reader is replaced by a fresh one.
};

struct Reading {
    Inbound mail{};
    std::chrono::microseconds processor{}; // What the reader took for it.
    int deaths = 0;                        // Readers that it ended.
};

class Readers {
public:
    // `word` is what this program is started again with; tests have worse readers.
    explicit Readers(const Rations& rations = {}, std::string word = "parse")
        : rations_(rations), word_(std::move(word))
    {
    }

    // Never fails because of the mail; throws Away where no reader can be started: then the mail is as it was.
    [[nodiscard]] Reading understand(std::string_view bytes);
    // Starts a reader and does not wait for it. For whoever holds nothing yet that a child must not inherit; it lives
    // as long as the thread that asks.
    void stand_by();
    // Of the readers that wait for a mail.
    [[nodiscard]] std::vector<pid_t> idle() const;

private:
    struct Reader {
        explicit Reader(const std::string& word) : process(word) {}

        child::Process process;
        std::size_t mails = 0;
        bool ready = false; // It has said so.
    };

    [[nodiscard]] std::unique_ptr<Reader> take();
    [[nodiscard]] std::unique_ptr<Reader> take_idle();
    [[nodiscard]] std::unique_ptr<Reader> start() const;
    // That one, or another if it does not come up.
    [[nodiscard]] std::unique_ptr<Reader> ready_one(std::unique_ptr<Reader> reader) const;
    void put_back(std::unique_ptr<Reader> reader);
    [[nodiscard]] bool ask(Reader& reader, std::string_view bytes, Reading& reading) const;

    Rations rations_;
    std::string word_;
    mutable std::mutex guard_; // Of the list.
    std::vector<std::unique_ptr<Reader>> idle_{};
};

// The life of a reader, from its first mail until its parent has no more. Answers the exit status.
int read_mails();

} // namespace amends::mail
