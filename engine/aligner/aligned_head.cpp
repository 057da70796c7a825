#include "engine/aligner/aligned_head.h"

namespace heser {

void LayEars(const EarLayer& ears, AlignedHead& head) {
  if (ears.box.empty()) return;
  for (int y = 0; y < ears.box.height; ++y) {
    for (int x = 0; x < ears.box.width; ++x) {
      const float ear = ears.alpha(y, x);
      if (ear <= 0) continue;
      const cv::Point at = cv::Point(x, y) + ears.box.tl();
      const float rest = (1 - ear) * head.alpha(at);
      head.color(at) = (ear * ears.color(y, x) + rest * head.color(at)) / (ear + rest);
      head.alpha(at) = ear + rest;
      if (ear >= rest) {
        if (ears.own(y, x) != 0 || rest <= 0) {
          head.labels(at) = static_cast<std::uint8_t>(Label::kEar);
        }
        head.confidence(at) = ears.confidence(y, x);
      }
    }
  }
  head.box |= ears.box;
}

}  // namespace heser
