// SPDX-License-Identifier: Apache-2.0
// sources: mail/lmtp_dialogue mail/lmtp_data mail/lmtp_syntax
// libraries: -lfmt
// What a peer may say to our LMTP listener, cut by the network in any way. The first byte chooses how large the cuts
// are.
#include "fuzz/attack.h"
#include "platform/mail/lmtp_dialogue.h"

#include <algorithm>
#include <string>

using amends::fuzz::must;
using amends::mail::LmtpDialogue;

namespace {

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

void amends::fuzz::attack(std::string_view input)
{
    if (input.empty()) return;
    const auto wire = input.substr(1);
    Conversation cut;
    cut.hold(wire, static_cast<unsigned char>(input.front()) % 16 + 1);
    Conversation whole;
    whole.hold(wire, 64);
    must(cut.kept == whole.kept);
}
