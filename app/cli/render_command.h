#pragma once

#include <string>

#include "engine/pipeline/swap_pipeline.h"

namespace heser::cli {

/// What a project asks of the engine; what it lost is told on standard error. Throws Error as
/// ReadProject does, and kBadFile for a project without target or without a source that is on.
SwapRequest RequestOfProject(const std::string& project);

}  // namespace heser::cli
