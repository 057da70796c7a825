#pragma once

#include <QSet>
#include <QString>

#include "engine/photo/photo_format.h"

namespace heser {

/// How the files of a batch are called: a pattern in which these words stand for something.
inline constexpr char kNameWord[] = "{name}";      ///< The target's name without extension.
inline constexpr char kNumberWord[] = "{number}";  ///< The target's place in the queue, from 001.

/// Whether names can be made of it: it must say something and be the name of a file, not a path.
bool IsUsablePattern(const QString& pattern);

/// A target of a batch as names are made of it.
struct NumberedTarget {
  QString path;
  int number = 1;
};

/// Paths as OutputPath compares them: what differs in case only is the same file to some systems.
QString ComparablePath(const QString& path);

/// Where the picture of a target goes: the pattern's name in `folder`, with a number behind it
/// where the name is among `taken` (of ComparablePath). Looks at no file. The pattern is usable.
QString OutputPath(const NumberedTarget& target, const QString& folder, const QString& pattern,
                   PhotoFormat format, const QSet<QString>& taken);

}  // namespace heser
