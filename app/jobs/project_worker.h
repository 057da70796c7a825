#pragma once

#include <QObject>
#include <memory>

#include "app/jobs/failure.h"
#include "app/project/project_file.h"

namespace heser {

/// Reads and writes projects, in whatever thread it lives in. Every request is answered by exactly
/// one report; a file that is to go away is not reported on.
class ProjectWorker : public QObject {
  Q_OBJECT

 public:
  void Open(quint64 request, const QString& path);
  void Save(quint64 request, const DocumentState& state, const ProjectExtras& extras,
            const QString& path);
  void Remove(const QString& path);

 signals:
  void Opened(quint64 request, const std::shared_ptr<const heser::OpenedProject>& project);
  void OpenFailed(quint64 request, const heser::Failure& failure);
  void Saved(quint64 request);
  void SaveFailed(quint64 request, const heser::Failure& failure);
};

}  // namespace heser
