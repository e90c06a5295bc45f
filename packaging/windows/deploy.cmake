# SPDX-License-Identifier: GPL-3.0-or-later
# sk_deploy(PROGRAM...): installs programs, the Qt plugins they need and every DLL that these import, into one flat folder.
# windeployqt cannot run in a cross build, and CMake's own RUNTIME_DEPENDENCIES lower-cases the names, so that no Qt6Core.dll
# is found on a file system that tells them apart.
function(sk_deploy)
    # One TLS backend only: with OpenSSL's there is nothing left to choose at run time.
    set(plugins platforms:QWindowsIntegrationPlugin styles:QWindowsVistaStylePlugin tls:QTlsBackendOpenSSLPlugin)
    set(binaries "")
    foreach(program IN LISTS ARGN)
        install(TARGETS ${program} RUNTIME DESTINATION .)
        list(APPEND binaries "$<TARGET_FILE:${program}>")
    endforeach()
    foreach(entry IN LISTS plugins)
        string(REGEX MATCH "^([^:]+):(.+)$" _ "${entry}")
        set(plugin "Qt6::${CMAKE_MATCH_2}")
        if(NOT TARGET ${plugin})
            message(FATAL_ERROR "this Qt has no plugin ${plugin}")
        endif()
        install(FILES "$<TARGET_FILE:${plugin}>" DESTINATION "${CMAKE_MATCH_1}")
        list(APPEND binaries "$<TARGET_FILE:${plugin}>")
    endforeach()
    install(CODE "
        set(sk_binaries \"${binaries}\")
        set(sk_folders \"$<TARGET_FILE_DIR:Qt6::Core>;${MINGW_DLL_DIRS}\")
        set(sk_objdump \"${CMAKE_OBJDUMP}\")
        include(\"${CMAKE_CURRENT_FUNCTION_LIST_DIR}/install_dlls.cmake\")")
endfunction()
