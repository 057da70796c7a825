#pragma once

#include <QStringList>

namespace heser {

/// Paths of the projects that were opened or saved last, the latest first, at most kMostRecent;
/// with QSettings.
QStringList RecentProjects();
void RememberRecentProject(const QString& path);
inline constexpr int kMostRecent = 10;

}  // namespace heser
