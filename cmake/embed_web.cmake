# SPDX-License-Identifier: Apache-2.0
# Puts the web pages into the program, as platform/assets serves them.
#   build      builds them with Node whenever one of their sources has changed
#   prebuilt   takes web/dist as it lies there, as in a release archive: no Node needed
#   off        leaves them out; the pages then say so
#   auto       prebuilt where web/dist is there, otherwise off
set(AMENDS_WEB auto CACHE STRING "Web pages inside the program: auto, build, prebuilt or off")
set_property(CACHE AMENDS_WEB PROPERTY STRINGS auto build prebuilt off)

set(web ${CMAKE_SOURCE_DIR}/web)
set(web_built ${web}/dist/.vite/manifest.json)
set(web_mode ${AMENDS_WEB})
if(web_mode STREQUAL auto)
    set(web_mode off)
    if(EXISTS ${web_built})
        set(web_mode prebuilt)
    endif()
endif()

set(web_folder ${web}/dist)
if(web_mode STREQUAL build)
    file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS ${web}/src/* ${web}/locales/* ${web}/public/*)
    list(FILTER web_sources EXCLUDE REGEX "\\.test\\.ts$")
    add_custom_command(OUTPUT ${web_built}
        COMMAND ${CMAKE_SOURCE_DIR}/script/web bundle
        DEPENDS ${web_sources} ${web}/workspace.html ${web}/portal.html ${web}/package.json ${web}/package-lock.json
            ${web}/vite.config.ts ${web}/tsconfig.json ${web}/tools/pack.mjs
        COMMENT "Building the web pages" USES_TERMINAL VERBATIM)
    set(web_inputs ${web_built})
elseif(web_mode STREQUAL prebuilt)
    if(NOT EXISTS ${web_built})
        message(FATAL_ERROR "AMENDS_WEB=prebuilt, but web/dist is missing: run script/web build, or choose build or off")
    endif()
    file(GLOB_RECURSE web_inputs CONFIGURE_DEPENDS ${web}/dist/*)
elseif(web_mode STREQUAL off)
    set(web_folder ${CMAKE_SOURCE_DIR}/cmake/web_off)
    file(GLOB web_inputs CONFIGURE_DEPENDS ${web_folder}/*)
else()
    message(FATAL_ERROR "AMENDS_WEB is ${AMENDS_WEB}: say auto, build, prebuilt or off")
endif()

set(web_embedded ${CMAKE_BINARY_DIR}/generated/assets.gen.cpp)
add_custom_command(OUTPUT ${web_embedded}
    COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/script/embed_web.py ${web_folder} ${web_embedded}
    DEPENDS ${web_inputs} ${CMAKE_SOURCE_DIR}/script/embed_web.py
    COMMENT "Embedding the web pages (${web_mode})" VERBATIM)
