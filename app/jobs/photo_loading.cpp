#include "app/jobs/photo_loading.h"

#include <QFileInfo>
#include <algorithm>

#include "engine/photo/photo_reader.h"

namespace heser {
namespace {

/// An 8-bit R, G, B matrix with the picture's pixels, before white where they are transparent.
cv::Mat SamplesOf(const QImage& image) {
  QImage opaque = image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_RGBA8888
                                                                : QImage::Format_RGB888);
  const int type = opaque.format() == QImage::Format_RGBA8888 ? CV_8UC4 : CV_8UC3;
  const cv::Mat view(opaque.height(), opaque.width(), type, opaque.bits(),
                     static_cast<std::size_t>(opaque.bytesPerLine()));
  return view.clone();
}

PhotoHandle MakeLoaded(Photo photo, const QString& name, const QString& path) {
  auto loaded = std::make_shared<LoadedPhoto>();
  loaded->name = name;
  loaded->path = path;
  const QImage image = ImageOf(photo);
  loaded->photo = std::make_shared<const Photo>(std::move(photo));
  loaded->picture = Picture(image);
  loaded->thumbnail =
      image.scaled(kThumbnailSide, kThumbnailSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
  return loaded;
}

}  // namespace

PhotoHandle LoadPhotoFile(const QString& path) {
  return MakeLoaded(ReadPhoto(path.toStdString()), QFileInfo(path).fileName(), path);
}

PhotoHandle PhotoFromImage(const QImage& image, const QString& name) {
  return MakeLoaded(Photo(SamplesOf(image)), name, QString());
}

QImage ImageOf(const Photo& photo) {
  const cv::Mat3b pixels = photo.Proxy(std::max(photo.size().width, photo.size().height));
  const QImage view(pixels.data, pixels.cols, pixels.rows, static_cast<qsizetype>(pixels.step),
                    QImage::Format_RGB888);
  return view.convertToFormat(QImage::Format_RGB32);
}

}  // namespace heser
