#include "app/cli/failures.h"

#include <new>

#include "app/messages.h"
#include "engine/core/error.h"

namespace heser::cli {

QString Explain(const std::exception& failure) {
  if (const auto* error = dynamic_cast<const Error*>(&failure)) return MessageFor(*error);
  if (dynamic_cast<const std::bad_alloc*>(&failure) != nullptr) {
    return MessageFor(Error(ErrorKind::kOutOfMemory, "heser"));
  }
  return MessageForUnexpected(failure.what());
}

int ExitCodeOf(const std::exception& failure) {
  const auto* error = dynamic_cast<const Error*>(&failure);
  return error != nullptr ? ExitCodeFor(*error) : kExitNoResources;
}

}  // namespace heser::cli
