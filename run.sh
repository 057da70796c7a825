#!/usr/bin/env bash
# From a clean checkout on Debian 12 to a head swap: installs what is needed, builds, swaps the two
# sample heads both ways, says where the pictures are, and opens the editor if there is a display.
# usage: ./run.sh [--no-gui] [PHOTO...]     photos are handed to the editor
set -euo pipefail
cd "$(dirname "$0")"
. packaging/setup.sh

gui=yes photos=()
for word in "$@"; do
  case $word in
    --no-gui) gui=no ;;
    -h|--help) sed -n '2,4s/^# //p' "$0"; exit 0 ;;
    -*) fail "unknown option $word (see ./run.sh --help)" ;;
    *) [ -e "$word" ] || fail "there is no photo $word"; photos+=("$(realpath "$word")") ;;
  esac
done

mkdir -p build out
install_packages
fetch_dlib_models
fetch_samples
build_preset release heser heser-studio

heser=build/release/bin/heser
say "swapping the sample heads"
$heser swap --source $samples/grace_hopper.jpg --target $samples/astronaut.png --output out/hopper_on_collins.png
$heser swap --source $samples/astronaut.png --target $samples/grace_hopper.jpg --output out/collins_on_hopper.png
say "the pictures are $PWD/out/hopper_on_collins.png and $PWD/out/collins_on_hopper.png"

if [ $gui = yes ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  say "opening the editor"
  [ ${#photos[@]} -gt 0 ] || photos=("$PWD/$samples/grace_hopper.jpg" "$PWD/$samples/astronaut.png")
  exec build/release/bin/heser-studio "${photos[@]}"
elif [ $gui = yes ]; then
  say "no display, so the editor stays closed; later: build/release/bin/heser-studio"
fi
