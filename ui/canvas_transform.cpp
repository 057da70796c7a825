#include "ui/canvas_transform.h"

#include <algorithm>
#include <cmath>

namespace heser {
namespace {

/// Air around a fitted picture, and what of a picture must stay in sight when it is panned away.
constexpr double kMargin = 24;
constexpr double kInSight = 48;
/// Air between a fitted picture and what covers the top.
constexpr double kCoverMargin = 8;

double Confined(double offset, double picture, double view) {
  return std::clamp(offset, std::min(kInSight - picture, view - kInSight),
                    std::max(kInSight - picture, view - kInSight));
}

}  // namespace

void CanvasTransform::SetViewSize(QSizeF size, double largest_fit) {
  largest_fit_ = largest_fit;
  const QPointF shift((size.width() - view_size_.width()) / 2,
                      (size.height() - view_size_.height()) / 2);
  view_size_ = size;
  if (is_fitted_) {
    Fit();
  } else {
    Pan(shift);
  }
}

void CanvasTransform::SetPictureSize(QSizeF size) {
  if (size == picture_size_) {
    return;
  }
  picture_size_ = size;
  Fit();
}

QRectF CanvasTransform::ViewFromPicture(const QRectF& rect) const {
  return {ViewFromPicture(rect.topLeft()), rect.size() * zoom_};
}

void CanvasTransform::Fit() {
  is_fitted_ = true;
  if (picture_size_.isEmpty() || view_size_.isEmpty()) {
    return;
  }
  const double across = (view_size_.width() - 2 * kMargin) / picture_size_.width();
  // A picture that is hidden in part is better than a tiny one.
  const double top =
      std::max(kMargin, std::min(covered_top_, view_size_.height() / 2) + kCoverMargin);
  const double down = (view_size_.height() - top - kMargin) / picture_size_.height();
  zoom_ = std::clamp(std::min(across, down), kSmallestZoom, largest_fit_);
  const QSizeF shown = picture_size_ * zoom_;
  offset_ = ViewCenter() - QPointF(shown.width(), shown.height()) / 2;
  offset_.setY(std::max(offset_.y(), top));
  Settle();
}

void CanvasTransform::ZoomTo(double zoom, QPointF anchor) {
  const QPointF place = PictureFromView(anchor);
  zoom_ = std::clamp(zoom, kSmallestZoom, kLargestZoom);
  offset_ = anchor - place * zoom_;
  is_fitted_ = false;
  Settle();
}

void CanvasTransform::Pan(QPointF delta) {
  offset_ += delta;
  is_fitted_ = false;
  Settle();
}

void CanvasTransform::Settle() {
  offset_.setX(Confined(offset_.x(), picture_size_.width() * zoom_, view_size_.width()));
  offset_.setY(Confined(offset_.y(), picture_size_.height() * zoom_, view_size_.height()));
  offset_ = QPointF(std::round(offset_.x()), std::round(offset_.y()));
}

}  // namespace heser
