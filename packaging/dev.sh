# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154,SC2034 # build_packages and jobs come from ./dev, outcome goes to it
# The part of ./dev that builds for Windows and makes packages; read by it, not run alone.

readonly windows_packages=(
    g++-mingw-w64-x86-64-posix mingw-w64-tools wine wine64 xvfb xauth nsis fonts-liberation2 zstd librsvg2-bin
    cmake ninja-build pkg-config python3 qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
)
readonly package_packages=(dpkg-dev file gzip python3)

# --- Windows ------------------------------------------------------------------------------------------------------

# The toolchain lies in build/mingw, where the preset windows-mingw looks for it.
need_toolchain() {
    local archive=${1:-${SK_SHARED_DIR:-../shared}/mingw/mingw-sysroot.tar.zst}
    [[ -f $archive ]] || die "no Windows toolchain: $archive is not there (CONTRIBUTING.md says what it is)" 2
    need_build "${windows_packages[@]}" # the native libraries bring their licence texts
    local sum
    sum=$(sha256sum <"$archive")
    if [[ "$(cat build/mingw/.unpacked 2>/dev/null || true)" != "$sum" ]]; then
        begin "unpacking $archive into build/mingw"
        rm -rf build/mingw
        mkdir -p build
        tar -C build -xf "$archive"
        printf '%s\n' "$sum" >build/mingw/.unpacked
    fi
}

# A Wine prefix of the build's own, whose user has a name and a temporary folder that no code page holds.
make_wine_prefix() {
    export WINEPREFIX="$PWD/build/windows-mingw/wine" WINEDEBUG=-all
    [[ -e $WINEPREFIX/.ready ]] && return
    begin "making a Wine prefix"
    rm -rf "$WINEPREFIX"
    local temporary='C:\users\Jörg Müßig 山田\Temp' run=build/mingw/bin/wine-run
    "$run" cmd /c exit
    mkdir -p "$WINEPREFIX/drive_c/users/Jörg Müßig 山田/Temp"
    for name in TEMP TMP; do
        LC_ALL=C.UTF-8 "$run" reg add 'HKCU\Environment' /v "$name" /t REG_SZ /d "$temporary" /f >/dev/null
    done
    touch "$WINEPREFIX/.ready"
}

build_windows() {
    need_toolchain "$@"
    configure windows-mingw
}

run_test_windows() {
    [[ $# -le 1 ]] || die "usage: ./dev test-windows [TOOLCHAIN]" 2
    build_windows "$@"
    compile windows-mingw
    make_wine_prefix
    begin "running the tests of preset windows-mingw through $(wine --version)"
    local code=0
    TZ=UTC LC_ALL=C.UTF-8 xvfb-run -a -s '-screen 0 1600x1000x24' \
        ctest --preset windows-mingw --parallel "$jobs" </dev/null || code=$?
    wineserver -k || true
    ((code == 0)) || die "tests failed" "$code"
    outcome="all tests passed under Wine; what was skipped is listed above with CTest's (Skipped)"
}

# --- Packages -----------------------------------------------------------------------------------------------------

# Two packages of one commit are the same bytes: every time in them is the commit's.
source_date() { git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md; }

# The programs of preset release, which are the ones that ./dev test has tested.
run_package() {
    local check="" preset=release
    local targets=(bin/sellerkeep bin/sellerkeep-cli bin/sellerkeep-simulator sk_pages)
    case "${1:-}" in
        "") ;;
        --check) check=1 ;;
        windows) preset=windows-mingw targets=(bin/sellerkeep.exe bin/sellerkeep-cli.exe bin/sellerkeep-simulator.exe) ;;
        *) die "usage: ./dev package [--check | windows]" 2 ;;
    esac
    [[ $# -le 1 ]] || die "usage: ./dev package [--check | windows]" 2
    SOURCE_DATE_EPOCH=$(source_date)
    export SOURCE_DATE_EPOCH
    umask 022 # CPack takes modes from it
    if [[ $preset == windows-mingw ]]; then
        build_windows
    else
        need_build "${package_packages[@]}" ${check:+debootstrap}
        configure release
    fi
    compile "$preset" "${targets[@]}"
    begin "packaging preset $preset into build/packages"
    [[ $preset != release ]] || rm -f build/packages/*.deb*
    cpack --config "build/$preset/CPackConfig.cmake" -B "$PWD/build/packages"
    rm -rf build/packages/_CPack_Packages
    local system=linux version
    [[ $preset == release ]] || system=windows
    local bill=build/packages/sellerkeep-$system.cdx.json
    version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "build/$preset/CMakeCache.txt")
    begin "listing what was linked: $bill"
    if [[ $preset == windows-mingw ]]; then
        cmake --install build/windows-mingw --prefix build/windows-mingw/installed >/dev/null
        find build/windows-mingw/installed \( -name '*.exe' -o -name '*.dll' \) -print0 | sort -z |
            xargs -0 python3 -B packaging/supply-chain/sbom.py --version "$version" --toolchain build/mingw/VERSIONS.txt --output "$bill"
    else
        python3 -B packaging/supply-chain/sbom.py --version "$version" --output "$bill" build/release/bin/sellerkeep{,-cli,-simulator}
    fi
    begin "holding the versions against packaging/supply-chain/vulnerabilities.json"
    python3 -B packaging/supply-chain/check.py "$bill"
    ls -l build/packages
    if [[ -n $check ]]; then
        begin "installing, using, upgrading and purging the package in a clean Debian"
        local code=0
        packaging/linux/check_deb.sh build/packages/*.deb || code=$?
        ((code != 77)) || die "the package was made, but it cannot be tried here" 77
        ((code == 0)) || die "the package failed" "$code"
    fi
    outcome="the packages are in build/packages"
}
