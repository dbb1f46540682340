// SPDX-License-Identifier: Apache-2.0
// sources: mail/lmtp_dialogue mail/lmtp_data mail/lmtp_syntax
// libraries: -lfmt
// What a peer may say to our LMTP listener, cut by the network in any way. The first byte chooses how large the cuts
// are.
#include "platform/mail/lmtp_dialogue.h"

#include <cstdlib>

using amends::mail::LmtpDialogue;

namespace {

void must(bool holds)
{
    if (!holds) std::abort();
}

struct Conversation {
    std::size_t room = 4096;
    LmtpDialogue::Limits limits{.largest = 2048, .most_recipients = 3, .name = "desk"};
    std::string kept{};

    void hold(std::string_view wire, std::size_t cut)
    {
        {
            LmtpDialogue dialogue(limits, room, "peer");
            for (bool over = false; !wire.empty() && !over; wire.remove_prefix(std::min(cut, wire.size()))) {
                dialogue.feed(wire.substr(0, cut));
                over = answer(dialogue);
                must(room <= 4096);
            }
        }
        must(room == 4096);
    }

private:
    bool answer(LmtpDialogue& dialogue)
    {
        for (;;) {
            const auto wants = dialogue.next();
            if (wants == LmtpDialogue::Wants::recipient) {
                dialogue.decide({dialogue.recipient().starts_with('x') ? 550 : 250, "2.1.5"});
            } else if (wants == LmtpDialogue::Wants::keep) {
                auto mail = dialogue.take_mail();
                must(mail.size() <= limits.largest);
                must(!dialogue.envelope().recipients.empty());
                kept += mail;
                dialogue.conclude({{250, "2.0.0"}});
            } else {
                const auto output = dialogue.take_output();
                must(output.empty() || output.ends_with("\r\n"));
                return wants == LmtpDialogue::Wants::end;
            }
        }
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    const std::string_view wire(reinterpret_cast<const char*>(data) + 1, size - 1);
    Conversation cut;
    cut.hold(wire, data[0] % 16 + 1);
    Conversation whole;
    whole.hold(wire, 64);
    must(cut.kept == whole.kept);
    return 0;
}
