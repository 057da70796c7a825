#include "engine/core/error.h"

#include <array>
#include <string_view>
#include <utility>

namespace heser {
namespace {

std::string_view KindName(ErrorKind kind) {
  static constexpr std::array<std::string_view, 15> kNames = {
      "wrong use", "file not found", "unreadable",    "too large",     "too small",
      "no face",   "face cut",       "no such face",  "cannot write",  "no folder",
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

}  // namespace heser
