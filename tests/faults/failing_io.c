// SPDX-License-Identifier: Apache-2.0
// Makes chosen disk calls of a program fail, for LD_PRELOAD; disk.py compiles it and writes what it obeys.
//   cc -shared -fPIC -O2 -o failing_io.so failing_io.c -ldl
//
// FAULT_ORDERS names a file of 4096 bytes that is mapped, so that a test changes its mind while the program runs:
//   WHAT FROM TIMES CALLS
//   WHAT   none, EIO, ENOSPC, EMFILE, short (half is written), kill (the process dies as by kill -9), delay:MS
//   FROM   from this call on, counting from 1;  TIMES  for so many calls, 0 for ever
//   CALLS  all, or a list: fsync,fdatasync,write,pwrite64,ftruncate64,rename,unlink,open,mkdir
// The last 8 bytes of the file are the counter of the calls that CALLS names. Only regular files and folders count:
// sockets and pipes are left alone, and of open() only what makes a file.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { size = 4096 };
static const char* orders;
static atomic_long* counted;

#define REAL(type, call, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #call))

__attribute__((constructor)) static void begin(void)
{
    const char* name = getenv("FAULT_ORDERS");
    int fd = name ? REAL(int, open, const char*, int, ...)(name, O_RDWR | O_CLOEXEC) : -1;
    if (fd < 0) return;
    char* map = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    if (map == MAP_FAILED) return;
    counted = (atomic_long*)(map + size - sizeof(long));
    orders = map;
}

static int is_file(int fd)
{
    struct stat about;
    return fstat(fd, &about) == 0 && (S_ISREG(about.st_mode) || S_ISDIR(about.st_mode));
}

static int listed(const char* calls, const char* call)
{
    size_t length = strlen(call);
    if (strcmp(calls, "all") == 0) return 1;
    for (const char* at = calls; (at = strstr(at, call)); at += length)
        if ((at == calls || at[-1] == ',') && (at[length] == ',' || at[length] == '\0')) return 1;
    return 0;
}

static int error_named(const char* what)
{
    if (strcmp(what, "ENOSPC") == 0) return ENOSPC;
    if (strcmp(what, "EMFILE") == 0) return EMFILE;
    return EIO;
}

enum verdict { go_on, fail, half };

// What is to become of this call; errno is set when it has to fail.
static enum verdict verdict_on(const char* call)
{
    char what[32], calls[256];
    long from, times;
    if (!orders || sscanf(orders, "%31s %ld %ld %255s", what, &from, &times, calls) != 4) return go_on;
    if (!listed(calls, call)) return go_on;
    long number = atomic_fetch_add(counted, 1) + 1;
    if (strcmp(what, "none") == 0 || number < from || (times > 0 && number >= from + times)) return go_on;

    if (strcmp(what, "short") == 0) return half;
    if (strcmp(what, "kill") == 0) kill(getpid(), SIGKILL);
    if (strncmp(what, "delay:", 6) == 0) {
        long ms = atol(what + 6);
        nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL);
        return go_on;
    }
    errno = error_named(what);
    return fail;
}

static int refused(const char* call) { return verdict_on(call) == fail; }

int fsync(int fd) { return is_file(fd) && refused("fsync") ? -1 : REAL(int, fsync, int)(fd); }
int fdatasync(int fd) { return is_file(fd) && refused("fdatasync") ? -1 : REAL(int, fdatasync, int)(fd); }

static size_t part_of(size_t length, enum verdict verdict) { return verdict == half && length > 1 ? length / 2 : length; }

ssize_t write(int fd, const void* bytes, size_t length)
{
    enum verdict verdict = is_file(fd) ? verdict_on("write") : go_on;
    return verdict == fail ? -1 : REAL(ssize_t, write, int, const void*, size_t)(fd, bytes, part_of(length, verdict));
}

ssize_t pwrite64(int fd, const void* bytes, size_t length, off64_t at)
{
    enum verdict verdict = is_file(fd) ? verdict_on("pwrite64") : go_on;
    return verdict == fail ? -1 : REAL(ssize_t, pwrite64, int, const void*, size_t, off64_t)(fd, bytes, part_of(length, verdict), at);
}

int ftruncate64(int fd, off64_t length)
{
    return is_file(fd) && refused("ftruncate64") ? -1 : REAL(int, ftruncate64, int, off64_t)(fd, length);
}

int rename(const char* from, const char* to) { return refused("rename") ? -1 : REAL(int, rename, const char*, const char*)(from, to); }
int unlink(const char* name) { return refused("unlink") ? -1 : REAL(int, unlink, const char*)(name); }
int mkdir(const char* name, mode_t mode) { return refused("mkdir") ? -1 : REAL(int, mkdir, const char*, mode_t)(name, mode); }

#define OPENS(call)                                                                   \
    int call(const char* name, int flags, ...)                                        \
    {                                                                                 \
        va_list rest;                                                                 \
        va_start(rest, flags);                                                        \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;                     \
        va_end(rest);                                                                 \
        if (flags & O_CREAT && refused("open")) return -1;                            \
        return REAL(int, call, const char*, int, ...)(name, flags, mode);             \
    }
OPENS(open)
OPENS(open64)
