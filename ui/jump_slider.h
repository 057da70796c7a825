#pragma once

#include <QSlider>

namespace heser {

/// A slider whose handle goes where its groove is pressed and follows from there, instead of by a
/// page: one press is one gesture, from sliderPressed() to sliderReleased().
class JumpSlider : public QSlider {
  Q_OBJECT

 public:
  using QSlider::QSlider;

 protected:
  void mousePressEvent(QMouseEvent* event) override;

 private:
  QRect HandleRect() const;
  /// Of a place in the slider's own pixels.
  int ValueAt(QPoint place) const;
};

}  // namespace heser
