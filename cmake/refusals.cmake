# SPDX-License-Identifier: Apache-2.0
# Puts locales/refusals/*.json into the program: refusals.gen.h with one row a code.
file(GLOB refusal_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/locales/refusals/*.json)
add_custom_command(
    OUTPUT ${CMAKE_BINARY_DIR}/generated/refusals/refusals.gen.h
    COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/script/check_refusals.py --write
            ${CMAKE_BINARY_DIR}/generated/refusals/refusals.gen.h
    DEPENDS ${refusal_files} ${CMAKE_SOURCE_DIR}/script/check_refusals.py
    COMMENT "Writing the sentences for refusals")
add_custom_target(amends_refusals_written DEPENDS ${CMAKE_BINARY_DIR}/generated/refusals/refusals.gen.h)
add_library(amends_refusals INTERFACE)
target_include_directories(amends_refusals INTERFACE ${CMAKE_BINARY_DIR}/generated/refusals)
add_dependencies(amends_refusals amends_refusals_written)
