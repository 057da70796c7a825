#include "app/preferences/recent_projects.h"

#include <QFileInfo>
#include <QSettings>

namespace heser {
namespace {

constexpr char kRecentKey[] = "recent/projects";

}  // namespace

QStringList RecentProjects() { return QSettings().value(QLatin1String(kRecentKey)).toStringList(); }

void RememberRecentProject(const QString& path) {
  QStringList recent = RecentProjects();
  const QString absolute = QFileInfo(path).absoluteFilePath();
  recent.removeAll(absolute);
  recent.prepend(absolute);
  QSettings().setValue(QLatin1String(kRecentKey), recent.mid(0, kMostRecent));
}

}  // namespace heser
