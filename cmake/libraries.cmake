# SPDX-License-Identifier: Apache-2.0
# Libraries from elsewhere that platform/ stands on; docs/dependencies.md says why each is here. Only the files named in
# ONLY_IN of script/check_layers.py include their headers.
find_library(stemmer_library stemmer REQUIRED)
find_library(cld2_library cld2 REQUIRED)
find_path(cld2_headers cld2/public/compact_lang_det.h REQUIRED)

add_library(amends_libraries INTERFACE)
target_link_libraries(amends_libraries INTERFACE Boost::json PostgreSQL::PostgreSQL SQLite::SQLite3 Threads::Threads
    OpenSSL::SSL OpenSSL::Crypto date::date-tz PkgConfig::gmime PkgConfig::sodium PkgConfig::icu PkgConfig::gumbo
    PkgConfig::seccomp ${stemmer_library} ${cld2_library})
