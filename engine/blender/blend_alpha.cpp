#include "engine/blender/blend_alpha.h"

#include <algorithm>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/face_hull.h"
#include "engine/blender/body_completion.h"
#include "engine/core/image_ops.h"
#include "engine/core/smoothstep.h"

namespace heser {
namespace {

// A piece apart from the face counts only this near to it, and larger than a speck.
constexpr double kPieceReach = 0.06;
constexpr double kSpeck = 0.003;
constexpr double kMostlyHair = 0.9;
// Skin and beard go on below the mesh's jaw so far, its underside in sight; skin further out is
// neck. Of less a flat strip of made up neck takes the place. Face sizes.
constexpr double kJawReach = 0.06;
// A seam on the neck is as soft as this. Face sizes.
constexpr double kNeckSoftness = 0.1;
// Notches of the jaw's edge narrower than this are no shape of a jaw. Face sizes.
constexpr double kJawSmoothness = 0.018;
// What softens the edge looks no further than this. Face sizes.
constexpr double kEdgeReach = 0.1;
// Where hair is near, its edge goes before the skin's.
constexpr float kHairCounts = 4;

// The piece that holds the most face, and pieces beside it that are above the chin or are hair:
// not the label noise on collars and hands.
Mask HeadPieces(const LabelMap& labels, const FaceMesh& mesh) {
  const double size = FaceSize(mesh);
  Mask head = MaskOf(labels, kHeadLabels);
  cv::Mat1i pieces;
  cv::Mat1i statistics;
  cv::Mat1d centroids;
  const int count = cv::connectedComponentsWithStats(head, pieces, statistics, centroids, 8);
  if (count <= 2) return head;
  const Mask face = MaskOf(labels, kFaceSkinLabels);
  std::vector<int> face_pixels(static_cast<std::size_t>(count), 0);
  std::vector<int> hair_pixels(static_cast<std::size_t>(count), 0);
  for (int y = 0; y < labels.rows; ++y) {
    for (int x = 0; x < labels.cols; ++x) {
      if (face(y, x) != 0) ++face_pixels[pieces(y, x)];
      if (labels(y, x) == static_cast<int>(Label::kHair)) ++hair_pixels[pieces(y, x)];
    }
  }
  const int main = static_cast<int>(std::max_element(face_pixels.begin() + 1, face_pixels.end()) -
                                    face_pixels.begin());
  const ScalarImage to_main = DistanceTo(cv::Mat(pieces == main));
  std::vector<std::uint8_t> near(static_cast<std::size_t>(count), 0);
  for (int y = 0; y < labels.rows; ++y) {
    for (int x = 0; x < labels.cols; ++x) {
      if (to_main(y, x) <= kPieceReach * size) near[pieces(y, x)] = 255;
    }
  }
  std::vector<std::uint8_t> keep(static_cast<std::size_t>(count), 0);
  const double chin = mesh(mesh_point::kChin, 1);
  for (int i = 1; i < count; ++i) {
    const int area = statistics(i, cv::CC_STAT_AREA);
    const bool in_place =
        statistics(i, cv::CC_STAT_TOP) < chin || hair_pixels[i] > kMostlyHair * area;
    if (i == main || (near[i] != 0 && area > kSpeck * size * size && in_place)) keep[i] = 255;
  }
  Mask kept(labels.size());
  for (int y = 0; y < labels.rows; ++y) {
    for (int x = 0; x < labels.cols; ++x) kept(y, x) = keep[pieces(y, x)];
  }
  return kept;
}

// Distance of every pixel from the face's outline, below 0 within it, by the mesh.
ScalarImage AwayFromFace(cv::Size size, const FaceMesh& mesh) {
  const Mask face = FaceHull(mesh, size);
  Mask around;
  cv::bitwise_not(face, around);
  return ScalarImage(DistanceTo(face) - DistanceTo(around));
}

// Where the head ends below its jaw.
struct Seam {
  ScalarImage away;  // See AwayFromFace.
  Mask below_mouth;
  double reach = 0;  // Of `away`.
  bool is_on_neck = false;
};

Seam FindSeam(cv::Size size, const FaceMesh& mesh, const HeadEdgeOptions& options) {
  const Eigen::RowVector3d mouth =
      (mesh.row(mesh_point::kMouthLeft) + mesh.row(mesh_point::kMouthRight)) / 2;
  const Eigen::RowVector3d down = mesh.row(mesh_point::kChin) - mesh.row(mesh_point::kForeheadTop);
  Seam seam{AwayFromFace(size, mesh), Mask(size, std::uint8_t{0}),
            (kJawReach - options.seam_height) * FaceSize(mesh), BringsNeck(options)};
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const bool below = (x - mouth(0)) * down(0) + (y - mouth(1)) * down(1) > 0;
      if (below) seam.below_mouth(y, x) = 255;
    }
  }
  return seam;
}

// Skin below the seam is the source's neck, whatever its label says: it would stand on the target's
// neck as a second one. Hair and beards stay. Neck above it is the head's own.
LabelMap SplitAtSeam(const LabelMap& labels, const Seam& seam, const Mask& neck_place) {
  const auto reach = static_cast<float>(seam.reach);
  LabelMap result = labels.clone();
  for (int y = 0; y < labels.rows; ++y) {
    for (int x = 0; x < labels.cols; ++x) {
      if (seam.below_mouth(y, x) == 0) continue;
      const auto label = static_cast<Label>(labels(y, x));
      if (label == Label::kSkin && seam.away(y, x) > reach) {
        result(y, x) = static_cast<std::uint8_t>(Label::kNeck);
      } else if (label == Label::kNeck && seam.is_on_neck && seam.away(y, x) <= reach &&
                 neck_place(y, x) != 0) {
        result(y, x) = static_cast<std::uint8_t>(Label::kSkin);
      }
    }
  }
  return result;
}

// Two necks differ in light and colour: they meet softly, at the seam and wherever the new one ends
// before it, as at a collar. `head` holds the neck above the seam; hair stays as it is.
void SoftenNeckSeam(const Seam& seam, const Mask& head, const LabelMap& labels, double size,
                    AlphaMap& alpha) {
  const double begin = kJawReach * size;
  const double softness = std::min(kNeckSoftness * size, seam.reach - begin);
  Mask around;
  cv::bitwise_not(head, around);
  const ScalarImage depth = Blur(DistanceTo(around), kJawSmoothness * size);
  const Mask bare = MaskOf(labels, {Label::kSkin, Label::kNeck});
  for (int y = 0; y < alpha.rows; ++y) {
    for (int x = 0; x < alpha.cols; ++x) {
      const double away = seam.away(y, x);
      if (seam.below_mouth(y, x) == 0 || bare(y, x) == 0 || away < begin) continue;
      const double kept = Smoothstep(std::min(seam.reach - away, double(depth(y, x))) / softness);
      // From the jaw on, so that this draws no line along it.
      const double share = Smoothstep((away - begin) / softness);
      alpha(y, x) *= static_cast<float>(1 - share * (1 - kept));
    }
  }
}

// The edge of bare skin is a smooth line; label maps draw it with steps and notches. Blurred and
// made as sharp again as `sigma` says; hair keeps its own edge.
AlphaMap WithSmoothJaw(const AlphaMap& alpha, const LabelMap& labels, double size, double sigma) {
  const double wide = std::max(2 * sigma, kJawSmoothness * size);
  const AlphaMap blurred = Blur(alpha, wide);
  const AlphaMap hair = Blur(AlphaOf(MaskOf(labels, {Label::kHair, Label::kHeadwear})), wide);
  const AlphaMap skin = Blur(AlphaOf(MaskOf(labels, kFaceLabels)), wide);
  const auto steepness = static_cast<float>(wide / sigma);
  AlphaMap result(alpha.size());
  for (int y = 0; y < alpha.rows; ++y) {
    for (int x = 0; x < alpha.cols; ++x) {
      const float smooth = std::clamp(0.5f + (blurred(y, x) - 0.5f) * steepness, 0.f, 1.f);
      const float of_skin = skin(y, x) / (skin(y, x) + kHairCounts * hair(y, x) + 1e-6f);
      result(y, x) = alpha(y, x) + (smooth - alpha(y, x)) * of_skin * of_skin;
    }
  }
  return result;
}

// BlendAlpha where the picture shows little beyond the head.
AlphaMap AlphaOfHead(const AlphaMap& alpha, const LabelMap& labels, const FaceMesh& mesh,
                     const Mask& neck_place, const HeadEdgeOptions& options) {
  const double size = FaceSize(mesh);
  // Below .8 px an edge shows its steps.
  const double sigma = std::max(0.8, options.feather * size);
  const Seam seam = FindSeam(labels.size(), mesh, options);
  const LabelMap split = SplitAtSeam(labels, seam, neck_place);
  const Mask head = HeadPieces(split, mesh);
  const Mask body = MaskOf(split, kBodyLabels);
  const ScalarImage to_head = DistanceTo(head);
  const ScalarImage to_body = DistanceTo(body);
  AlphaMap own_side = Blur(AlphaOf(cv::Mat(to_head <= to_body)), sigma);
  const auto reach = static_cast<float>(options.hair_reach * size);
  AlphaMap result(alpha.size());
  for (int y = 0; y < alpha.rows; ++y) {
    for (int x = 0; x < alpha.cols; ++x) {
      const float away = std::min(1.f, to_head(y, x) / reach);
      result(y, x) = std::clamp(alpha(y, x) * own_side(y, x) * (1 - away * away), 0.f, 1.f);
    }
  }
  AlphaMap smooth = WithSmoothJaw(result, split, size, sigma);
  if (seam.is_on_neck) SoftenNeckSeam(seam, head, split, size, smooth);
  return smooth;
}

}  // namespace

AlphaMap BlendAlpha(const AlphaMap& alpha, const LabelMap& labels, const FaceMesh& mesh,
                    const Mask& neck_place, const HeadEdgeOptions& options) {
  // Nothing further from the head changes its alpha.
  const double reach = std::max(options.hair_reach, kPieceReach) + kEdgeReach;
  const cv::Rect box =
      BoxAround(MaskAbove(alpha, 0) | MaskOf(labels, kHeadLabels), reach * FaceSize(mesh));
  AlphaMap result(alpha.size(), 0.F);
  if (box.empty()) return result;
  const FaceMesh moved = TransformMesh({1, 0, -double(box.x), 0, 1, -double(box.y)}, mesh);
  const Mask place = neck_place.empty() ? neck_place : neck_place(box);
  AlphaOfHead(alpha(box), labels(box), moved, place, options).copyTo(result(box));
  return result;
}

}  // namespace heser
