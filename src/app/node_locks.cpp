// SPDX-License-Identifier: Apache-2.0
#include "app/node_locks.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <set>

namespace amends {
namespace {

struct flock byte_of(unsigned number)
{
    struct flock lock{};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = number;
    lock.l_len = 1;
    return lock;
}

class FileLocks final : public NodeLocks {
public:
    explicit FileLocks(const std::filesystem::path& data)
        : path_(data / "nodes.lock"), file_(open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {
        if (file_ < 0) throw Failure("cannot open " + path_.string() + ": " + std::strerror(errno));
    }
    FileLocks(const FileLocks&) = delete;
    FileLocks& operator=(const FileLocks&) = delete;
    ~FileLocks() override { close(file_); }

    bool take(unsigned number) override
    {
        auto lock = byte_of(number);
        if (fcntl(file_, F_OFD_SETLK, &lock) == 0) return mine_.insert(number).second;
        if (errno == EAGAIN || errno == EACCES) return false;
        throw Failure("cannot lock " + path_.string() + ": " + std::strerror(errno));
    }

    bool held(unsigned number) override
    {
        if (mine_.contains(number)) return true;
        auto lock = byte_of(number);
        if (fcntl(file_, F_OFD_GETLK, &lock) != 0)
            throw Failure("cannot ask for a lock of " + path_.string() + ": " + std::strerror(errno));
        return lock.l_type != F_UNLCK;
    }

    void release(unsigned number) override
    {
        auto lock = byte_of(number);
        lock.l_type = F_UNLCK;
        static_cast<void>(fcntl(file_, F_OFD_SETLK, &lock));
        mine_.erase(number);
    }

    void begin_again() override {} // Nothing takes a file's lock from us.

private:
    std::filesystem::path path_;
    int file_;
    std::set<unsigned> mine_{};
};

constexpr std::string_view lock_class = "hashtext('amends node ' || current_schema())";

// A session of its own holds them. The keepalives let the server see within some ten seconds that a machine is gone.
class AdvisoryLocks final : public NodeLocks {
public:
    explicit AdvisoryLocks(const std::string& url) : session_(url) { set_keepalives(); }

    bool take(unsigned number) override
    {
        return session_.value<std::int64_t>("SELECT CASE WHEN pg_try_advisory_lock(" + std::string(lock_class) +
                                                ", CAST($number AS INTEGER)) THEN 1 ELSE 0 END",
                                            {{"number", number}}) == 1;
    }

    bool held(unsigned number) override
    {
        return session_.value<std::int64_t>(
                   "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2"
                   " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                   " AND CAST(classid AS BIGINT) = (CAST(" +
                       std::string(lock_class) +
                       " AS BIGINT) & 4294967295) AND CAST(objid AS BIGINT) = CAST($number AS BIGINT)",
                   {{"number", number}}) > 0;
    }

    void release(unsigned number) override
    {
        session_.query("SELECT pg_advisory_unlock(" + std::string(lock_class) + ", CAST($number AS INTEGER))",
                       {{"number", number}});
    }

    void begin_again() override
    {
        session_.reconnect();
        set_keepalives();
    }

private:
    void set_keepalives()
    {
        session_.script("SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3;"
                        " SET tcp_user_timeout = 10000; SET idle_session_timeout = 0");
    }

    sql::Session session_;
};

} // namespace

std::unique_ptr<NodeLocks> node_locks(const std::string& database, const std::filesystem::path& data)
{
    if (database.starts_with("sqlite:")) return std::make_unique<FileLocks>(data);
    return std::make_unique<AdvisoryLocks>(database);
}

} // namespace amends
