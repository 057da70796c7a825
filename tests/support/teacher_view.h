#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/face_analysis.h"

/// The judges' photos and what the teacher networks said of them, for tests and development tools
/// that must not depend on our own networks. Files lie in the `shared` folder beside the checkout.
namespace heser::test {

/// The `shared` folder, or nothing where it is absent: then a test skips and says so.
std::optional<std::filesystem::path> SharedFolder();

/// shared/data/FILE, with FILE as in pairs/dev.csv and manifest.csv. `shared` must be there.
std::filesystem::path SharedPhoto(const std::string& file);

/// A photo as upright RGB. Throws std::runtime_error if it cannot be read.
ColorImage ReadPhoto(const std::filesystem::path& photo);
/// The teacher's labels of X.jpg (X_parse.png) as ours, unjudged pixels as kUnjudged.
LabelMap ReadTeacherLabels(const std::filesystem::path& photo);
/// The teacher's mesh of X.jpg (X_mesh.npy), photo pixels.
FaceMesh ReadTeacherMesh(const std::filesystem::path& photo);
/// The teacher's matte of X.jpg (X_matte.png); where there is none, everything that is labelled as
/// anything but background.
AlphaMap ReadTeacherMatte(const std::filesystem::path& photo);

/// Whether labels and mesh of a photo are there.
bool HasTeacherLabels(const std::filesystem::path& photo);

/// A view of the whole photo, unjudged pixels taken as background. A face larger than
/// `largest_face` view pixels (0: no limit) is reduced to that.
HeadView ReadTeacherView(const std::filesystem::path& photo, double largest_face = 0);

/// One line of pairs/dev.csv.
struct DevPair {
  std::string name;
  std::string kind;
  std::string target;
  std::vector<std::string> sources;
};

/// All development pairs, in the order of the file. `shared` must be there.
std::vector<DevPair> ReadDevPairs();

/// 8-bit PNG of a picture, made to be looked at; folders are made as needed.
void WritePicture(const std::filesystem::path& file, const ColorImage& image);

}  // namespace heser::test
