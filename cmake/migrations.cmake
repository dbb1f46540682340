# SPDX-License-Identifier: Apache-2.0
# Puts migrations/*.sql into the program: migrations.gen.h with one raw string each, in the order of their numbers.
file(GLOB migration_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/migrations/*.sql)
set(listed "")
foreach(file IN LISTS migration_files)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} text)
    get_filename_component(name ${file} NAME)
    string(REGEX MATCH "^0*([0-9]+)_" _ ${name})
    string(APPEND listed "    {${CMAKE_MATCH_1}, R\"sql(${text})sql\"},\n")
endforeach()
file(CONFIGURE OUTPUT generated/migrations.gen.h @ONLY CONTENT [[
// Generated from migrations/ by cmake/migrations.cmake.
#pragma once

#include "platform/sql/migrate.h"

namespace amends {

inline constexpr sql::Migration migrations[] = {
@listed@};

} // namespace amends
]])

add_library(amends_migrations INTERFACE)
target_include_directories(amends_migrations INTERFACE ${CMAKE_BINARY_DIR}/generated)
