# SPDX-License-Identifier: Apache-2.0
# Puts migrations/*.sql into the program: migrations.gen.h with one raw string each, in the order of their numbers. What
# only one engine can say is a pair, NNNN_what.postgres.sql and NNNN_what.sqlite.sql.
file(GLOB migration_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/migrations/*.sql)
set(listed "")
foreach(file IN LISTS migration_files)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    get_filename_component(name ${file} NAME)
    if(name MATCHES "\\.sqlite\\.sql$")
        string(REPLACE ".sqlite.sql" ".postgres.sql" other ${file})
        if(NOT EXISTS ${other})
            message(FATAL_ERROR "${name} has no .postgres.sql beside it")
        endif()
        continue()
    endif()
    file(READ ${file} text)
    string(REGEX MATCH "^0*([0-9]+)_" _ ${name})
    set(number ${CMAKE_MATCH_1})
    set(sqlite "")
    if(name MATCHES "\\.postgres\\.sql$")
        string(REPLACE ".postgres.sql" ".sqlite.sql" other ${file})
        file(READ ${other} words)
        set(sqlite ", R\"sql(${words})sql\"")
    endif()
    string(APPEND listed "    {${number}, R\"sql(${text})sql\"${sqlite}},\n")
endforeach()

# How many migrations the release before knows: the largest number of a release that is smaller than ours.
set(previous ${number})
set(released ${CMAKE_SOURCE_DIR}/tests/upgrade/released.txt)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${released})
file(STRINGS ${released} releases REGEX "^[^#]")
foreach(release IN LISTS releases)
    string(REGEX MATCH "^[^ ]+ +([0-9]+)" _ ${release})
    if(CMAKE_MATCH_1 LESS number)
        set(previous ${CMAKE_MATCH_1}) # They stand in the order of their numbers.
    endif()
endforeach()
file(CONFIGURE OUTPUT generated/migrations.gen.h @ONLY CONTENT [[
// Generated from migrations/ by cmake/migrations.cmake.
#pragma once

#include "platform/sql/migrate.h"

namespace amends {

inline constexpr sql::Migration migrations[] = {
@listed@};

inline constexpr int previous_release_schema = @previous@;

} // namespace amends
]])

add_library(amends_migrations INTERFACE)
target_include_directories(amends_migrations INTERFACE ${CMAKE_BINARY_DIR}/generated)
