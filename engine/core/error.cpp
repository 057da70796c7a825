#include "engine/core/error.h"

#include <array>
#include <string_view>
#include <utility>

namespace heser {
namespace {

std::string_view KindName(ErrorKind kind) {
  static constexpr std::array<std::string_view, 17> kNames = {
      "wrong use", "file not found", "unreadable",    "too large",     "too small",    "no face",
      "face cut",  "face erased",    "no source",     "no such face",  "cannot write", "no folder",
      "bad model", "bad file",       "out of memory", "device failed", "peer lost"};
  return kNames.at(static_cast<std::size_t>(kind));
}

}  // namespace

Error::Error(ErrorKind kind, std::string subject, std::string detail, double value, double limit)
    : kind_(kind),
      subject_(std::move(subject)),
      detail_(std::move(detail)),
      value_(value),
      limit_(limit) {
  what_ = std::string(KindName(kind_)) + ": " + subject_;
  if (!detail_.empty()) what_ += " (" + detail_ + ")";
}

Error::Error(ErrorKind kind, std::vector<Error> causes)
    : Error(kind, causes.front().subject(), causes.front().detail()) {
  causes_ = std::move(causes);
  what_ = std::string(KindName(kind_)) + ":";
  for (const Error& cause : causes_) what_ += std::string(" [") + cause.what() + "]";
}

}  // namespace heser
