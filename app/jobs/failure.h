#pragma once

#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/error.h"

namespace heser {

/// Why a job failed, as a value that travels between threads.
struct Failure {
  std::optional<Error> error;  ///< Absent for what is no heser::Error.
  std::string technical_text;
};

/// The exception that is being handled; call it only inside `catch`. Running out of memory becomes
/// Error{kOutOfMemory} about `subject`. Must not be called for Cancelled.
Failure CurrentFailure(const std::string& subject);

/// The sentence for the window.
QString MessageFor(const Failure& failure);

/// The same for photos that were opened together, at least one: a line for each of the first few
/// and one that names more.
QString MessageFor(const std::vector<Failure>& failures);

}  // namespace heser
