#pragma once

#include <QImage>
#include <QString>

#include "app/document/loaded_photo.h"

namespace heser {

/// All of these take time: not on the GUI thread. Thread-safe.

/// Reads a photo and makes what the screen shows of it. Throws Error as ReadPhoto does.
PhotoHandle LoadPhotoFile(const QString& path);

/// A photo of a picture without file, named for people.
PhotoHandle PhotoFromImage(const QImage& image, const QString& name);

/// The whole photo in sRGB, transparent parts before white (Format_RGB32).
QImage ImageOf(const Photo& photo);

}  // namespace heser
