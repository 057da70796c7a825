#pragma once

#include <QObject>
#include <map>
#include <memory>
#include <vector>

#include "app/document/swap_document.h"
#include "app/jobs/engine_worker.h"
#include "app/jobs/face_measure.h"
#include "app/jobs/worker_thread.h"

namespace heser {

/// Measures faces in whatever thread it lives in; apart from the engine's, so that a warning comes
/// before the swap that it warns of.
class FaceWorker : public QObject {
  Q_OBJECT

 public:
  explicit FaceWorker(FaceMeasure measure);

  void Measure(const PhotoHandle& photo, int number, const DetectedFace& face,
               FaceQuestion question, const CancelSwitch& cancel);

 signals:
  /// Nothing comes for faces that cannot be measured.
  void Measured(const heser::PhotoHandle& photo, int number,
                const std::shared_ptr<const heser::FaceFacts>& facts);

 private:
  FaceMeasure measure_;
};

/// Looks at a document's sources as soon as their faces are known, and says what speaks against
/// them before anything is swapped. GUI thread only; never waits.
class SourceCheck : public QObject {
  Q_OBJECT

 public:
  /// Finds out what is known of a photo's faces; null: nothing yet.
  using FacesOf = std::function<const FaceList*(const PhotoHandle& photo)>;

  /// The document must outlive it. An empty `measure` checks nothing.
  SourceCheck(const SwapDocument* document, FacesOf faces_of, FaceMeasure measure,
              QObject* parent = nullptr);
  ~SourceCheck() override;

  /// Call it when the document or what is known of faces has changed.
  void Look();

  /// Of a source that is on; SwapWarning::source says nothing.
  std::vector<SwapWarning> WarningsOf(quint64 source_id) const;

 signals:
  void WarningsChanged();

 private:
  /// One face of a photo.
  struct Known {
    bool identity_asked = false;
    std::shared_ptr<const FaceFacts> facts;  ///< Null: on its way, or it cannot be measured.
  };
  using FaceOfPhoto = std::map<int, Known>;

  /// Asks for what is not known yet.
  void Ask(const PhotoHandle& photo, int number, FaceQuestion question);
  void Judge();

  const SwapDocument* document_;
  FacesOf faces_of_;
  FaceWorker* worker_;
  std::unique_ptr<WorkerThread> thread_;
  CancelSwitch closing_;
  /// By identity; photos that not even an undo step can bring back are forgotten.
  std::map<std::weak_ptr<const LoadedPhoto>, FaceOfPhoto, std::owner_less<>> known_;
  std::map<quint64, std::vector<SwapWarning>> warnings_;
};

}  // namespace heser
