#include "engine/core/labels.h"

namespace heser {

std::string_view LabelName(Label label) {
  static constexpr std::array<std::string_view, kLabelCount> kNames = {
      "background",  "skin",      "brow",      "eye",  "glasses",  "ear",  "nose",
      "inner_mouth", "upper_lip", "lower_lip", "neck", "clothing", "hair", "headwear"};
  return kNames.at(static_cast<std::size_t>(label));
}

Mask MaskOf(const LabelMap& labels, LabelSet set) {
  cv::Mat1b table(1, 256, std::uint8_t{0});
  for (int i = 0; i < kLabelCount; ++i) {
    if (set.Contains(static_cast<std::uint8_t>(i))) table(i) = 255;
  }
  Mask mask;
  cv::LUT(labels, table, mask);
  return mask;
}

LabelMap LabelsFromCelebAMask(const cv::Mat1b& celeb) {
  static constexpr std::array<std::uint8_t, 19> kOurs = {0, 1, 2, 2, 3,  3,  4,  5,  5, 5,
                                                         6, 7, 8, 9, 10, 10, 11, 12, 13};
  cv::Mat1b table(1, 256, kUnjudged);
  for (std::size_t i = 0; i < kOurs.size(); ++i) table(static_cast<int>(i)) = kOurs[i];
  LabelMap labels;
  cv::LUT(celeb, table, labels);
  return labels;
}

}  // namespace heser
