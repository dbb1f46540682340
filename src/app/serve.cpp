// SPDX-License-Identifier: Apache-2.0
#include "app/serve.h"

#include "app/desk_clock.h"
#include "app/gate.h"
#include "app/heart.h"
#include "app/job_table.h"
#include "app/mail_door.h"
#include "app/mailbox_reader.h"
#include "app/send_mail.h"
#include "app/supervisor.h"
#include "app/web.h"
#include "app/where_served.h"

#include <fmt/format.h>

#include <csignal>

namespace amends {
namespace {

// Before any thread starts, so that only sigwait() sees them.
sigset_t block_stop_signals()
{
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGINT);
    sigaddset(&stop, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stop, nullptr);
    return stop;
}

} // namespace

int serve(Config config)
{
    if (const auto objection = objection_to_serving(config); !objection.empty()) throw Failure(objection);
    const sigset_t stop = block_stop_signals();
    House house(std::move(config), desk_clock());
    house.readers.stand_by();
    house.open(NodeKind::server);
    const Heart heart(house);

    const Web web(house);
    std::optional<MailDoor> door;
    if (house.config.lmtp) door.emplace(house);
    const Runner runner(house, run_jobs(), ask_about_expired_claims);
    const MailboxReaders mailboxes(house);
    remember_where_served(house);
    fmt::print("ready http://{}:{}{}\n", house.config.http_address, web.port(),
               door ? fmt::format(" lmtp {}:{}", house.config.lmtp_address, door->port()) : "");
    std::fflush(stdout);
    tell_supervisor("READY=1");

    int received = 0;
    sigwait(&stop, &received);
    tell_supervisor("STOPPING=1");
    return 0;
}

} // namespace amends
