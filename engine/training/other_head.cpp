#include "engine/training/other_head.h"

#include <opencv2/imgproc.hpp>

#include "engine/core/geometry.h"
#include "engine/training/random_draws.h"

namespace heser {

Mask DrawOtherHead(const FaceMesh& mesh, cv::Size size, std::size_t count,
                   const std::function<HeadOutline(std::size_t)>& other, std::mt19937& random) {
  // The larger of two: big hair leaves the holes that are hard to fill.
  HeadOutline chosen = other(Index(random, count));
  const HeadOutline second = other(Index(random, count));
  const auto area = [](const HeadOutline& outline) {
    return cv::countNonZero(outline.head) / (FaceSize(outline.mesh) * FaceSize(outline.mesh));
  };
  if (Chance(random, 0.7) && area(second) > area(chosen)) chosen = second;
  const auto flat = [](const FaceMesh& own) {
    Points3 points = SelectRows(own, StableMeshPoints());
    points.col(2).setZero();
    return points;
  };
  const Similarity3 here = FitSimilarity(flat(chosen.mesh), flat(mesh));
  const Eigen::Matrix3d turn = here.scale * here.rotation;
  const double shift_x = Uniform(random, -0.03, 0.03) * FaceSize(mesh);
  const double shift_y = Uniform(random, -0.03, 0.08) * FaceSize(mesh);
  const cv::Matx23d view_from_other(turn(0, 0), turn(0, 1), here.translation.x() + shift_x,
                                    turn(1, 0), turn(1, 1), here.translation.y() + shift_y);
  Mask head;
  cv::warpAffine(chosen.head, head, view_from_other, size, cv::INTER_NEAREST, cv::BORDER_CONSTANT);
  return head;
}

}  // namespace heser
