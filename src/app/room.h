// SPDX-License-Identifier: Apache-2.0
// The reserve of free disk. Below it nothing new is taken in, so that what was taken can still be read, understood and
// answered: mail is put off, forms and files are refused for now, and it ends by itself once there is room again.
#pragma once

#include <cstdint>
#include <filesystem>

namespace amends {

// One twentieth of the disk, at most 1 GiB: docs/adr/0020-a-reserve-of-free-disk.md.
[[nodiscard]] constexpr std::uintmax_t reserve_of(std::uintmax_t capacity)
{
    constexpr std::uintmax_t most = 1024UZ * 1024 * 1024;
    return capacity / 20 < most ? capacity / 20 : most;
}

// Any thread; looks at the disk each time, which costs a microsecond.
class Room {
public:
    explicit Room(std::filesystem::path folder) : folder_(std::move(folder)) {}
    // Also when the disk does not say: then writing to it tells.
    [[nodiscard]] bool enough() const;
    // Throws Away when there is not.
    void demand() const;

private:
    std::filesystem::path folder_;
};

} // namespace amends
