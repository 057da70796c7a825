#include "app/jobs/photo_worker.h"

#include "app/jobs/photo_loading.h"
#include "engine/photo/photo_writer.h"

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

void PhotoWorker::Save(const std::shared_ptr<const Photo>& photo, const QString& path) {
  try {
    WritePhoto(*photo, path.toStdString(), {});
    emit Saved(path);
  } catch (...) {
    emit SaveFailed(path, CurrentFailure(path.toStdString()));
  }
}

}  // namespace heser
