#include "app/cli/early_signals.h"

#include <csignal>

namespace heser::cli {
namespace {

sigset_t Interrupts() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGHUP);
  return signals;
}

// Sanitizers are not set up yet when this would run.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
void HoldSignals(int, char**, char**) {
  const sigset_t signals = Interrupts();
  sigprocmask(SIG_BLOCK, &signals, nullptr);
}

/// Run by the loader once the libraries are in place and before any of them sets itself up.
[[gnu::section(".preinit_array"), gnu::used]] void (*const hold_signals)(int, char**,
                                                                         char**) = &HoldSignals;
#endif

}  // namespace

void LetSignalsThrough() {
  const sigset_t signals = Interrupts();
  sigprocmask(SIG_UNBLOCK, &signals, nullptr);
}

}  // namespace heser::cli
