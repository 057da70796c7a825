#pragma once

#include <map>
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
  double weight = 1;    ///< Of sources.
  bool pinned = false;  ///< Of sources, see SourceItem::pinned.
  std::string labels;   ///< Entry of its label edits; empty: none.
  std::string matte;    ///< Entry of its matte edits; empty: none.
  std::string region;   ///< Entry of its region edits; empty: none.
  std::string fill;     ///< Entry of the colours on its background fill; empty: none.
};

/// Where edits belong.
struct PaintedOn {
  std::string photo;  ///< Checksum of the photo's file.
  std::string layer;  ///< "labels", "matte", "region" or "fill".
  bool operator==(const PaintedOn&) const = default;
};

struct ProjectManifest {
  std::vector<ManifestPhoto> sources;
  std::optional<ManifestPhoto> target;
  SwapSettings settings;
  std::string recovered_path;
  /// Of each entry of photos and edits, by its name: content that was exchanged or altered under a
  /// name is told apart from what was saved. Projects of before they were written have none.
  std::map<std::string, std::string> checksums;
  /// What each entry of edits was painted on, by its name: edits of another photo of the same size
  /// would fit as well. Projects of before they were written have none.
  std::map<std::string, PaintedOn> painted_on;
};

std::string ManifestToJson(const ProjectManifest& manifest);

/// SHA-256 in hexadecimal digits.
std::string ChecksumOf(const std::string& bytes);

/// `file` is the project, for errors. Whatever has the wrong type or is out of range counts as
/// absent and is remarked on, as are settings that are not known. Throws Error{kBadFile} for what
/// is no manifest at all, and for newer versions.
ProjectManifest ManifestFromJson(const std::string& text, const std::string& file,
                                 std::vector<ProjectRemark>& remarks);

}  // namespace heser
