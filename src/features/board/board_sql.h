// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "board/board.h"
#include "brand/brand.h"
#include "platform/sql/questions.h"

namespace amends::board {

class BoardSql final : public PromiseBoard {
public:
    BoardSql(sql::Session& session, const brand::Brand& brand, const Clock& clock)
        : session_(session), brand_(brand), clock_(clock)
    {
    }
    [[nodiscard]] Board board(const BoardWish& wish) const override;
    [[nodiscard]] CardList list(const ListWish& wish) const override;

    // What a column takes its cards from, one statement each, for the test that looks at their plans.
    [[nodiscard]] static std::vector<std::string> texts(Column column, bool from_cursor);

private:
    void ask_count(sql::Questions& questions, const BoardWish& wish, BoardColumn& into) const;
    void ask_cards(sql::Questions& questions, const ListWish& wish, std::vector<Card>& into) const;
    [[nodiscard]] sql::Params params_of(const ListWish& wish) const;

    sql::Session& session_;
    const brand::Brand& brand_;
    const Clock& clock_;
};

} // namespace amends::board
