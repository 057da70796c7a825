#include "app/document/picture.h"

namespace heser {
namespace {

/// Smaller levels than this are not worth having.
constexpr int kSmallestSide = 256;

/// The formats that the raster painter draws without conversion.
QImage InScreenFormat(const QImage& image) {
  return image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied
                                                       : QImage::Format_RGB32);
}

}  // namespace

Picture::Picture(const QImage& image) {
  if (image.isNull()) {
    return;
  }
  levels_.push_back(InScreenFormat(image));
  while (std::max(levels_.back().width(), levels_.back().height()) > 2 * kSmallestSide) {
    const QSize half((levels_.back().width() + 1) / 2, (levels_.back().height() + 1) / 2);
    levels_.push_back(InScreenFormat(
        levels_.back().scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)));
  }
}

const QImage& Picture::LevelFor(double zoom) const {
  std::size_t level = 0;
  double level_zoom = 0.5;
  while (level + 1 < levels_.size() && zoom <= level_zoom) {
    ++level;
    level_zoom /= 2;
  }
  return levels_.at(level);
}

}  // namespace heser
