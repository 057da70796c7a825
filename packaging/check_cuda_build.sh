#!/bin/bash
# Shows that the sources compile and link against a LibTorch with CUDA: the one inside PyPI's torch.
# Needs CUDA's toolkit (nvcc) and about 4 GB in build/; no GPU. Says at the end where the program is.
#
# usage: packaging/check_cuda_build.sh [TORCH_VERSION]
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:-2.11.0}
folder=build/cuda
wheel=$folder/torch-$version

command -v nvcc > /dev/null || { echo "nvcc is not on the PATH; install CUDA's toolkit." >&2; exit 1; }

if [ ! -d "$wheel/torch" ]; then
  mkdir -p "$folder/download"
  python3 -m pip download --quiet --no-deps --only-binary=:all: --python-version 3.12 \
    --implementation cp --platform manylinux_2_28_x86_64 -d "$folder/download" "torch==$version"
  # Headers, libraries and CMake files; Python's part is of no use here.
  unzip -q "$folder/download/torch-$version"-*.whl 'torch/include/*' 'torch/lib/*' 'torch/share/*' \
    -d "$wheel.part"
  mv "$wheel.part" "$wheel"
  rm -r "$folder/download"
fi

# The wheel's libraries find NVIDIA's beside them at run time, in nvidia/*/lib of the same Python:
# nothing of them is linked here.
TORCH_CUDA_ARCH_LIST=${TORCH_CUDA_ARCH_LIST:-9.0} cmake -S . -B "$folder/release" -G Ninja \
  -DCMAKE_BUILD_TYPE=Release -DHESER_WERROR=ON -DHESER_STUDIO=OFF -DHESER_TESTS=OFF \
  -DCMAKE_PREFIX_PATH="$PWD/$wheel/torch" \
  -DCMAKE_EXE_LINKER_FLAGS=-Wl,--allow-shlib-undefined > "$folder/configure.log"
cmake --build "$folder/release" --target heser
readelf -d "$folder/release/bin/heser" | grep -q libtorch_cuda.so ||
  { echo "heser does not need libtorch_cuda.so: no CUDA in it." >&2; exit 1; }
echo "Built with CUDA: $folder/release/bin/heser"
