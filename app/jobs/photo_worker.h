#pragma once

#include <QImage>
#include <QObject>
#include <QString>
#include <functional>
#include <memory>

#include "app/document/loaded_photo.h"
#include "app/jobs/failure.h"

namespace heser {

/// Reads photos, in whatever thread it lives in; apart from the engine's, so that opening never
/// stands behind a swap. Every request is answered by exactly one report.
class PhotoWorker : public QObject {
  Q_OBJECT

 public:
  void Load(quint64 request, const QString& path);
  /// A picture of the clipboard under this name.
  void Adopt(quint64 request, const QImage& image, const QString& name);

 signals:
  void Loaded(quint64 request, const heser::PhotoHandle& photo);
  void LoadFailed(quint64 request, const heser::Failure& failure);
};

}  // namespace heser
