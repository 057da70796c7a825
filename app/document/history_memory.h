#pragma once

#include <cstddef>

#include "app/document/document_state.h"

namespace heser {

/// Bytes that a step of the history keeps alive: photos and painted tiles that `before` has and
/// `after` has not, and a little for the step itself. The sum over all steps that can be undone is
/// what the history holds beyond the document.
std::size_t BytesKept(const DocumentState& before, const DocumentState& after);

}  // namespace heser
