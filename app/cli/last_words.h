#pragma once

/// Ends of the process that no exception brings to main(): they are told as those that one brings.
namespace heser::cli {

/// Writes "heser: `sentence`" to standard error and ends the process at once: threads of libraries
/// that wait for what never comes are not waited for, and nothing is cleaned up. Allowed in signal
/// handlers.
[[noreturn]] void EndAtOnce(int code, const char* sentence);

}  // namespace heser::cli
