#pragma once

#include <QImage>
#include <QString>
#include <memory>
#include <string>

#include "app/document/picture.h"
#include "engine/photo/photo.h"

namespace heser {

/// A photo as the document holds it: what the engine works on and what the screen shows of it.
/// Never changed once made; shared by the document, its undo steps and the jobs.
struct LoadedPhoto {
  QString name;  ///< What the window calls it: the file's name, or "Pasted picture".
  QString path;  ///< Empty if it came from the clipboard.
  std::shared_ptr<const std::string> file;  ///< The photo file's bytes, for project files.
  std::shared_ptr<const Photo> photo;
  Picture picture;
  QImage thumbnail;  ///< At most kThumbnailSide on its longer side.
};

inline constexpr int kThumbnailSide = 320;

using PhotoHandle = std::shared_ptr<const LoadedPhoto>;

}  // namespace heser
