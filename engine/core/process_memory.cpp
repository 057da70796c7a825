#include "engine/core/process_memory.h"

#include <cstdint>
#include <cstdlib>
#include <fstream>

#include <dlfcn.h>
#include <sys/resource.h>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#endif

namespace heser {
namespace {

#ifdef __GLIBC__
// Address space, not memory: pages are taken when they are first written to.
constexpr std::size_t kReservedHeap = std::size_t{1} << 30;
constexpr std::uintptr_t kHugePage = std::uintptr_t{2} << 20;

/// Grows the heap once and asks for huge pages there: one page fault for 2 MB instead of 512.
void PreferHugePages() {
  void* heap = std::malloc(kReservedHeap);
  if (heap == nullptr) return;
  const auto begin = (reinterpret_cast<std::uintptr_t>(heap) + kHugePage - 1) & ~(kHugePage - 1);
  const auto end = (reinterpret_cast<std::uintptr_t>(heap) + kReservedHeap) & ~(kHugePage - 1);
  // Advice: where the kernel has no huge pages nothing is lost.
  madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
  std::free(heap);
}
#endif

}  // namespace

void ConfigureProcessMemory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
  mallopt(M_TOP_PAD, 64 * 1024 * 1024);
  PreferHugePages();
#endif
}

void ConfigureProcessThreads() {
  // Looked up, not linked: another BLAS may stand in its place.
  using SetThreads = void (*)(int);
  if (auto* set = reinterpret_cast<SetThreads>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) {
    set(1);
  }
}

void ResetPeakMemory() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
  // "5" resets the high-water mark (proc(5)).
  std::ofstream("/proc/self/clear_refs") << '5';
}

std::size_t PeakMemoryBytes() {
  rusage usage{};
  if (getrusage(RUSAGE_SELF, &usage) != 0) return 0;
  return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

}  // namespace heser
