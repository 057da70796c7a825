#pragma once

#include <QImage>
#include <QObject>
#include <QStringList>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "app/batch/batch_desk.h"
#include "app/document/paint_desk.h"
#include "app/document/swap_document.h"
#include "app/export/awaited_export.h"
#include "app/export/export_desk.h"
#include "app/jobs/mask_overlays.h"
#include "app/jobs/photo_desk.h"
#include "app/jobs/project_desk.h"
#include "app/jobs/source_check.h"
#include "app/jobs/swap_runner.h"

namespace heser {

/// A remark for people who look at the window.
struct SessionMessage {
  enum class Kind { kDone, kHint, kWarning, kError };
  /// What it is about: it takes the place of what was said of the same, and of nothing else.
  enum class Matter {
    kRecovery,  ///< Unsaved work that was left behind.
    kProject,   ///< What the open project lost.
    kFiles,     ///< Photos, projects and pictures that were read or written.
    kSwap,
    kBatch,
    kPainting,
  };
  Kind kind = Kind::kDone;
  QString text;
  Matter matter = Matter::kFiles;
};

/// What one window works with: the document, the jobs that serve it, and what was found out about
/// its photos. Everything that a window does goes through here. GUI thread only; never waits.
class SwapSession : public QObject {
  Q_OBJECT

 public:
  /// Without a measure nothing is said of sources before they are swapped.
  explicit SwapSession(SwapEngineFactory factory, FaceMeasure measure = {},
                       QObject* parent = nullptr);

  SwapDocument* document() { return &document_; }
  const SwapDocument* document() const { return &document_; }
  PaintDesk* paint_desk() { return &paint_desk_; }
  const PaintDesk* paint_desk() const { return &paint_desk_; }
  SwapRunner* runner() { return &runner_; }
  const SwapRunner* runner() const { return &runner_; }
  PhotoDesk* photo_desk() { return &photo_desk_; }
  ProjectDesk* project_desk() { return &project_desk_; }
  const ProjectDesk* project_desk() const { return &project_desk_; }
  ExportDesk* export_desk() { return &export_desk_; }
  /// Waits while the window's own swap is on.
  BatchDesk* batch_desk() { return &batch_desk_; }
  const BatchDesk* batch_desk() const { return &batch_desk_; }
  /// How masks are looked at; no part of the document.
  MaskOverlays* mask_overlays() const { return mask_overlays_.get(); }

  /// Files of a command line or of a drop on an empty window: a project, or photos, of which the
  /// last of several is the target and all others, or a single one, are sources.
  void OpenFiles(const QStringList& paths);
  void AddSources(const QStringList& paths, int index);
  void SetTarget(const QString& path);
  void PasteSource(const QImage& image);
  void PasteTarget(const QImage& image);

  /// True if a file of that name would take the place of a photo that is open; MessageRaised says
  /// so.
  bool RefuseOpenPhoto(const QString& path);
  /// Writes the result, unless that would replace a photo that is open. There must be one.
  void Export(const ExportChoices& choices, const QString& path);
  /// The same of the document as it is, once its result is made. The document must be swappable.
  /// What could not be written is told now, not after the wait.
  void ExportWhenReady(const ExportChoices& choices, const QString& path);
  bool IsExportAwaited() const { return awaited_export_.IsWaiting(); }

  /// What is known of a photo's faces: null while they are looked for or after that failed.
  const FaceList* FacesOf(const PhotoHandle& photo) const;
  /// Why a photo cannot be used; empty if it can or that is not known yet.
  QString ProblemOf(const PhotoHandle& photo) const;
  /// The same of a source with the face that was chosen.
  QString ProblemOf(const SourceItem& source) const;
  /// Why the latest swap failed, if nothing was changed since; empty otherwise.
  QString SwapProblem() const;
  /// Whether the border of a source's photo cuts too far through the chosen face.
  bool IsFaceCut(const SourceItem& source) const;
  /// What the latest result, and a look at the photo before it, say against a source: one sentence
  /// a line; empty if nothing.
  QString RemarksOn(quint64 source_id) const;
  /// Each of them in a word or two, in the same order, as far as there are such words.
  QStringList BriefRemarksOn(quint64 source_id) const;
  /// The source that leads: of several it gives most of the head, and mouth, eyes and glasses
  /// unless another shows them better. The pinned one, else the one that the shown result was led
  /// by; 0 where none of several does, or that is not known yet.
  quint64 LeadingSource() const;
  /// What the latest result says of the target and the whole, and of sources what shows in it and
  /// nowhere else.
  QStringList GeneralRemarks() const;

 signals:
  /// Faces or problems of a photo became known, or what speaks against a source.
  void FindingsChanged();
  void MessageRaised(const heser::SessionMessage& message);
  /// The export that was awaited will not come.
  void AwaitedExportGivenUp();

 private:
  /// What was found out about a photo.
  struct Findings {
    std::shared_ptr<const FaceList> faces;
    QString problem;
  };

  /// The source that is pinned and on; 0: none.
  quint64 PinnedSource() const;
  std::vector<SwapWarning> WarningsOn(quint64 source_id) const;
  /// True if the export would fail for what is at `path` already; MessageRaised says so.
  bool RefuseUnwritable(const ExportChoices& choices, const QString& path);
  void LookAtNewPhotos();
  /// Switches off what cannot be used where another source can: it would keep that from being used.
  /// Once for each source and face: who switches it on again is told why it does not work.
  void LeaveOutRefused();
  void RaiseRemarks(const QString& path, const std::vector<ProjectRemark>& remarks);
  void RaiseFailure(const Failure& failure, SessionMessage::Matter matter);

  SwapDocument document_;
  PaintDesk paint_desk_{&document_};
  SwapRunner runner_;
  PhotoDesk photo_desk_;
  ProjectDesk project_desk_;
  ExportDesk export_desk_;
  AwaitedExport awaited_export_{&document_, &runner_, &export_desk_};
  BatchDesk batch_desk_;
  std::unique_ptr<MaskOverlays> mask_overlays_ = std::make_unique<MaskOverlays>();
  /// By identity; photos that not even an undo step can bring back are forgotten.
  std::map<std::weak_ptr<const LoadedPhoto>, Findings, std::owner_less<>> findings_;
  std::set<std::pair<quint64, int>> left_out_;  ///< Sources, and the faces chosen on them.
  SourceCheck source_check_;
};

}  // namespace heser
