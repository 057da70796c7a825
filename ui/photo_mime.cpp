#include "ui/photo_mime.h"

#include <QCoreApplication>
#include <QUrl>
#include <filesystem>

#include "app/project/project_file.h"
#include "engine/photo/photo_format.h"

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
             " (*.jpg *.jpeg *.jpe *.jfif *.png *.tif *.tiff *.webp *.JPG *.JPEG *.PNG "
             "*.TIF *.TIFF)");
}

QString ProjectFilter() {
  return QCoreApplication::translate("FileFilters", "HeSer projects") +
         QStringLiteral(" (*.heser)");
}

QString SavePhotoFilter() {
  return QStringLiteral("PNG (*.png);;JPEG (*.jpg *.jpeg);;TIFF (*.tif *.tiff);;WebP (*.webp)");
}

}  // namespace heser
