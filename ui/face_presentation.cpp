#include "ui/face_presentation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QProxyStyle>
#include <algorithm>
#include <cmath>

namespace heser {
namespace {

/// Below this nobody calls a head turned.
constexpr double kFrontalDegrees = 8;
/// What of the photo around a face makes a head with hair and some neck, face sizes.
constexpr double kHeadRoom = 1.9;
constexpr int kMenuPictureSide = 64;

struct Faces {
  Q_DECLARE_TR_FUNCTIONS(Faces)
};

QString Degrees(double value) {
  return QLocale().toString(static_cast<int>(std::lround(std::abs(value))));
}

/// The part of the thumbnail that shows the head.
QRectF HeadPart(const LoadedPhoto& photo, const DetectedFace& face) {
  const double thumbnail_from_photo =
      static_cast<double>(photo.thumbnail.width()) / photo.picture.size().width();
  const cv::Rect2d box = face.Box();
  const double side = std::max(box.width, box.height) * kHeadRoom * thumbnail_from_photo;
  QRectF part(0, 0, side, side);
  part.moveCenter(QPointF(box.x + box.width / 2, box.y + box.height * 0.42) * thumbnail_from_photo);
  return part;
}

/// The largest part of `within` in the shape of `size` around a part's middle, as wide as the part.
QRectF ShapedPart(const QRectF& part, QSize size, const QRectF& within) {
  const double shape = static_cast<double>(size.width()) / size.height();
  QSizeF wanted = shape > 1 ? QSizeF(part.height() * shape, part.height())
                            : QSizeF(part.width(), part.width() / shape);
  const double shrink =
      std::min({1.0, within.width() / wanted.width(), within.height() / wanted.height()});
  wanted *= shrink;
  QRectF shaped(QPointF(0, 0), wanted);
  shaped.moveCenter(part.center());
  shaped.moveLeft(std::clamp(shaped.left(), within.left(), within.right() - wanted.width()));
  shaped.moveTop(std::clamp(shaped.top(), within.top(), within.bottom() - wanted.height()));
  return shaped;
}

/// Menus draw icons as small as tools; faces must be told apart.
class FaceMenuStyle : public QProxyStyle {
 public:
  explicit FaceMenuStyle(QObject* parent) { setParent(parent); }

  int pixelMetric(PixelMetric metric, const QStyleOption* option,
                  const QWidget* widget) const override {
    return metric == PM_SmallIconSize ? kMenuPictureSide
                                      : QProxyStyle::pixelMetric(metric, option, widget);
  }
};

}  // namespace

const DetectedFace* ChosenFace(const FaceList* faces, const FaceChoice& choice) {
  const auto number = static_cast<std::size_t>(FaceNumber(choice));
  return faces != nullptr && number < faces->size() ? &(*faces)[number] : nullptr;
}

QString DescribeAngles(const HeadAngles& angles) {
  if (std::abs(angles.yaw) >= kFrontalDegrees) {
    return angles.yaw > 0 ? Faces::tr("%1° to the right").arg(Degrees(angles.yaw))
                          : Faces::tr("%1° to the left").arg(Degrees(angles.yaw));
  }
  if (std::abs(angles.pitch) >= kFrontalDegrees) {
    return angles.pitch > 0 ? Faces::tr("%1° up").arg(Degrees(angles.pitch))
                            : Faces::tr("%1° down").arg(Degrees(angles.pitch));
  }
  return Faces::tr("Looks ahead");
}

QPixmap CropThumbnail(const LoadedPhoto& photo, const DetectedFace* face, QSize size,
                      double device_pixel_ratio) {
  const QRectF whole(QPointF(0, 0), QSizeF(photo.thumbnail.size()));
  const QRectF part = ShapedPart(face != nullptr ? HeadPart(photo, *face) : whole, size, whole);
  QPixmap pixmap(size * device_pixel_ratio);
  pixmap.setDevicePixelRatio(device_pixel_ratio);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(QRectF(QPointF(0, 0), QSizeF(size)), photo.thumbnail, part);
  return pixmap;
}

void FillFaceMenu(QMenu* menu, const LoadedPhoto& photo, const FaceList& faces, int chosen,
                  const std::function<void(int)>& choose) {
  if (menu->findChild<QProxyStyle*>() == nullptr) menu->setStyle(new FaceMenuStyle(menu));
  for (int number = 0; number < static_cast<int>(faces.size()); ++number) {
    const DetectedFace& face = faces[static_cast<std::size_t>(number)];
    const QPixmap picture = CropThumbnail(photo, &face, {kMenuPictureSide, kMenuPictureSide},
                                          menu->devicePixelRatioF());
    QAction* action = menu->addAction(
        QIcon(picture), Faces::tr("Face %1: %2").arg(number + 1).arg(DescribeAngles(face.angles)));
    action->setCheckable(true);
    action->setChecked(number == chosen);
    QObject::connect(action, &QAction::triggered, menu, [choose, number] { choose(number); });
  }
}

}  // namespace heser
