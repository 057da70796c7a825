#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"
#include "engine/core/labels.h"
#include "engine/core/progress.h"
#include "engine/training/head_depth.h"

namespace heser {

/// The face height that training photos are reduced to unless more is asked for: a head crop of
/// side 256 shows the face 111 pixels high.
inline constexpr double kFaceHeightPixels = 130;

/// A photo cut to its head and reduced to what the networks see, with its teachers' labels. All
/// pictures have the same size; mesh in their pixels.
struct TrainingPhoto {
  std::string name;
  std::string identity;
  cv::Mat3b image;  ///< RGB.
  LabelMap labels;  ///< kUnjudged where the teachers said nothing.
  cv::Mat1b matte;  ///< Coverage of the person, 0 to 255.
  FaceMesh mesh;
  HeadDepth depth;    ///< Empty where TrainingCut asked for none.
  double weight = 1;  ///< How often it is drawn: rare things more often.
  bool held_out = false;
  bool prepared = false;  ///< A turned copy (turned_heads.h): no depth, not turned again.
};

/// A teacher's mesh file (468 x 3 float32). Throws Error{kBadFile}.
FaceMesh ReadMeshFile(const std::filesystem::path& file);

/// A picture as OpenCV reads it. Throws Error{kBadFile}.
cv::Mat ReadTrainingPicture(const std::filesystem::path& file, int flags);

/// Which part of a photo is kept, and in which size.
struct TrainingCut {
  double half_side = 1.7;    ///< Of the square round the middle of the face, face heights.
  double face_height = 130;  ///< The face is reduced to this (never enlarged), pixels.
  bool depth = true;         ///< Whether TrainingPhoto::depth is made.
};

/// Reads DATA/manifest.csv (columns file, identity) and every photo of portraits/ and same_person/
/// that has labels beside it (X_parse.png, X_mesh.npy, X_matte.png); folders whose licence allows
/// no shipped weights are never read. About `held_out_share` of the identities, chosen by a hash of
/// their name, are marked held out. Throws
/// Error{kFileNotFound, kBadFile}, Cancelled.
std::vector<TrainingPhoto> LoadTrainingPhotos(const std::filesystem::path& data,
                                              double held_out_share, const Progress& progress,
                                              const TrainingCut& cut = {});

/// Whether an identity is kept for validation; the same in every run.
bool IsHeldOut(const std::string& identity, double held_out_share);

}  // namespace heser
