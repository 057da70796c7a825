#include "engine/analysis/head_border.h"

#include <numeric>

#include "engine/core/image_ops.h"

namespace heser {

std::array<double, 4> BorderShares(const HeadView& view, const Mask& head) {
  std::array<double, 4> shares{};
  if (head.empty()) return shares;
  if (view.cut_left) shares[0] = cv::countNonZero(head.col(0));
  if (view.cut_right) shares[1] = cv::countNonZero(head.col(head.cols - 1));
  if (view.cut_top) shares[2] = cv::countNonZero(head.row(0));
  if (view.cut_bottom) shares[3] = cv::countNonZero(head.row(head.rows - 1));
  const double outline =
      cv::countNonZero(head & ~Erode(head, 1)) + std::accumulate(shares.begin(), shares.end(), 0.0);
  for (double& share : shares) share = outline > 0 ? share / outline : 0;
  return shares;
}

}  // namespace heser
