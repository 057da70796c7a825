#pragma once

#include <cstddef>

namespace heser {

/// Tells the C library to keep freed memory instead of handing every large block back to the
/// kernel: page faults cost more than the arithmetic on large pictures and tensors. Call once,
/// first thing in main(). Does nothing where the C library is not glibc.
void ConfigureProcessMemory();

/// The most memory that the process has held so far, bytes; 0 where unknown.
std::size_t PeakMemoryBytes();

}  // namespace heser
