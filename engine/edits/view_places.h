#pragma once

#include <algorithm>

#include "engine/analysis/face_analysis.h"
#include "engine/edits/tile_map.h"

namespace heser {

/// Where a view's pixels lie in its photo, side by side.
class ViewPlaces {
 public:
  explicit ViewPlaces(const HeadView& view)
      : window_(view.window),
        size_(view.labels.size()),
        x_step_(static_cast<double>(view.window.width) / view.labels.cols),
        y_step_(static_cast<double>(view.window.height) / view.labels.rows) {}

  /// The photo pixel in the middle of a view pixel.
  int X(int x) const { return window_.x + cvFloor((x + 0.5) * x_step_); }
  int Y(int y) const { return window_.y + cvFloor((y + 0.5) * y_step_); }

  /// The view pixel over a photo pixel within the window.
  int ViewX(int photo_x) const {
    return std::min(size_.width - 1, cvFloor((photo_x - window_.x + 0.5) / x_step_));
  }
  int ViewY(int photo_y) const {
    return std::min(size_.height - 1, cvFloor((photo_y - window_.y + 0.5) / y_step_));
  }

  /// View pixels per photo pixel.
  double Scale() const { return 1 / x_step_; }

  /// The view's pixels that a box of the photo covers.
  cv::Rect ViewBox(const cv::Rect& photo) const {
    const cv::Point first(cvFloor((photo.x - window_.x) / x_step_) - 1,
                          cvFloor((photo.y - window_.y) / y_step_) - 1);
    const cv::Point last(cvCeil((photo.br().x - window_.x) / x_step_) + 1,
                         cvCeil((photo.br().y - window_.y) / y_step_) + 1);
    return cv::Rect(first, last) & cv::Rect({}, size_);
  }

 private:
  cv::Rect window_;
  cv::Size size_;
  double x_step_;
  double y_step_;
};

/// The edits of a box of the view, one byte a view pixel.
cv::Mat1b EditsIn(const HeadView& view, const TileMap& edits, const cv::Rect& box);

}  // namespace heser
