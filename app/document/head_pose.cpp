#include "app/document/head_pose.h"

#include <QLineF>
#include <algorithm>
#include <cmath>

#include "app/document/setting_access.h"

namespace heser {
namespace {

/// A scale drag that begins nearer to the middle would jump.
constexpr double kLeastLever = 4;

double WithinRange(const char* key, double value) {
  const OptionInfo& option = SettingByKey(key).option;
  return std::clamp(value, option.minimum, option.maximum);
}

/// Clockwise on the screen, -180 to 180 degrees.
double DegreesBetween(QPointF from, QPointF to) {
  const double angle = (std::atan2(to.y(), to.x()) - std::atan2(from.y(), from.x())) * 180 / M_PI;
  return std::remainder(angle, 360);
}

double LengthOf(QPointF vector) { return std::hypot(vector.x(), vector.y()); }

}  // namespace

HeadPose HeadPoseOf(const SwapSettings& settings) {
  const AlignerOptions& options = settings.aligner;
  return {options.yaw, options.pitch, options.roll, options.size, options.shift_x, options.shift_y};
}

std::vector<SwapDocument::SettingValueOf> SettingsOf(const HeadPose& pose) {
  std::vector<SwapDocument::SettingValueOf> values;
  const auto add = [&](const char* key, double value) {
    values.push_back({key, WithinRange(key, value)});
  };
  add("aligner.yaw", pose.yaw);
  add("aligner.pitch", pose.pitch);
  add("aligner.roll", pose.roll);
  add("aligner.size", pose.size);
  add("aligner.shift_x", pose.shift_x);
  add("aligner.shift_y", pose.shift_y);
  return values;
}

SwapSettings WithoutHandMoves(const SwapSettings& settings) {
  SwapSettings without = settings;
  for (const auto& moved : SettingsOf(HeadPose{})) {
    SetSettingValue(without, moved.key, SettingByKey(moved.key).default_value);
  }
  return without;
}

HeadPose DraggedPose(const HeadPose& start, HeadHandle handle, const HeadPlace& place, QPointF from,
                     QPointF to) {
  HeadPose pose = start;
  const QPointF by = (to - from) / place.face_size;
  const QPointF from_middle = from - place.middle;
  const QPointF to_middle = to - place.middle;
  switch (handle) {
    case HeadHandle::kMove:
      pose.shift_x += by.x();
      pose.shift_y += by.y();
      break;
    case HeadHandle::kScale:
      pose.size *= LengthOf(to_middle) / std::max(kLeastLever, LengthOf(from_middle));
      break;
    case HeadHandle::kRotate:
      pose.roll += DegreesBetween(from_middle, to_middle);
      break;
    case HeadHandle::kTurn:
      pose.yaw += by.x() * kDegreesPerFace;
      pose.pitch -= by.y() * kDegreesPerFace;
      break;
  }
  return pose;
}

}  // namespace heser
