// SPDX-License-Identifier: Apache-2.0
#include "case/case_numbers_sql.h"

#include <algorithm>

namespace amends::cases {
namespace {

constexpr std::int64_t block_size = 50;
constexpr std::int64_t few = 8; // Others open cases meanwhile.

} // namespace

void CaseNumberBlocks::top_up(sql::Session& session, BrandId brand, std::size_t cases)
{
    const auto wanted = static_cast<std::int64_t>(cases) + few;
    {
        const std::scoped_lock lock(guard_);
        const Block& block = blocks_[brand];
        if (block.end - block.next >= wanted) return;
    }
    reserve(session, brand, std::max(block_size, 2 * wanted));
}

void CaseNumberBlocks::reserve(sql::Session& session, BrandId brand, std::int64_t count)
{
    sql::Transaction transaction(session);
    const auto end = session.value<std::int64_t>("UPDATE brands SET next_case_number = next_case_number + $count"
                                                 " WHERE id = $brand RETURNING next_case_number",
                                                 {{"count", count}, {"brand", brand}});
    transaction.commit();
    const std::scoped_lock lock(guard_);
    Block& block = blocks_[brand];
    if (block.end == end - count && block.next > 0) block.end = end; // Follows on what we have.
    else block = {end - count, end};                                 // What was left of the old block is a gap.
}

std::int64_t CaseNumberBlocks::next(BrandId brand)
{
    const std::scoped_lock lock(guard_);
    Block& block = blocks_[brand];
    if (block.next >= block.end) throw Busy("no case number is left in the block");
    return block.next++;
}

} // namespace amends::cases
