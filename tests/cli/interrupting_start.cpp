// Loaded before a program's own libraries: interrupts it while they set themselves up.
#include <csignal>
#include <cstdlib>

namespace {

[[gnu::constructor]] void Interrupt() {
  const char* number = std::getenv("HESER_TEST_SIGNAL");
  if (number != nullptr) std::raise(std::atoi(number));
}

}  // namespace
