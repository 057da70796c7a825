#include "app/jobs/photo_worker.h"

#include "app/jobs/photo_loading.h"

namespace heser {

void PhotoWorker::Load(quint64 request, const QString& path) {
  try {
    emit Loaded(request, LoadPhotoFile(path));
  } catch (...) {
    emit LoadFailed(request, CurrentFailure(path.toStdString()));
  }
}

void PhotoWorker::Adopt(quint64 request, const QImage& image, const QString& name) {
  try {
    emit Loaded(request, PhotoFromImage(image, name));
  } catch (...) {
    emit LoadFailed(request, CurrentFailure(name.toStdString()));
  }
}

}  // namespace heser
