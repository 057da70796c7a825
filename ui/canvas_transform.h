#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace heser {

/// Where a picture lies in a view: zoom at a place, pan, fit. Lengths of the view are device
/// pixels, so that zoom 1 shows every picture pixel as one pixel of the screen. A value; no widget.
class CanvasTransform {
 public:
  /// Keeps what is in the middle there; a fitted picture stays fitted. `largest_fit`: the zoom that
  /// Fit() does not go beyond, above 1 where the screen's pixels are too small to be told apart.
  void SetViewSize(QSizeF size, double largest_fit = 1);
  /// So much of the view's top is covered: whatever is fitted from now on lies below it. What is
  /// shown stays where it is: a picture must not jump because something is said of it.
  void SetCoveredTop(double height) { covered_top_ = height; }
  /// A new picture: fitted, unless it has the size of the one before.
  void SetPictureSize(QSizeF size);

  QSizeF picture_size() const { return picture_size_; }
  double zoom() const { return zoom_; }
  bool is_fitted() const { return is_fitted_; }

  QPointF ViewFromPicture(QPointF point) const { return point * zoom_ + offset_; }
  QPointF PictureFromView(QPointF point) const { return (point - offset_) / zoom_; }
  QRectF ViewFromPicture(const QRectF& rect) const;

  /// Whole picture as large as it fits with a margin, never enlarged beyond `largest_fit`.
  void Fit();
  /// What lies under `anchor` (view) stays there.
  void ZoomTo(double zoom, QPointF anchor);
  void ZoomBy(double factor, QPointF anchor) { ZoomTo(zoom_ * factor, anchor); }
  void Pan(QPointF delta);

  static constexpr double kSmallestZoom = 0.02;
  static constexpr double kLargestZoom = 32;

 private:
  QPointF ViewCenter() const { return {view_size_.width() / 2, view_size_.height() / 2}; }
  /// A part of the picture stays in sight; at rest on whole pixels, so that 1:1 is exact.
  void Settle();

  QSizeF view_size_;
  QSizeF picture_size_;
  double covered_top_ = 0;
  double zoom_ = 1;
  double largest_fit_ = 1;
  QPointF offset_;
  bool is_fitted_ = true;
};

}  // namespace heser
