#include "ui/photo_mime.h"

#include <QCoreApplication>
#include <QUrl>
#include <filesystem>

#include "app/project/project_file.h"

namespace heser {

QStringList PhotoPathsOf(const QMimeData& data) {
  QStringList paths;
  for (const QUrl& url : data.urls()) {
    const QString path = url.toLocalFile();
    if (!path.isEmpty() && FormatOfExtension(path.toStdString())) {
      paths.push_back(path);
    }
  }
  return paths;
}

QString ProjectPathOf(const QMimeData& data) {
  for (const QUrl& url : data.urls()) {
    if (IsProjectName(url.toLocalFile())) {
      return url.toLocalFile();
    }
  }
  return {};
}

QImage PictureOf(const QMimeData& data) {
  return data.hasImage() ? qvariant_cast<QImage>(data.imageData()) : QImage();
}

bool HoldsPhotos(const QMimeData& data) { return data.hasImage() || !PhotoPathsOf(data).isEmpty(); }

QString OpenPhotoFilter() {
  return QCoreApplication::translate("FileFilters", "Photos") +
         QStringLiteral(
             " (*.jpg *.jpeg *.jpe *.jfif *.png *.tif *.tiff *.webp *.heic *.heif *.hif *.avif "
             "*.JPG *.JPEG *.PNG *.TIF *.TIFF *.HEIC *.HEIF *.HIF *.AVIF)");
}

QString ProjectFilter() {
  return QCoreApplication::translate("FileFilters", "HeSer projects") +
         QStringLiteral(" (*.heser)");
}

QString SavePhotoFilter(PhotoFormat format) {
  switch (format) {
    case PhotoFormat::kJpeg:
      return QStringLiteral("JPEG (*.jpg *.jpeg)");
    case PhotoFormat::kTiff:
      return QStringLiteral("TIFF (*.tif *.tiff)");
    case PhotoFormat::kWebp:
      return QStringLiteral("WebP (*.webp)");
    case PhotoFormat::kPng:
    case PhotoFormat::kHeic:  // These two are never written.
    case PhotoFormat::kAvif:
      break;
  }
  return QStringLiteral("PNG (*.png)");
}

}  // namespace heser
