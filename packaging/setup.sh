# Shared by run and test: installs what is missing and configures one Release build.
# Sourced, with the project's root as the working directory.

naru_missing_packages() {
    sed 's/#.*//' packaging/debian-packages.txt | while read -r package; do
        [ -n "$package" ] || continue
        dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || echo "$package"
    done
    command -v npm >/dev/null 2>&1 || [ -n "${NARU_GRAMMARS:-}" ] || echo npm
}

naru_install() {
    local missing
    missing=$(naru_missing_packages)
    [ -n "$missing" ] || return 0
    echo "Installing Debian packages: $(echo $missing)"
    local as_root=""
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            echo "These packages are missing. Install them as root, then start again:" >&2
            echo "  apt-get install --no-install-recommends $(echo $missing)" >&2
            exit 2
        fi
        as_root=sudo
    fi
    $as_root apt-get update -q
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -q --no-install-recommends $missing
}

# naru_configure [cmake options]: configures build/release.
naru_configure() {
    local options=("$@")
    if command -v ccache >/dev/null 2>&1; then
        export CCACHE_SLOPPINESS=pch_defines,time_macros # what precompiled headers ask for
        options+=(-DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    if [ -n "${NARU_GRAMMARS:-}" ]; then
        options+=("-DNARU_GRAMMARS=$NARU_GRAMMARS")
    fi
    mkdir -p build
    if ! cmake --preset release "${options[@]}" >build/configure.log 2>&1; then
        cat build/configure.log >&2
        exit 2
    fi
}

naru_build() {
    cmake --build build/release "$@"
}
