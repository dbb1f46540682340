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
    std::chrono::milliseconds processor{250};
    std::chrono::milliseconds processor_a_megabyte{10};
    std::chrono::milliseconds patience{10'000}; // Until a reader that says nothing is given up, whatever it waits for.
    std::size_t mails = 1'000;                  // Then a reader is replaced by a fresh one.
};

struct Reading {
    Inbound mail{};
    std::chrono::microseconds processor{}; // What the reader took for it.
    int deaths = 0;                        // Readers that it ended.
};

class Readers {
public:
    explicit Readers(const Rations& rations = {}) : rations_(rations) {}

    // Never fails because of the mail; throws Failure where no reader can be started.
    [[nodiscard]] Reading understand(std::string_view bytes);
    // Of the readers that wait for a mail.
    [[nodiscard]] std::vector<pid_t> idle() const;

private:
    struct Reader {
        child::Process process{"parse"};
        std::size_t mails = 0;
    };

    [[nodiscard]] std::unique_ptr<Reader> take();
    [[nodiscard]] static std::unique_ptr<Reader> start();
    void put_back(std::unique_ptr<Reader> reader);
    [[nodiscard]] bool ask(Reader& reader, std::string_view bytes, Reading& reading) const;

    Rations rations_;
    mutable std::mutex guard_; // Of the list.
    std::vector<std::unique_ptr<Reader>> idle_{};
};

// The life of a reader, from its first mail until its parent has no more. Answers the exit status.
int read_mails();

} // namespace amends::mail
