#include "engine/core/process_memory.h"

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <new>
#include <thread>
#include <vector>

#include <dlfcn.h>
#include <sys/mman.h>
#include <sys/resource.h>

#ifdef __GLIBC__
#include <malloc.h>
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

// Of address space, beside the heap: what the smallest swap takes there. oneDNN crashes
// where it gets none.
constexpr std::size_t kLeastForNetworks = std::size_t{448} << 20;
// What OpenBLAS asks for at a time.
constexpr std::size_t kBlasBuffer = std::size_t{129} << 20;
// On two cores a swap came to use three buffers: threads that read photos beside the one that
// waits for them.
constexpr unsigned kFurtherCallers = 2;

void RequireBlock(std::size_t bytes) {
  // Not written to, it takes no memory.
  void* volatile block = std::malloc(bytes);
  if (block == nullptr) throw std::bad_alloc();
  std::free(block);
}

/// The same beside the heap.
void RequireAddressSpace(std::size_t bytes) {
  void* space = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (space == MAP_FAILED) throw std::bad_alloc();
  munmap(space, bytes);
}

bool IsLimited(int resource) {
  rlimit limit{};
  return getrlimit(resource, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

/// What OpenBLAS has once taken it keeps.
void TakeBlasBuffers() {
  using Allocate = void* (*)(int);
  using Free = void (*)(void*);
  auto* allocate = reinterpret_cast<Allocate>(dlsym(RTLD_DEFAULT, "blas_memory_alloc"));
  auto* give_back = reinterpret_cast<Free>(dlsym(RTLD_DEFAULT, "blas_memory_free"));
  if (allocate == nullptr || give_back == nullptr) return;
  std::vector<void*> buffers(std::thread::hardware_concurrency() + kFurtherCallers);
  for (void*& buffer : buffers) {
    RequireBlock(kBlasBuffer);
    buffer = allocate(0);
  }
  for (void* buffer : buffers) give_back(buffer);
}

}  // namespace

void ReserveNetworkMemory() {
  static std::once_flag is_done;
  std::call_once(is_done, [] {
    if (IsLimited(RLIMIT_AS) || IsLimited(RLIMIT_DATA)) TakeBlasBuffers();
    RequireAddressSpace(kLeastForNetworks);
  });
}

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
