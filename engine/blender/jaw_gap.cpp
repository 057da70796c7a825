#include "engine/blender/jaw_gap.h"

#include <algorithm>

#include "engine/blender/body_layers.h"
#include "engine/blender/neck_sides.h"

namespace heser {
namespace {

// Taller gaps are air between a chin and a body that leans back. Face sizes.
constexpr double kTallestGap = 0.1;

}  // namespace

void CloseJawGap(const Mask& new_head, const Mask& removed, const FaceMesh& new_mesh,
                 cv::Mat1b& layer) {
  if (new_head.empty()) return;
  const JawCorners corners = CornersOf(new_mesh);
  const int first = std::max(0, cvCeil(corners.left));
  const int last = std::min(layer.cols - 1, cvFloor(corners.right));
  const int reach = cvRound(kTallestGap * FaceSize(new_mesh));
  for (int x = first; x <= last; ++x) {
    int bottom = layer.rows - 1;
    while (bottom >= 0 && new_head(bottom, x) == 0) --bottom;
    if (bottom < 0) continue;
    int below = bottom + 1;
    const int end = std::min(layer.rows, below + reach);
    while (below < end && layer(below, x) == kBackgroundLayer && removed(below, x) != 0) ++below;
    if (below == end || layer(below, x) != kNeckLayer) continue;
    layer.col(x).rowRange(bottom + 1, below).setTo(kNeckLayer);
  }
}

}  // namespace heser
