#include "app/jobs/project_worker.h"

#include <QFile>

namespace heser {

void ProjectWorker::Open(quint64 request, const QString& path) {
  try {
    emit Opened(request, std::make_shared<const OpenedProject>(ReadProject(path.toStdString())));
  } catch (...) {
    emit OpenFailed(request, CurrentFailure(path.toStdString()));
  }
}

void ProjectWorker::Save(quint64 request, const DocumentState& state, const ProjectExtras& extras,
                         const QString& path) {
  try {
    WriteProject(state, extras, path.toStdString());
    emit Saved(request);
  } catch (...) {
    emit SaveFailed(request, CurrentFailure(path.toStdString()));
  }
}

void ProjectWorker::Remove(const QString& path) { QFile::remove(path); }

}  // namespace heser
