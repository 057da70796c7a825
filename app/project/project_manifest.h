#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/project/project_file.h"

namespace heser {

/// manifest.json as a value: what a project says beside the bytes of its photos.
struct ManifestPhoto {
  std::string entry;  ///< In the archive.
  std::string name;   ///< As people call it.
  std::string path;   ///< Where it was opened from; may be empty.
  FaceChoice face;
  bool enabled = true;
  double weight = 1;   ///< Of sources.
  std::string labels;  ///< Entry of its label edits; empty: none.
  std::string matte;   ///< Entry of its matte edits; empty: none.
  std::string region;  ///< Entry of its region edits; empty: none.
  std::string fill;    ///< Entry of the colours on its background fill; empty: none.
};

struct ProjectManifest {
  std::vector<ManifestPhoto> sources;
  std::optional<ManifestPhoto> target;
  SwapSettings settings;
  std::string recovered_path;
};

std::string ManifestToJson(const ProjectManifest& manifest);

/// `file` is the project, for errors. Settings that are not known or not valid keep their defaults
/// and are remarked on. Throws Error{kBadFile}.
ProjectManifest ManifestFromJson(const std::string& text, const std::string& file,
                                 std::vector<ProjectRemark>& remarks);

}  // namespace heser
