#include "engine/analysis/label_alignment.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "engine/core/labels.h"

namespace heser {
namespace {

constexpr LabelSet kEyeLabels{Label::kEye, Label::kGlasses};
constexpr LabelSet kMouthLabels{Label::kUpperLip, Label::kLowerLip, Label::kInnerMouth};

// How far from the mesh's own eyes or mouth labels are looked for, face sizes: eyes and mouth are
// .4 apart.
constexpr double kReach = 0.32;
// A probability below which a label is but a trace, and the map pixels that make a sighting.
constexpr float kTrace = 0.25F;
constexpr double kLeastMass = 6;
constexpr double kLargestStretch = 1.5;
// Beyond this angle one eye and half the mouth are out of sight, and what is left says little of
// size and tilt.
constexpr double kLargestYaw = 40;

/// Map pixel i is centred between the crop's pixels 2 i and 2 i + 1.
double CropFromMap(int i) { return 2 * i + 0.5; }
int MapFromCrop(double x) { return cvRound((x - 0.5) / 2); }

/// Area of a closed outline as the viewer sees it; negative where it is seen from behind.
double AreaOf(const FaceMesh& mesh, std::span<const int> outline) {
  double area = 0;
  for (std::size_t k = 0; k < outline.size(); ++k) {
    const int a = outline[k];
    const int b = outline[(k + 1) % outline.size()];
    area += mesh(a, 0) * mesh(b, 1) - mesh(a, 1) * mesh(b, 0);
  }
  return area / 2;
}

cv::Point2d MiddleOf(const FaceMesh& mesh, std::span<const int> points) {
  cv::Point2d sum;
  for (const int i : points) sum += {mesh(i, 0), mesh(i, 1)};
  return sum / static_cast<double>(points.size());
}

/// Middle of both eyes as far as they are seen: of a head that is turned away, nearly one alone.
cv::Point2d EyesOf(const FaceMesh& mesh) {
  // The outlines run counter-clockwise to the viewer.
  const double left = std::max(1e-3, -AreaOf(mesh, LeftEyeMeshPoints()));
  const double right = std::max(1e-3, -AreaOf(mesh, RightEyeMeshPoints()));
  return (MiddleOf(mesh, LeftEyeMeshPoints()) * left +
          MiddleOf(mesh, RightEyeMeshPoints()) * right) /
         (left + right);
}

float Sum(const float* pixel, LabelSet labels) {
  float sum = 0;
  for (int c = 0; c < kLabelCount; ++c) {
    if (labels.Contains(static_cast<std::uint8_t>(c))) sum += pixel[c];
  }
  return sum;
}

/// Where a map sees some labels, in pixels of the crop, and how many map pixels they fill.
struct Sighting {
  cv::Point2d middle;
  double mass = 0;
};

Sighting Find(const cv::Mat& probabilities, LabelSet labels, cv::Point2d near, double reach) {
  Sighting sighting;
  for (int y = 0; y < probabilities.rows; ++y) {
    const float* pixel = probabilities.ptr<float>(y);
    for (int x = 0; x < probabilities.cols; ++x, pixel += kLabelCount) {
      const cv::Point2d place(CropFromMap(x), CropFromMap(y));
      if (std::hypot(place.x - near.x, place.y - near.y) > reach) continue;
      const float here = Sum(pixel, labels);
      if (here < kTrace) continue;
      sighting.middle += here * place;
      sighting.mass += here;
    }
  }
  if (sighting.mass > 0) sighting.middle /= sighting.mass;
  return sighting;
}

double Distance(cv::Point2d a, cv::Point2d b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace

FaceMesh AlignedToLabels(const FaceMesh& mesh, const cv::Mat& probabilities, double tolerance) {
  const double yaw = AnglesFromRotation(PhotoFromHead(mesh, DefaultFaceMeshModel()).rotation).yaw;
  if (std::abs(yaw) > kLargestYaw) return mesh;
  const double fs = FaceSize(mesh);
  const cv::Point2d mesh_eyes = EyesOf(mesh);
  const cv::Point2d mesh_mouth = MiddleOf(mesh, LipMeshPoints());
  const Sighting eyes = Find(probabilities, kEyeLabels, mesh_eyes, kReach * fs);
  const Sighting mouth = Find(probabilities, kMouthLabels, mesh_mouth, kReach * fs);
  if (eyes.mass < kLeastMass || mouth.mass < kLeastMass) return mesh;
  if (Distance(eyes.middle, mesh_eyes) < tolerance * fs &&
      Distance(mouth.middle, mesh_mouth) < tolerance * fs) {
    return mesh;
  }
  const cv::Point2d seen = mouth.middle - eyes.middle;
  const cv::Point2d meant = mesh_mouth - mesh_eyes;
  const double cosine = meant.dot(seen) / meant.dot(meant);
  const double sine = meant.cross(seen) / meant.dot(meant);
  const double stretch = std::hypot(cosine, sine);
  if (!(stretch < kLargestStretch && stretch > 1 / kLargestStretch)) return mesh;
  const cv::Point2d from = (mesh_eyes + mesh_mouth) / 2;
  const cv::Point2d to = (eyes.middle + mouth.middle) / 2;
  return TransformMesh({cosine, -sine, to.x - cosine * from.x + sine * from.y,  //
                        sine, cosine, to.y - sine * from.x - cosine * from.y},
                       mesh);
}

double FaceShare(const FaceMesh& mesh, const cv::Mat& probabilities) {
  double sum = 0;
  for (int i = 0; i < kMeshPointCount; ++i) {
    const int x = MapFromCrop(mesh(i, 0));
    const int y = MapFromCrop(mesh(i, 1));
    if (x < 0 || y < 0 || x >= probabilities.cols || y >= probabilities.rows) continue;
    sum += Sum(probabilities.ptr<float>(y) + static_cast<std::ptrdiff_t>(x) * kLabelCount,
               kFaceLabels);
  }
  return sum / kMeshPointCount;
}

}  // namespace heser
