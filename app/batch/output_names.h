#pragma once

#include <QSet>
#include <QString>
#include <functional>

#include "engine/photo/photo_format.h"

namespace heser {

/// How the files of a batch are called: a pattern in which these words stand for something.
inline constexpr char kNameWord[] = "{name}";      ///< The target's name without extension.
inline constexpr char kNumberWord[] = "{number}";  ///< The target's place in the queue, from 001.

/// Why names cannot be made of a pattern.
enum class PatternFault {
  kNone,
  kEmpty,
  kDot,         ///< At an end: the file would be hidden, or look as if it had no extension.
  kWrongLetter  ///< It would be a path, or no name to some system.
};
PatternFault FaultOf(const QString& pattern);
inline bool IsUsablePattern(const QString& pattern) {
  return FaultOf(pattern) == PatternFault::kNone;
}

/// A target of a batch as names are made of it.
struct NumberedTarget {
  QString path;
  int number = 1;
};

/// Paths as OutputPath compares them: what differs in case only is the same file to some systems.
QString ComparablePath(const QString& path);

/// Where the picture of a target goes.
struct OutputName {
  QString path;
  bool is_invented = false;  ///< Not what the pattern says: that was taken.
};

/// The pattern's name in `folder`, or where that is among `taken` (of ComparablePath) the first
/// with a number behind it that is neither taken nor, by `is_there`, a file already. The pattern is
/// usable.
OutputName OutputNameFor(const NumberedTarget& target, const QString& folder,
                         const QString& pattern, PhotoFormat format, const QSet<QString>& taken,
                         const std::function<bool(const QString&)>& is_there);

}  // namespace heser
