// SPDX-License-Identifier: Apache-2.0
// Signing in, in three steps, because what a refused request writes is taken back and a try must not be: knock() is
// committed by itself, recognise() works on the password while no transaction makes others wait, let_in() opens.
#pragma once

#include "staff/staff_store.h"

namespace amends::staff {

struct SignIn {
    std::string email{};
    std::string password{};
    std::optional<std::string> code{};
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (email, password, code))

struct Visitor {
    std::string address{};             // Of the network.
    std::string agent{};               // What the browser calls itself.
    std::optional<SessionId> before{}; // The session that this one replaces.
};

enum class Entry : std::uint8_t { done, code_needed, setup_needed, put_off };
BOOST_DESCRIBE_ENUM(Entry, done, code_needed, setup_needed, put_off)

struct Entered {
    Entry entry{};
    UserId user{};
    std::string key{}; // For the cookie; empty while a code is needed.
};

// Counts the try before anything is looked at, so that tries at the same time are counted too. Ten in a quarter of an
// hour from one place, a hundred from all places together. The latter does not lock out the owner where he has been
// signed in before.
[[nodiscard]] Result<void> knock(const Ports& ports, const SignIn& wish, const Visitor& visitor);

// The same for somebody signed in who is asked for his password again: whoever sits at a browser that was left open has
// ten guesses, too.
[[nodiscard]] Result<void> knock_again(const Ports& ports, UserId id);

// Whose mail address and password these are. An unknown address costs the same time and gets the same answer.
[[nodiscard]] Result<User> recognise(const Ports& ports, const SignIn& wish);

[[nodiscard]] Result<Entered> let_in(const Ports& ports, const User& recognised, const SignIn& wish,
                                     const Visitor& visitor);

// Opens a session for somebody who has proved who he is.
[[nodiscard]] Entered open_session(const Ports& ports, const User& user, bool code_given, const Visitor& visitor);

// One place of the network: an IPv6 customer has 2^64 addresses of his own.
[[nodiscard]] std::string place_of(std::string_view address);

} // namespace amends::staff
