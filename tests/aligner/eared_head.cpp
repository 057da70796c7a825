#include "tests/aligner/eared_head.h"

#include "engine/core/image_ops.h"

namespace heser::test {

HeadView WithEars(const SyntheticHead& head) {
  HeadView view = head.view();
  view.labels = head.view().labels.clone();
  const double size = FaceSize(view.mesh);
  const int middle = cvRound(FaceCenter(view.mesh).y);
  Mask outside;
  cv::bitwise_not(MaskOf(view.labels, kHeadLabels), outside);
  Mask ears = Dilate(outside, 0.12 * size) & ~outside;
  ears.rowRange(0, middle - cvRound(0.15 * size)) = 0;
  ears.rowRange(middle + cvRound(0.15 * size), ears.rows) = 0;
  view.labels.setTo(static_cast<int>(Label::kEar), ears);
  return view;
}

}  // namespace heser::test
