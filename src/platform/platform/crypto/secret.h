// SPDX-License-Identifier: Apache-2.0
// A value that must not leave the house: a password, a key, a token. It has no formatter, turns into no string by
// itself and is overwritten when it ends; whoever needs the bytes says so with reveal().
#pragma once

#include <string>
#include <string_view>

namespace amends::crypto {

class Secret {
public:
    Secret() = default;
    explicit Secret(std::string_view bytes) : bytes_(bytes) {}
    Secret(const Secret&) = default;
    Secret(Secret&& other) noexcept;
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    [[nodiscard]] std::string_view reveal() const { return bytes_; }
    [[nodiscard]] bool empty() const { return bytes_.empty(); }

    // Takes the same time wherever the two differ.
    friend bool operator==(const Secret& one, const Secret& other);

private:
    void wipe() noexcept;

    std::string bytes_{};
};

} // namespace amends::crypto
