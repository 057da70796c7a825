#include "engine/analysis/face_hull.h"

#include <vector>

#include <opencv2/imgproc.hpp>

namespace heser {

Mask FaceHull(const FaceMesh& mesh, cv::Size size) {
  std::vector<cv::Point> points;
  points.reserve(kMeshPointCount);
  for (int i = 0; i < kMeshPointCount; ++i) {
    points.emplace_back(cvRound(mesh(i, 0)), cvRound(mesh(i, 1)));
  }
  std::vector<cv::Point> hull;
  cv::convexHull(points, hull);
  Mask face(size, std::uint8_t{0});
  cv::fillConvexPoly(face, hull, cv::Scalar(255));
  return face;
}

}  // namespace heser
