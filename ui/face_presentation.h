#pragma once

#include <QPixmap>
#include <QSize>
#include <QString>
#include <functional>

#include "app/jobs/engine_worker.h"

class QMenu;

namespace heser {

/// The face of a photo that a choice means, or null if the photo has none such.
const DetectedFace* ChosenFace(const FaceList* faces, const FaceChoice& choice);

/// "Looks ahead", "23° to the left", ...: as the viewer sees it.
QString DescribeAngles(const HeadAngles& angles);

/// A photo filling `size` (device-independent pixels): around the face if there is one, else the
/// whole.
QPixmap CropThumbnail(const LoadedPhoto& photo, const DetectedFace* face, QSize size,
                      double device_pixel_ratio);

/// Adds one entry a face, with its picture; choosing one calls choose(number).
void FillFaceMenu(QMenu* menu, const LoadedPhoto& photo, const FaceList& faces, int chosen,
                  const std::function<void(int)>& choose);

}  // namespace heser
