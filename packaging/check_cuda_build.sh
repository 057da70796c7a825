#!/bin/bash
# Shows that the sources compile and link against a LibTorch with CUDA: the one inside PyPI's torch.
# Needs CUDA's toolkit (nvcc; on the PATH, in $CUDA_HOME or in /usr/local/cuda), unzip, Python with pip,
# and about 4 GB in build/; no GPU. Says at the end where the program is.
#
# usage: packaging/check_cuda_build.sh [TORCH_VERSION [TARGET...]]
# TARGETs beside the program `heser`: test_gpu, test_train_together, ... to be run where a GPU is.
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:-2.11.0}
targets=(heser "${@:2}")
folder=build/cuda
wheel=$folder/torch-$version

fail() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }
# What went wrong stands at the end of a log.
fail_with() { tail -n 30 "$1" >&2; fail "$2; the whole log is $1"; }

for place in "${CUDA_HOME:-}" /usr/local/cuda; do
  command -v nvcc >/dev/null || { [ -x "$place/bin/nvcc" ] && PATH=$place/bin:$PATH; }
done
command -v nvcc >/dev/null ||
  fail "no nvcc on the PATH, in \$CUDA_HOME or in /usr/local/cuda; install CUDA's toolkit"
[ -d "$wheel/torch" ] || command -v unzip >/dev/null || fail "no unzip; install it"
echo "CUDA $(nvcc --version | sed -n 's/.*release \([0-9.]*\).*/\1/p'), torch $version"

if [ ! -d "$wheel/torch" ]; then
  mkdir -p "$folder/download"
  python3 -m pip download --quiet --no-deps --only-binary=:all: --python-version 3.12 \
    --implementation cp --platform manylinux_2_28_x86_64 -d "$folder/download" "torch==$version" \
    >"$folder/download.log" 2>&1 ||
    fail_with "$folder/download.log" "torch $version could not be fetched from PyPI"
  # Headers, libraries and CMake files; Python's part is of no use here.
  rm -rf "$wheel.part"
  unzip -q "$folder/download/torch-$version"-*.whl 'torch/include/*' 'torch/lib/*' 'torch/share/*' \
    -d "$wheel.part" || fail "the wheel in $folder/download could not be unpacked; is the disk full?"
  mv "$wheel.part" "$wheel"
  rm -r "$folder/download"
fi

# The wheel's libraries find NVIDIA's beside them at run time, in nvidia/*/lib of the same Python:
# nothing of them is linked here.
tests=OFF
[ ${#targets[@]} -gt 1 ] && tests=ON
TORCH_CUDA_ARCH_LIST=${TORCH_CUDA_ARCH_LIST:-9.0} cmake -S . -B "$folder/release" -G Ninja \
  -DCMAKE_BUILD_TYPE=Release -DHESER_WERROR=ON -DHESER_STUDIO=OFF -DHESER_TESTS=$tests \
  -DCMAKE_PREFIX_PATH="$PWD/$wheel/torch" \
  -DCMAKE_EXE_LINKER_FLAGS=-Wl,--allow-shlib-undefined >"$folder/configure.log" 2>&1 ||
  fail_with "$folder/configure.log" "cmake could not configure with this LibTorch and toolkit"
cmake --build "$folder/release" --target "${targets[@]}" ||
  fail "the sources do not build with torch $version; the first error stands above"
readelf -d "$folder/release/bin/heser" | grep -q libtorch_cuda.so ||
  fail "$folder/release/bin/heser does not need libtorch_cuda.so: there is no CUDA in it"
echo "Built with CUDA: $folder/release/bin/heser"
