#include "app/cli/failures.h"

#include <new>
#include <system_error>

#include <opencv2/core.hpp>

#include "app/messages.h"
#include "engine/core/error.h"

namespace heser::cli {

bool IsOutOfMemory(const std::exception& failure) {
  if (dynamic_cast<const std::bad_alloc*>(&failure) != nullptr) return true;
  if (const auto* opencv = dynamic_cast<const cv::Exception*>(&failure)) {
    return opencv->code == cv::Error::StsNoMem;
  }
  const auto* system = dynamic_cast<const std::system_error*>(&failure);
  return system != nullptr && system->code() == std::errc::resource_unavailable_try_again;
}

QString Explain(const std::exception& failure) {
  if (const auto* error = dynamic_cast<const Error*>(&failure)) return MessageFor(*error);
  if (IsOutOfMemory(failure)) {
    return MessageFor(Error(ErrorKind::kOutOfMemory, "heser"));
  }
  return MessageForUnexpected(failure.what());
}

int ExitCodeOf(const std::exception& failure) {
  const auto* error = dynamic_cast<const Error*>(&failure);
  return error != nullptr ? ExitCodeFor(*error) : kExitNoResources;
}

}  // namespace heser::cli
