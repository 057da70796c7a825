#pragma once

#include <QImage>
#include <QMimeData>
#include <QString>
#include <QStringList>

#include "engine/photo/photo_format.h"

namespace heser {

/// Local photo files in a drop or on the clipboard, in their order.
QStringList PhotoPathsOf(const QMimeData& data);

/// The picture itself, where the data holds one and no file.
QImage PictureOf(const QMimeData& data);

/// True if one of the above gives something; cheap, for drag-enter events.
bool HoldsPhotos(const QMimeData& data);

/// The first local project file in a drop; empty if there is none.
QString ProjectPathOf(const QMimeData& data);

/// For file dialogs: what photos are read from, and what one of a format is written to.
QString OpenPhotoFilter();
QString ProjectFilter();
QString SavePhotoFilter(PhotoFormat format);

}  // namespace heser
