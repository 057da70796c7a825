#include "app/cli/last_words.h"

#include <cstdlib>
#include <cstring>
#include <exception>

#include <unistd.h>

#include "app/cli/failures.h"
#include "app/messages.h"

namespace heser::cli {
namespace {

// As MessageFor has it, which needs memory.
[[maybe_unused]] constexpr char kOutOfMemory[] =
    "heser needs more memory than there is; close other programs or use smaller photos.";

// Sanitizers are not set up yet when this would run.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
/// Libraries set themselves up before main() and compute in threads of their own: what they throw
/// there ends up here.
[[noreturn]] void OnTerminate() {
  try {
    if (std::current_exception() != nullptr) throw;
  } catch (const std::exception& failure) {
    if (IsOutOfMemory(failure)) EndAtOnce(kExitNoResources, kOutOfMemory);
  } catch (...) {
  }
  // It is no failure of the surroundings then.
  std::abort();
}

void HandleTermination(int, char**, char**) { std::set_terminate(&OnTerminate); }

/// Run by the loader once the libraries are in place and before any of them sets itself up.
[[gnu::section(".preinit_array"),
  gnu::used]] void (*const handle_termination)(int, char**, char**) = &HandleTermination;
#endif

void Write(const char* text) {
  const ssize_t ignored = ::write(STDERR_FILENO, text, std::strlen(text));
  static_cast<void>(ignored);
}

}  // namespace

void EndAtOnce(int code, const char* sentence) {
  Write("heser: ");
  Write(sentence);
  Write("\n");
  ::_exit(code);
}

}  // namespace heser::cli

// Sanitizers end the process by it.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
/// In place of the C library's, for all libraries: libgomp calls it where it gets no memory or no
/// thread, from whatever thread, and others that still work would crash while the process cleans
/// up. This program itself ends by returning from main().
extern "C" void exit(int) {
  heser::cli::EndAtOnce(heser::kExitNoResources, heser::cli::kOutOfMemory);
}
#endif
