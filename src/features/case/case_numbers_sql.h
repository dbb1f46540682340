// SPDX-License-Identifier: Apache-2.0
// Case numbers from blocks of a brand's counter, reserved by a commit of their own, so that handing one out needs no
// lock on the row that numbers events. Gaps are allowed, repeats are not.
#pragma once

#include "case/case_store.h"
#include "platform/sql/session.h"

#include <map>
#include <mutex>

namespace amends::cases {

// Shared by all threads.
class CaseNumberBlocks {
public:
    // Call before a transaction begins that opens `cases` at most: takes a new block when few are left.
    void top_up(sql::Session& session, BrandId brand, std::size_t cases = 1);
    // Reserves that many on top, for imports.
    void reserve(sql::Session& session, BrandId brand, std::int64_t count);
    // Busy when none is left: the same work, run again after a top-up, succeeds.
    [[nodiscard]] std::int64_t next(BrandId brand);

private:
    struct Block {
        std::int64_t next = 0;
        std::int64_t end = 0;
    };
    std::mutex guard_; // Of the blocks.
    std::map<BrandId, Block> blocks_;
};

class CaseNumbersOf final : public CaseNumbers {
public:
    CaseNumbersOf(CaseNumberBlocks& blocks, BrandId brand) : blocks_(blocks), brand_(brand) {}
    [[nodiscard]] std::int64_t next() override { return blocks_.next(brand_); }

private:
    CaseNumberBlocks& blocks_;
    BrandId brand_;
};

} // namespace amends::cases
