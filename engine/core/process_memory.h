#pragma once

#include <cstddef>

namespace heser {

/// Tells the C library to keep freed memory instead of handing every large block back to the
/// kernel: page faults cost more than the arithmetic on large pictures and tensors. Call once,
/// first thing in main(). Does nothing where the C library is not glibc.
void ConfigureProcessMemory();

/// Keeps OpenBLAS, where it is the BLAS in use, to the calling thread: its idle threads spin, which
/// took a fifth of a swap's processor time, and the products here are small. Call beside
/// ConfigureProcessMemory.
void ConfigureProcessThreads();

/// Makes sure of the memory without which no network computes anything. OpenBLAS, where it is the
/// BLAS in use, asks for its buffers over and over where it gets none, and never returns: where the
/// process may not have all the memory that it wants (ulimit -v) it takes them here. Throws
/// std::bad_alloc. Without effect once it went well; thread-safe.
void ReserveNetworkMemory();

/// Forgets the most memory that the process has held so far, after freed memory went back to the
/// kernel: what PeakMemoryBytes says afterwards is of the work that follows. Without effect where
/// the kernel cannot do it.
void ResetPeakMemory();

/// The most memory that the process has held so far, bytes; 0 where unknown.
std::size_t PeakMemoryBytes();

}  // namespace heser
