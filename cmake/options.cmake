# SPDX-License-Identifier: Apache-2.0
# How our own targets are compiled; libraries from elsewhere are left alone.
option(AMENDS_SANITIZE "Find bad memory accesses and undefined behaviour while running" OFF)
option(AMENDS_SANITIZE_THREADS "Find data races while running" OFF)
option(AMENDS_HARDEN "Make what slips through hard to exploit" OFF)
option(AMENDS_TESTING "The clock can be set over HTTP; never in a release" OFF)

add_library(amends_options INTERFACE)
target_compile_options(amends_options INTERFACE -Wall -Wextra -Wshadow -Wconversion -Wpedantic -Werror)
# g++ 12 sees uninitialised memory in every std::variant it inlines, and overlapping copies in std::string::insert and
# operator+ at -O2; clang-tidy and the sanitizers look for real cases.
target_compile_options(amends_options INTERFACE -Wno-maybe-uninitialized $<$<CONFIG:Release>:-Wno-restrict>)
target_compile_definitions(amends_options INTERFACE _GLIBCXX_ASSERTIONS $<$<BOOL:${AMENDS_TESTING}>:AMENDS_TESTING>)

find_program(mold_linker mold)
if(mold_linker)
    target_link_options(amends_options INTERFACE -fuse-ld=mold)
endif()

if(AMENDS_SANITIZE)
    target_compile_options(amends_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(amends_options INTERFACE -fsanitize=address,undefined)
    # Beast alone would take 120 s of CPU time and 1.9 GB this way; like this it takes 22 s and 1.1 GB.
    set_source_files_properties(src/platform/platform/http/server.cpp PROPERTIES COMPILE_OPTIONS "-O0;-fno-sanitize=undefined")
endif()

if(AMENDS_SANITIZE_THREADS)
    # g++ 12 warns about atomic_thread_fence in Asio.
    target_compile_options(amends_options INTERFACE -fsanitize=thread -Wno-tsan)
    target_link_options(amends_options INTERFACE -fsanitize=thread)
endif()

if(AMENDS_HARDEN)
    set(CMAKE_POSITION_INDEPENDENT_CODE ON)
    target_compile_options(amends_options INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fcf-protection)
    target_link_options(amends_options INTERFACE -pie -Wl,-z,relro,-z,now)
endif()
