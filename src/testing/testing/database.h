// SPDX-License-Identifier: Apache-2.0
// A fresh database for a contract test: on SQLite always, on PostgreSQL when AMENDS_PG_URL says where.
#pragma once

#include "migrations.gen.h"
#include "platform/sql/session.h"

#include <doctest/doctest.h>

#include <cstdlib>

namespace amends::testing {

// Without any table.
template <class Test>
void on_each_empty_engine(Test test)
{
    {
        INFO("on SQLite");
        sql::Session session("sqlite::memory:");
        test(session);
    }
    if (const char* const url = std::getenv("AMENDS_PG_URL")) {
        INFO("on PostgreSQL");
        sql::Session session(url);
        session.script("DROP SCHEMA IF EXISTS amends_test CASCADE; CREATE SCHEMA amends_test;"
                       "SET search_path = amends_test");
        test(session);
    }
}

template <class Test>
void on_each_engine(Test test)
{
    on_each_empty_engine([&](sql::Session& session) {
        sql::migrate(session, migrations);
        test(session);
    });
}

} // namespace amends::testing
