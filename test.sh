#!/usr/bin/env bash
# The same set-up as run.sh, then every test. Words are handed to ctest, e.g. ./test.sh -R photo
# PRESET=asan ./test.sh   runs them under another preset of CMakePresets.json
set -euo pipefail
cd "$(dirname "$0")"
. packaging/setup.sh

mkdir -p build
install_packages
fetch_samples
preset=${PRESET:-release}
build_preset "$preset"
say "testing (preset $preset)"
ctest --preset "$preset" "$@" || fail "tests failed; pictures of differences are in build/$preset/test_output"
