// SPDX-License-Identifier: Apache-2.0
// Large things, named by their content: attachments, long mails, washed HTML. On one machine each is a file that is on
// the disk before put() returns; with PostgreSQL it is rows, so that every node reads the same.
//
// A name is made per brand, so that equal files of two brands share nothing. Put the bytes first, then the row that
// names them: a row never names bytes that may be missing.
#pragma once

#include "base/ids.h"
#include "platform/sql/session.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace amends::blobs {

[[nodiscard]] std::string name_of(BrandId brand, std::string_view bytes);

class Blobs {
public:
    explicit Blobs(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // Answers its name. Putting the same bytes again costs a look. Throws a Failure when the disk does not take it.
    [[nodiscard]] std::string put(sql::Session& session, BrandId brand, std::string_view bytes) const;
    // Throws a Failure when there is none of that name.
    [[nodiscard]] std::string get(sql::Session& session, BrandId brand, std::string_view name) const;
    [[nodiscard]] bool holds(sql::Session& session, BrandId brand, std::string_view name) const;
    // Where the file lies, for answers that need not pass through memory; empty with PostgreSQL.
    [[nodiscard]] std::filesystem::path file_of(sql::Session& session, std::string_view name) const;

private:
    std::filesystem::path folder_;
};

} // namespace amends::blobs
