# SPDX-FileCopyrightText: 2026 The Keyward authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cmake -DNM=… -DLIBRARY=… -DPREFIX=… -DNAMES=… -DHEADER=… -P rename_symbols.cmake
# What every global name that a static library defines is called with a prefix: NAMES for objcopy --redefine-syms,
# HEADER for those who include the library's own header after it. Both stay untouched where nothing changed.
cmake_minimum_required(VERSION 3.28)
execute_process(COMMAND ${NM} -g --defined-only --format=posix ${LIBRARY}
  OUTPUT_VARIABLE listed COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "(^|\n)[A-Za-z_][A-Za-z0-9_]* [A-Z]" lines "${listed}")
list(TRANSFORM lines REPLACE "\n" "")
list(TRANSFORM lines REPLACE " .$" "")
list(SORT lines)
list(REMOVE_DUPLICATES lines)
if(NOT "sqlite3_key_v2" IN_LIST lines)
  message(FATAL_ERROR "${LIBRARY} is no SQLCipher: it does not define sqlite3_key_v2")
endif()
set(names "")
set(header "// Made by rename_symbols.cmake.\n#pragma once\n")
foreach(name IN LISTS lines)
  string(APPEND names "${name} ${PREFIX}${name}\n")
  string(APPEND header "#define ${name} ${PREFIX}${name}\n")
endforeach()
file(CONFIGURE OUTPUT ${NAMES} CONTENT "${names}" @ONLY)
file(CONFIGURE OUTPUT ${HEADER} CONTENT "${header}" @ONLY)
