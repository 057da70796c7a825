#include "app/jobs/photo_loading.h"

#include <QBuffer>
#include <QColorSpace>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>
#include <algorithm>

#include "engine/core/error.h"
#include "engine/photo/photo_reader.h"

namespace heser {
namespace {

std::shared_ptr<const std::string> BytesOf(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    throw Error(ErrorKind::kUnreadable, path.toStdString(), file.errorString().toStdString());
  }
  auto bytes = std::make_shared<std::string>(static_cast<std::size_t>(file.size()), '\0');
  const qint64 count = file.read(bytes->data(), file.size());
  bytes->resize(static_cast<std::size_t>(std::max<qint64>(0, count)));
  return bytes;
}

/// A PNG file that gives back exactly the picture's 8-bit R, G, B and alpha, and says nothing else.
std::shared_ptr<const std::string> PngOf(const QImage& image) {
  QImage plain = image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_RGBA8888
                                                               : QImage::Format_RGB888);
  plain.setColorSpace(QColorSpace());
  plain.setDotsPerMeterX(0);
  plain.setDotsPerMeterY(0);
  for (const QString& key : plain.textKeys()) {
    plain.setText(key, QString());
  }
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  plain.save(&buffer, "PNG");
  return std::make_shared<const std::string>(bytes.toStdString());
}

PhotoHandle MakeLoaded(Photo photo, std::shared_ptr<const std::string> file, const QString& name,
                       const QString& path) {
  auto loaded = std::make_shared<LoadedPhoto>();
  loaded->name = name;
  loaded->path = path;
  loaded->file = std::move(file);
  const QImage image = ImageOf(photo);
  loaded->photo = std::make_shared<const Photo>(std::move(photo));
  loaded->picture = Picture(image);
  loaded->thumbnail =
      image.scaled(kThumbnailSide, kThumbnailSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
  return loaded;
}

/// As messages should name it: by where it came from, else by its name.
Photo Renamed(const Photo& photo, const QString& name, const QString& path) {
  PhotoOrigin origin = photo.origin();
  origin.path = (path.isEmpty() ? name : path).toStdString();
  return Photo(photo.samples(), photo.metadata(), origin);
}

}  // namespace

PhotoHandle LoadPhotoFile(const QString& path) {
  Photo photo = ReadPhoto(path.toStdString());
  return MakeLoaded(std::move(photo), BytesOf(path), QFileInfo(path).fileName(), path);
}

PhotoHandle PhotoFromFile(std::shared_ptr<const std::string> file, const QString& name,
                          const QString& path) {
  // libvips decides by content; a name of our own cannot lead anywhere.
  QTemporaryFile copy;
  const auto size = static_cast<qint64>(file->size());
  if (!copy.open() || copy.write(file->data(), size) != size || !copy.flush()) {
    throw Error(ErrorKind::kCannotWrite, copy.fileName().toStdString(),
                copy.errorString().toStdString());
  }
  try {
    const Photo photo = ReadPhoto(copy.fileName().toStdString());
    return MakeLoaded(Renamed(photo, name, path), std::move(file), name, path);
  } catch (const Error& error) {
    // The name of the copy says nothing to anybody.
    throw Error(error.kind(), name.toStdString(), error.detail(), error.value(), error.limit());
  }
}

PhotoHandle PhotoFromImage(const QImage& image, const QString& name) {
  return PhotoFromFile(PngOf(image), name, QString());
}

QImage ImageOf(const Photo& photo) {
  return ImageOf(photo, std::max(photo.size().width, photo.size().height));
}

QImage ImageOf(const Photo& photo, int longest_side) {
  const cv::Mat3b pixels = photo.Proxy(longest_side);
  const QImage view(pixels.data, pixels.cols, pixels.rows, static_cast<qsizetype>(pixels.step),
                    QImage::Format_RGB888);
  return view.convertToFormat(QImage::Format_RGB32);
}

}  // namespace heser
