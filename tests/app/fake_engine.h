#pragma once

#include <QColor>
#include <QThread>
#include <atomic>
#include <functional>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

#include "app/document/loaded_photo.h"
#include "app/jobs/photo_loading.h"
#include "app/jobs/swap_engine.h"
#include "engine/core/error.h"
#include "engine/edits/clone_edits.h"
#include "engine/edits/hand_edits.h"

namespace heser::test {

/// How a test steers the engine that works in another thread, and sees what that did.
struct EngineControl {
  std::atomic<bool> holds = false;    ///< Runs wait, looking at their cancel switch, until cleared.
  std::atomic<bool> is_deaf = false;  ///< Runs that wait do not look at their cancel switch.
  std::atomic<bool> holds_previews = false;
  std::atomic<bool> fails = false;   ///< Runs find no face in "a".
  std::atomic<bool> blends = false;  ///< Results say how they were blended.
  std::atomic<int> lead = 0;         ///< What leads in these where no source is pinned.
  std::atomic<int> runs_begun = 0;
  std::atomic<int> runs_ended = 0;
  std::atomic<int> previews = 0;
  std::atomic<int> faces = 1;  ///< In every photo; below 0: looking for them fails.
  std::atomic<QThread*> thread = nullptr;
  std::string cut_photo;  ///< Its border cuts its faces. Set before the first photo only.
  std::vector<SwapWarning> warnings;  ///< Of every result. Set before the first run only.
  std::function<void()> fail;         ///< Called by runs; may throw. Set before the first run only.
};

/// The target itself is the result of a swap.
class FakeEngine : public SwapEngine {
 public:
  explicit FakeEngine(std::shared_ptr<EngineControl> control) : control_(std::move(control)) {}

  SwapResult Run(const SwapRequest& request, const Progress& progress) override {
    control_->thread = QThread::currentThread();
    if (request.quality == SwapQuality::kPreview) {
      return Preview(request);
    }
    ++control_->runs_begun;
    while (control_->holds) {
      if (!control_->is_deaf) {
        progress.Part(0, 1, "align").Report(0.5);
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    if (control_->fails) {
      throw Error(ErrorKind::kNoFace, "a");
    }
    if (control_->fail) {
      control_->fail();
    }
    SwapResult result;
    result.picture = request.target.photo;
    result.warnings = control_->warnings;
    result.unpainted_target_view = ViewOf(*request.target.photo);
    result.target_view = Painted(result.unpainted_target_view, request.target);
    if (control_->blends) {
      for (const PhotoFace& source : request.sources) {
        result.used_sources.push_back(result.used_sources.size());
        result.unpainted_source_views.push_back(ViewOf(*source.photo));
        result.source_views.push_back(Painted(result.unpainted_source_views.back(), source));
      }
      result.aligned_head = NoHead(*result.target_view, LeadOf(request));
      result.automatic_blend = BlendOf(*result.target_view);
      result.blend = PaintedOver(result, request);
    }
    ++control_->runs_ended;
    return result;
  }

  std::vector<DetectedFace> DetectFaces(const std::shared_ptr<const Photo>& photo,
                                        const Progress&) override {
    if (control_->faces < 0) {
      throw Error(ErrorKind::kBadModel, "head_net.hwt");
    }
    std::vector<DetectedFace> faces(static_cast<std::size_t>(control_->faces.load()));
    for (std::size_t index = 0; index < faces.size(); ++index) {
      faces[index].mesh.setZero();
      // A box whose place tells the faces apart.
      const double left = static_cast<double>(index) * photo->size().width / 4.0;
      faces[index].mesh.row(0) << left, 10, 0;
      faces[index].mesh.row(1) << left + photo->size().width / 5.0, 40, 0;
      for (int point = 2; point < kMeshPointCount; ++point) {
        faces[index].mesh.row(point) = faces[index].mesh.row(point % 2);
      }
      if (photo->origin().path == control_->cut_photo) faces[index].mesh.col(1).array() -= 25;
    }
    return faces;
  }

 private:
  /// The whole photo; what is known of it is a box of hair in the middle.
  static std::shared_ptr<const HeadView> ViewOf(const Photo& photo) {
    auto view = std::make_shared<HeadView>();
    view->window = photo.bounds();
    view->color = photo.WorkingPixels(photo.bounds());
    view->labels = LabelMap(photo.size(), std::uint8_t{0});
    const cv::Size size = photo.size();
    view->labels(cv::Rect(size.width / 4, size.height / 4, size.width / 2, size.height / 2)) =
        static_cast<std::uint8_t>(Label::kHair);
    view->matte = AlphaMap(photo.size(), 0.f);
    return view;
  }

  static std::shared_ptr<const HeadView> Painted(const std::shared_ptr<const HeadView>& view,
                                                 const PhotoFace& face) {
    auto painted = std::make_shared<HeadView>(*view);
    if (face.labels) *painted = WithLabelEdits(*painted, *face.labels);
    if (face.matte) *painted = WithMatteEdits(*painted, *face.matte);
    return painted;
  }

  int LeadOf(const SwapRequest& request) const {
    for (std::size_t i = 0; i < request.sources.size(); ++i) {
      if (request.sources[i].pinned) return static_cast<int>(i);
    }
    return control_->lead;
  }

  static std::shared_ptr<const AlignedHead> NoHead(const HeadView& view, int lead) {
    auto head = std::make_shared<AlignedHead>();
    head->source = lead;
    head->color = view.color;
    head->alpha = AlphaMap(view.color.size(), 0.f);
    head->labels = LabelMap(view.color.size(), std::uint8_t{0});
    return head;
  }

  static std::shared_ptr<const BlendResult> PaintedOver(const SwapResult& result,
                                                        const SwapRequest& request) {
    auto painted = std::make_shared<BlendResult>(*result.automatic_blend);
    if (request.fill) *painted = WithCloneEdits(*result.target_view, *painted, *request.fill);
    if (request.region) {
      const ColorReference colors{.color = result.target_view->color};
      *painted = WithRegionEdits(*result.target_view, *result.aligned_head, colors, *painted,
                                 *request.region);
    }
    return painted;
  }

  /// The target itself behind no head.
  static std::shared_ptr<const BlendResult> BlendOf(const HeadView& view) {
    auto blend = std::make_shared<BlendResult>();
    blend->color = blend->background_fill = view.color;
    blend->blend_region = blend->head_alpha = AlphaMap(view.color.size(), 0.f);
    blend->removed = Mask(view.color.size(), std::uint8_t{0});
    return blend;
  }

  SwapResult Preview(const SwapRequest&) {
    ++control_->previews;
    while (control_->holds_previews) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return {};
  }

  std::shared_ptr<EngineControl> control_;
};

inline SwapEngineFactory FakeEngineFactory(const std::shared_ptr<EngineControl>& control) {
  return [control] { return std::make_unique<FakeEngine>(control); };
}

/// A plain photo by this name.
inline PhotoHandle MakePhoto(const QString& name, QColor color = Qt::gray, QSize size = {96, 64}) {
  QImage image(size, QImage::Format_RGB32);
  image.fill(color);
  return PhotoFromImage(image, name);
}

}  // namespace heser::test
