#include "engine/aligner/reduced_view.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

namespace heser {

HeadView ReduceView(const HeadView& view, double largest_face) {
  const double face = view.face_size();
  if (face <= largest_face) return view;
  const cv::Size size(std::max(1, cvRound(view.color.cols * largest_face / face)),
                      std::max(1, cvRound(view.color.rows * largest_face / face)));
  // What was rounded away differs between the sides by less than a pixel of the whole picture.
  const double factor = static_cast<double>(size.width) / view.color.cols;
  HeadView reduced = view;
  reduced.scale = view.scale * factor;
  reduced.color = ColorImage();
  reduced.matte = AlphaMap();
  reduced.labels = LabelMap();
  reduced.exact_matte = Mask();
  cv::resize(view.color, reduced.color, size, 0, 0, cv::INTER_AREA);
  cv::resize(view.matte, reduced.matte, size, 0, 0, cv::INTER_AREA);
  cv::resize(view.labels, reduced.labels, size, 0, 0, cv::INTER_NEAREST);
  if (!view.exact_matte.empty()) {
    cv::resize(view.exact_matte, reduced.exact_matte, size, 0, 0, cv::INTER_NEAREST);
  }
  const double shift = (factor - 1) / 2;
  reduced.mesh = TransformMesh({factor, 0, shift, 0, factor, shift}, view.mesh);
  return reduced;
}

}  // namespace heser
