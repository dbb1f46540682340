// SPDX-License-Identifier: Apache-2.0
#include "platform/child/confine.h"

#include "base/result.h"
#include "platform/child/system_calls.h"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <linux/capability.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace amends::child {
namespace {

constexpr rlim_t standard_files = 3; // The socket, and two that lead nowhere.
constexpr std::size_t to_try_with = 4U << 20U;

// The shadow memory of the sanitizers is terabytes of addresses.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool counts_addresses = false;
#else
constexpr bool counts_addresses = true;
#endif

void limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit limits{most, most};
    if (setrlimit(resource, &limits) != 0) throw Failure("a limit of the child process cannot be set");
}

// Root without his rights, where somebody runs the desk as root. Where there are none to give up, nobody need be let.
bool give_up_rights()
{
    __user_cap_header_struct whose{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct rights[_LINUX_CAPABILITY_U32S_3]{};
    const bool known = syscall(SYS_capget, &whose, &rights) == 0;
    if (known && std::ranges::all_of(rights, [](const auto& of) { return (of.effective | of.permitted) == 0; }))
        return true;
    const __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3]{};
    return syscall(SYS_capset, &whose, &none) == 0;
}

} // namespace

void die_with_parent()
{
    pollfd parent{STDIN_FILENO, POLLIN, 0};
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) throw Failure("the child process cannot be bound to its parent");
    if (poll(&parent, 1, 0) > 0 && (parent.revents & POLLHUP) != 0) _exit(0);
}

void confine()
{
    const bool kept = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 0) == 0 &&
                      close_range(standard_files, ~0U, 0) == 0 && give_up_rights();
    if (!kept) throw Failure("the child process cannot be confined");
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NPROC, 0);
    limit(RLIMIT_NOFILE, standard_files);
    if (!keep_few_system_calls()) throw Failure("the child process cannot filter its system calls");
}

Rationing::Rationing(std::size_t most) : most_(most)
{
    std::ifstream pages("/proc/self/statm");
    pages >> base_;
    base_ *= static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

void Rationing::allow(const Ration& ration)
{
    // Small mails get the same, and nothing has to be set.
    constexpr std::size_t step = 1U << 20U;
    const auto allowed = std::min((ration.memory + step - 1) / step * step, most_);
    if (counts_addresses && base_ > 0 && allowed != allowed_) {
        const rlimit memory{base_ + allowed, base_ + most_ + to_try_with};
        setrlimit(RLIMIT_AS, &memory);
        allowed_ = allowed;
    }
    // The time of the processor stands still while it waits for the next mail, so nothing need be taken back then.
    const auto microseconds = ration.processor.count();
    const itimerval once{{0, 0}, {microseconds / 1'000'000, microseconds % 1'000'000}};
    setitimer(ITIMER_PROF, &once, nullptr);
}

bool Rationing::machine_has_more() const
{
    if (!counts_addresses || base_ == 0) return true;
    const rlimit without{base_ + most_ + to_try_with, base_ + most_ + to_try_with};
    if (setrlimit(RLIMIT_AS, &without) != 0) return true; // Whoever started the desk has set less for good.
    return mmap(nullptr, to_try_with, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

} // namespace amends::child
