#pragma once

#include <QImage>
#include <QString>
#include <memory>
#include <string>

#include "app/document/loaded_photo.h"

namespace heser {

/// All of these take time: not on the GUI thread. Thread-safe.

/// Reads a photo and makes what the screen shows of it. Throws Error as ReadPhoto does.
PhotoHandle LoadPhotoFile(const QString& path);

/// The same from a photo file's bytes, whatever format they have; `path` is where they came from
/// and may be empty.
PhotoHandle PhotoFromFile(std::shared_ptr<const std::string> file, const QString& name,
                          const QString& path);

/// A photo of a picture without file, named for people; its bytes are those of a PNG file.
PhotoHandle PhotoFromImage(const QImage& image, const QString& name);

/// The whole photo in sRGB, transparent parts before white (Format_RGB32).
QImage ImageOf(const Photo& photo);
/// The same with its longer side reduced to at most this many pixels.
QImage ImageOf(const Photo& photo, int longest_side);

}  // namespace heser
