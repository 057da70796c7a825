#pragma once

#include <filesystem>
#include <string>

#include "engine/pipeline/swap_pipeline.h"

/// The small pictures of a report.
namespace heser {

/// Where the photos' heads lie in the report's folder.
inline constexpr const char* kPicturesFolder = "pictures";

/// `path` with this extension added; names may hold dots.
inline std::filesystem::path WithExtension(const std::filesystem::path& path,
                                           const char* extension) {
  return path.string() + extension;
}

/// Files of the photos' heads, relative to the report's folder; sources count from 0.
std::filesystem::path TargetPicture(const std::string& pair);
std::filesystem::path SourcePicture(const std::string& pair, std::size_t source);

/// Writes the heads of target, sources and result, JPEG of at most 384 pixels; `result_file` is
/// that of the result. Throws Error{kCannotWrite}.
void WriteReportPictures(const SwapResult& result, const std::filesystem::path& folder,
                         const std::string& pair, const std::filesystem::path& result_file);

}  // namespace heser
