#pragma once

#include <filesystem>
#include <vector>

#include "engine/pipeline/swap_pipeline.h"

namespace heser::cli {

/// A label map in colours, for looking at.
ColorImage PaintLabels(const LabelMap& labels);

/// The files that WriteDebugPictures writes for a swap of so many sources, none of them left out.
std::vector<std::filesystem::path> DebugPicturePaths(const std::filesystem::path& folder,
                                                     std::size_t sources);

/// Writes every intermediate picture of a swap into a folder, made if missing: PNG, at the size of
/// the target's head view; sources are numbered as they were given. Throws Error{kCannotWrite}.
void WriteDebugPictures(const SwapResult& result, const std::filesystem::path& folder);

}  // namespace heser::cli
