#pragma once

#include <QImage>
#include <QSize>
#include <vector>

namespace heser {

/// A picture ready for the screen at any zoom: itself and its halvings, so that painting costs what
/// the screen shows and not what the picture holds. Copies share the pixels.
class Picture {
 public:
  Picture() = default;
  /// Takes time for large pictures: not on the GUI thread.
  explicit Picture(const QImage& image);

  bool IsEmpty() const { return levels_.empty(); }
  QSize size() const { return IsEmpty() ? QSize() : levels_.front().size(); }

  /// Full size.
  QImage Full() const { return IsEmpty() ? QImage() : levels_.front(); }

  /// The smallest level that still has `zoom` (screen pixels a picture pixel) or more.
  const QImage& LevelFor(double zoom) const;

 private:
  std::vector<QImage> levels_;
};

}  // namespace heser
