# SPDX-License-Identifier: Apache-2.0
# Puts the sentences that the server itself says into the program: locales/SET/*.json becomes SET_words.gen.h.
add_library(amends_locales INTERFACE)
target_include_directories(amends_locales INTERFACE ${CMAKE_BINARY_DIR}/generated/words)
foreach(set mail handover)
    file(GLOB ${set}_locales CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/locales/${set}/*.json)
    add_custom_command(
        OUTPUT ${CMAKE_BINARY_DIR}/generated/words/${set}_words.gen.h
        COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/script/embed_words.py ${set} --write
                ${CMAKE_BINARY_DIR}/generated/words/${set}_words.gen.h
        DEPENDS ${${set}_locales} ${CMAKE_SOURCE_DIR}/script/embed_words.py
        COMMENT "Writing the sentences of ${set}")
    add_custom_target(amends_${set}_words_written DEPENDS ${CMAKE_BINARY_DIR}/generated/words/${set}_words.gen.h)
    add_dependencies(amends_locales amends_${set}_words_written)
endforeach()
