// SPDX-License-Identifier: Apache-2.0
#include "platform/child/system_calls.h"

#include <cerrno>
#include <memory>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

namespace amends::child {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)

bool keep_few_system_calls() { return true; }

#else

namespace {

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

bool allow_all(const Filter& filter)
{
    for (const int call :
         {SCMP_SYS(read),         SCMP_SYS(write),          SCMP_SYS(recvfrom),     SCMP_SYS(sendmsg),
          SCMP_SYS(munmap),       SCMP_SYS(mremap),         SCMP_SYS(madvise),      SCMP_SYS(brk),
          SCMP_SYS(futex),        SCMP_SYS(clock_gettime),  SCMP_SYS(gettimeofday), SCMP_SYS(setitimer),
          SCMP_SYS(getrandom),    SCMP_SYS(sched_yield),    SCMP_SYS(getpid),       SCMP_SYS(gettid),
          SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(restart_syscall),
          SCMP_SYS(exit),         SCMP_SYS(exit_group)})
        if (seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) != 0) return false;
    return true;
}

// Of these only what is about the process itself, and makes no code.
bool allow_some(const Filter& filter)
{
    const auto allow = [&](int call, scmp_arg_cmp when) {
        return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 1, when) == 0;
    };
    const auto itself = static_cast<scmp_datum_t>(getpid());
    return allow(SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) &&
           allow(SCMP_SYS(mprotect), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) &&
           allow(SCMP_SYS(prlimit64), SCMP_A0(SCMP_CMP_EQ, 0)) && allow(SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, itself));
}

} // namespace

bool keep_few_system_calls()
{
    // What is not listed fails, and does not kill: a library that asks for more than it needs goes on without.
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release);
    return filter && allow_all(filter) && allow_some(filter) && seccomp_load(filter.get()) == 0;
}

#endif

} // namespace amends::child
