// SPDX-License-Identifier: Apache-2.0
// `amends init`, `amends user` and `amends token`: what whoever owns the machine may do without a browser.
#pragma once

#include "app/house.h"
#include "staff/session.h"

#include <iosfwd>

namespace amends {

struct InitWish {
    std::string name{};    // Of the desk.
    std::string email{};   // Of the first admin.
    std::string address{}; // The desk's mail address.
    std::string language = "en";
    std::string zone{};   // Empty: that of this machine.
    std::string person{}; // Empty: what stands before the @.
};

struct AddUser {
    std::string name{};
    std::string email{};
    staff::Role role = staff::Role::agent;
    std::string language = "en";
};

// Each answers the exit status. What is asked for goes to standard output, what went wrong to standard error.
// The password is one line of `input`.
int init_desk(const Config& config, const InitWish& wish, std::istream& input);
int add_user(const Config& config, const AddUser& wish);
int list_users(const Config& config);
int disable_user(const Config& config, const std::string& email);
// After a lost telephone or password: prints a link that opens once, within half an hour.
int reset_user(const Config& config, const std::string& email);
// Prints the token as the last word.
int make_token(const Config& config, const std::string& email, staff::Scope scope);

} // namespace amends
