# SPDX-License-Identifier: GPL-3.0-or-later
# Icon, version and manifest of a program; nothing on other systems. The manifest is what makes plain char* file names
# UTF-8 (libxlsxwriter and OpenSSL take no others) and long paths possible, so tests get it too.
function(sk_windows_resources target)
    if(NOT WIN32)
        return()
    endif()
    cmake_parse_arguments(arg "" "DESCRIPTION" "" ${ARGN})
    enable_language(RC)
    set(SK_PROGRAM "${target}")
    set(SK_DESCRIPTION "${arg_DESCRIPTION}")
    set(SK_MANIFEST "${CMAKE_BINARY_DIR}/resources/${target}.manifest")
    configure_file("${CMAKE_SOURCE_DIR}/packaging/windows/sellerkeep.manifest.in" "${SK_MANIFEST}" @ONLY)
    configure_file("${CMAKE_SOURCE_DIR}/packaging/windows/program.rc.in" "${CMAKE_BINARY_DIR}/resources/${target}.rc" @ONLY)
    target_sources(${target} PRIVATE "${CMAKE_BINARY_DIR}/resources/${target}.rc")
    if(MSVC)
        target_link_options(${target} PRIVATE /MANIFEST:NO)
    endif()
endfunction()
