// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/sql/session.h"
#include "signal/signal_store.h"

namespace amends::signal {

class SignalSqlStore final : public SignalStore {
public:
    SignalSqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    [[nodiscard]] bool add(const Signal& signal) override;
    [[nodiscard]] bool change(const Signal& from, const Signal& to) override;
    [[nodiscard]] std::optional<Signal> find(SignalId id) const override;
    [[nodiscard]] std::optional<Signal> standing(std::string_view detector, std::string_view subject_kind,
                                                 std::int64_t subject) const override;
    [[nodiscard]] std::vector<Signal> all_standing() const override;
    [[nodiscard]] std::vector<Signal> of_case(CaseId id) const override;

private:
    sql::Session& session_;
    BrandId brand_;
};

} // namespace amends::signal
