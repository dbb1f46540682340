// SPDX-License-Identifier: Apache-2.0
#include "platform/child/confine.h"

#include "base/result.h"
#include "platform/child/system_calls.h"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace amends::child {
namespace {

constexpr rlim_t standard_files = 3; // The socket, and two that lead nowhere.

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

// Root without his rights, where somebody runs the desk as root.
bool give_up_rights()
{
    __user_cap_header_struct whose{_LINUX_CAPABILITY_VERSION_3, 0};
    const __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3]{};
    return syscall(SYS_capset, &whose, &none) == 0;
}

} // namespace

void confine()
{
    const bool kept = prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                      prctl(PR_SET_DUMPABLE, 0) == 0 && close_range(standard_files, ~0U, 0) == 0 && give_up_rights();
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

void Rationing::allow(const Ration& ration) const
{
    if (counts_addresses && base_ > 0) {
        const rlimit memory{base_ + std::min(ration.memory, most_), base_ + most_};
        setrlimit(RLIMIT_AS, &memory);
    }
    const auto microseconds = ration.processor.count();
    const itimerval once{{0, 0}, {microseconds / 1'000'000, microseconds % 1'000'000}};
    setitimer(ITIMER_PROF, &once, nullptr);
}

void Rationing::done()
{
    const itimerval never{};
    setitimer(ITIMER_PROF, &never, nullptr);
}

} // namespace amends::child
