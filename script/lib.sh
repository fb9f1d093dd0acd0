# Sourced by the scripts beside it, from bash. Holds where things are and what is said.

set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Versions are pinned in one place each: Trunk's in Trunk.toml, Rust's in rust-toolchain.toml,
# wasm-bindgen's in Cargo.lock, those of wasm-opt and Playwright in package.json.
TRUNK_VERSION=$(sed -n 's/^trunk-version = "=\(.*\)"/\1/p' Trunk.toml)
RUST_VERSION=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)

# Playwright needs this at least.
NODE_MAJOR=18

export PATH="$PWD/node_modules/.bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

# Only bootstrap installs, and says so.
export RUSTUP_AUTO_INSTALL=0

# Trunk asks the network for a newer self at each start.
export TRUNK_SKIP_VERSION_CHECK=true

# Trunk reads NO_COLOR as a yes or no and refuses the usual 1.
if [ -n "${NO_COLOR:-}" ]; then export NO_COLOR=true; fi

say() { printf "%s\n" "$@"; }

stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# Where `stable` already is the pinned version it serves, and nothing is downloaded twice.
choose_toolchain() {
    have rustup || return 0
    if rustup toolchain list | grep -q "^$RUST_VERSION-"; then
        export RUSTUP_TOOLCHAIN=$RUST_VERSION
    elif rustup run stable rustc --version 2>/dev/null | grep -qF "rustc $RUST_VERSION "; then
        export RUSTUP_TOOLCHAIN=stable
    else
        export RUSTUP_TOOLCHAIN=$RUST_VERSION
    fi
}

have_node() {
    have npm && [ "$(node --version 2>/dev/null | sed 's/^v//; s/\..*//' || true)" -ge "$NODE_MAJOR" ] 2>/dev/null
}

# Prints the browser for the journeys, or nothing.
find_browser() {
    local name
    for name in ${CHROME:+"$CHROME"} chromium google-chrome chromium-browser; do
        if command -v "$name"; then return; fi
    done
}

# Sets `release`: what Trunk is told to build or serve. Without Node there is no wasm-opt, and Trunk is
# told so in the page's own attribute: it has no other switch for it and would try a download.
choose_release() {
    local page=index.html
    if ! have_node || [ ! -x node_modules/.bin/wasm-opt ]; then
        say "Building without wasm-opt, since Node is not there: the page works the same and is larger."
        page=.index-without-wasm-opt.html
        sed 's/data-wasm-opt="[^"]*"/data-wasm-opt="0"/' index.html >"$page"
    fi
    release=(--release --locked --html-output index.html "$page")

    # The standard library is compiled anew, for size and without places and Debug text in panics; names
    # are written in full, for script/wasm. The recogniser's worker goes without words of a panic at all: it
    # has nobody to say them to. The pinned compiler takes these flags only when it is told that it may. Clippy
    # and the tests go without them.
    export RUSTC_BOOTSTRAP=1
    export CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Csymbol-mangling-version=v0 -Zlocation-detail=none -Zfmt-debug=none -Clink-arg=--no-merge-data-segments"
    export CARGO_UNSTABLE_PROFILE_RUSTFLAGS=true
    export CARGO_PROFILE_LAW_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort"
    export CARGO_PROFILE_LAW_BUILD_OVERRIDE_RUSTFLAGS=""
}

choose_toolchain
