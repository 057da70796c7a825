#include "app/jobs/face_measure.h"

#include <memory>
#include <optional>

#include "engine/analysis/face_look.h"
#include "engine/analysis/face_quality.h"
#include "engine/core/error.h"
#include "engine/evaluation/identity_judge.h"

namespace heser {
namespace {

/// The network, loaded when it is asked for the first time.
class Identities {
 public:
  std::vector<double> Of(const Photo& photo, const DetectedFace& face) {
    if (!IsLoaded()) return {};
    // With some forehead and chin around the points: the network wants the whole face.
    constexpr double kMargin = 0.5;
    const cv::Rect2d mesh = face.Box();
    const cv::Rect box = cv::Rect(cv::Point(cvFloor(mesh.x - kMargin * mesh.width),
                                            cvFloor(mesh.y - kMargin * mesh.height)),
                                  cv::Point(cvCeil(mesh.x + (1 + kMargin) * mesh.width),
                                            cvCeil(mesh.y + (1 + kMargin) * mesh.height))) &
                         photo.bounds();
    const FaceMesh in_box = TransformMesh(
        {1, 0, -static_cast<double>(box.x), 0, 1, -static_cast<double>(box.y)}, face.mesh);
    return judge_->Features(photo.WorkingPixels(box), in_box);
  }

 private:
  bool IsLoaded() {
    if (!was_tried_) {
      was_tried_ = true;
      try {
        if (IdentityJudge::IsAvailable()) judge_.emplace();
      } catch (const Error&) {
        // A damaged file is as good as none: identity is a help and no need.
      }
    }
    return judge_.has_value();
  }

  bool was_tried_ = false;
  std::optional<IdentityJudge> judge_;
};

}  // namespace

FaceMeasure EngineFaceMeasure() {
  const auto identities = std::make_shared<Identities>();
  return [identities](const Photo& photo, const DetectedFace& face, FaceQuestion question) {
    FaceFacts facts;
    facts.mesh = face.mesh;
    facts.angles = face.angles;
    facts.blur = MeasureBlur(photo, face.mesh);
    facts.look = LookOf(photo, face.mesh);
    if (question == FaceQuestion::kIdentity) facts.identity = identities->Of(photo, face);
    return facts;
  };
}

}  // namespace heser
