#include "engine/aligner/head_alpha.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Lengths in face sizes.
// Softness of the border between head and body: about a pixel of a face 250 px high.
constexpr double kBodySoftness = 0.004;
// Strands reach this far out of the labelled head; beyond it the matte shows other things.
constexpr double kStrandReach = 0.06;
// Where the matte is exact.
constexpr double kExactReach = 0.25;
// This far inside, a dip of the matte is its error.
constexpr double kCertainDepth = 0.02;
// Mattes below and above these are taken for nothing and everything.
constexpr float kSmoke = 0.1f;
constexpr float kSolid = 0.95f;
// From this far above the chin down, the face's skin ends this far outside of its mesh.
constexpr double kJawHeight = 0.15;
constexpr double kDoubleChin = 0.12;
// Pieces nearer than this belong together (a parting, a strap across the hair).
constexpr double kPieceGap = 0.06;
// Holes smaller than this share of the head are errors of labelling.
constexpr double kLargestHole = 0.004;

/// The matte with its faintest values taken away: they are smoke, not strands.
float Strand(float matte) { return std::clamp((matte - kSmoke) / (kSolid - kSmoke), 0.0f, 1.0f); }

Mask FaceMask(const cv::Size& size, const FaceMesh& mesh, const FaceMeshModel& model) {
  Mask mask = Mask::zeros(size);
  for (const auto& corners : model.triangles) {
    std::vector<cv::Point> points;
    points.reserve(corners.size());
    for (int i : corners) points.emplace_back(cvRound(mesh(i, 0)), cvRound(mesh(i, 1)));
    cv::fillConvexPoly(mask, points, 255);
  }
  return mask;
}

/// Skin far below the chin is the neck's or the chest's, whatever its label.
Mask BelowChin(const HeadView& view, const Mask& face) {
  const double fs = view.face_size();
  const Eigen::RowVector2d chin = view.mesh.row(mesh_point::kChin).head<2>();
  const Eigen::RowVector2d down =
      (chin - view.mesh.row(mesh_point::kForeheadTop).head<2>()).normalized();
  const ScalarImage to_face = DistanceTo(face);
  Mask below = Mask::zeros(face.size());
  for (int y = 0; y < below.rows; ++y) {
    for (int x = 0; x < below.cols; ++x) {
      const double depth = (x - chin.x()) * down.x() + (y - chin.y()) * down.y();
      if (depth > -kJawHeight * fs && to_face(y, x) > kDoubleChin * fs) below(y, x) = 255;
    }
  }
  return below;
}

Mask OneHead(const HeadView& view, LabelSet head_labels, const FaceMeshModel& model) {
  const double fs = view.face_size();
  const Mask face = FaceMask(view.labels.size(), view.mesh, model);
  Mask head = MaskOf(view.labels, head_labels) | face;
  head.setTo(0, MaskOf(view.labels, kFaceLabels) & BelowChin(view, face));
  // Pieces are joined by growing them, so that only the selection changes, not the outline.
  Mask joined = LargestPiece(Dilate(head, kPieceGap * fs / 2));
  head = head & joined;
  return FillHoles(head, kLargestHole * cv::countNonZero(head));
}

}  // namespace

HeadAlpha MakeHeadAlpha(const HeadView& view, LabelSet head_labels, const FaceMeshModel& model) {
  const double fs = view.face_size();
  HeadAlpha result;
  result.head = OneHead(view, head_labels, model);
  Mask outside;
  cv::bitwise_not(result.head, outside);
  const Mask body = MaskOf(view.labels, kBodyLabels) & outside;
  const ScalarImage to_head = DistanceTo(result.head);
  const ScalarImage to_body = DistanceTo(body);
  const AlphaMap certain = Blur(AlphaOf(Erode(result.head, kCertainDepth * fs)), 1);

  const auto softness = static_cast<float>(std::max(0.5, kBodySoftness * fs));
  const auto reach = static_cast<float>(std::max(2.0, kStrandReach * fs));
  const auto exact_reach = static_cast<float>(kExactReach * fs);
  const bool has_exact = !view.exact_matte.empty();
  result.alpha.create(view.labels.size());
  cv::parallel_for_(cv::Range(0, view.labels.rows), [&](const cv::Range& rows) {
    for (int y = rows.start; y < rows.end; ++y) {
      for (int x = 0; x < view.labels.cols; ++x) {
        const float away = to_head(y, x);
        float alpha = 0;
        if (has_exact && view.exact_matte(y, x) != 0) {
          if (away < exact_reach) alpha = view.matte(y, x);
        } else if (away < reach) {
          const float nearer = std::clamp((to_body(y, x) - away) / softness, -20.0f, 20.0f);
          const float fade = 1 - (away / reach) * (away / reach);
          alpha = Strand(view.matte(y, x)) * fade / (1 + std::exp(-1.4f * nearer));
          // The certain part ends where the body begins.
          alpha = std::max(alpha, certain(y, x) / (1 + std::exp(-1.4f * nearer)));
        }
        result.alpha(y, x) = alpha;
      }
    }
  });
  return result;
}

}  // namespace heser
