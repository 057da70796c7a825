#include "app/jobs/swap_session.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <utility>

#include "app/export/output_files.h"
#include "app/messages.h"

namespace heser {
namespace {

/// What a file manager shows of a project.
constexpr int kProjectThumbnailSide = 256;

/// Kinds that say the same in other circumstances have one number.
int MatterOf(SwapWarning::Kind kind) {
  using Kind = SwapWarning::Kind;
  switch (kind) {
    case Kind::kSourceSofter:
      return static_cast<int>(Kind::kSourceBlurred);
    case Kind::kSourceNoUse:
    case Kind::kTurnedAway:
      return static_cast<int>(Kind::kLargeAngle);
    case Kind::kOtherPerson:
      return static_cast<int>(Kind::kSourceUnlike);
    default:
      return static_cast<int>(kind);
  }
}

/// Whether it comes from comparing a source with the one that leads.
bool IsBesideLead(SwapWarning::Kind kind) {
  using Kind = SwapWarning::Kind;
  return kind == Kind::kSourceUnlike || kind == Kind::kLargeAngle || kind == Kind::kSourceNoUse;
}

/// Whether it is said of the result, too: who looks at that alone must know it.
bool ShowsInResult(const SwapWarning& warning) {
  using Kind = SwapWarning::Kind;
  return warning.source < 0 || warning.kind == Kind::kSourceTransparent ||
         warning.kind == Kind::kSourceTwice;
}

qsizetype CountOfEnabled(const SwapDocument& document) {
  return std::ranges::count(document.sources(), true, &SourceItem::enabled);
}

/// 0: none.
quint64 PinnedIn(const SwapSnapshot& snapshot) {
  const std::vector<PhotoFace>& sources = snapshot.request.sources;
  const auto pinned = std::ranges::find(sources, true, &PhotoFace::pinned);
  return pinned == sources.end() ? 0 : snapshot.source_ids[pinned - sources.begin()];
}

/// The picture with about so many pixels on its longer side, not fewer unless it has fewer.
QImage Reduced(const Picture& picture, int side) {
  const int longer = std::max(picture.size().width(), picture.size().height());
  return picture.LevelFor(static_cast<double>(side) / longer);
}

ProjectDesk::Pictures PicturesOf(const SwapDocument& document, const SwapRunner& runner) {
  const TargetItem* target = document.target();
  if (target == nullptr) return {};
  QImage image = target->photo->thumbnail;
  ProjectDesk::Pictures pictures;
  const auto outcome = runner.outcome();
  if (outcome && outcome->snapshot.request.target.photo == target->photo->photo &&
      !outcome->pictures.result.picture.IsEmpty()) {
    const Picture& result = outcome->pictures.result.picture;
    image = Reduced(result, kProjectThumbnailSide);
    if (runner.IsOutcomeCurrent()) pictures.result = Reduced(result, kSavedResultSide);
  }
  pictures.thumbnail = image.scaled(kProjectThumbnailSide, kProjectThumbnailSide,
                                    Qt::KeepAspectRatio, Qt::SmoothTransformation);
  return pictures;
}

}  // namespace

SwapSession::SwapSession(SwapEngineFactory factory, FaceMeasure measure, QObject* parent)
    : QObject(parent),
      runner_(&document_, factory),
      project_desk_(&document_, [this] { return PicturesOf(document_, runner_); }),
      batch_desk_(&document_, std::move(factory)),
      source_check_(
          &document_, [this](const PhotoHandle& photo) { return FacesOf(photo); },
          std::move(measure)) {
  connect(&document_, &SwapDocument::Changed, this, &SwapSession::LookAtNewPhotos);
  connect(&document_, &SwapDocument::Changed, &source_check_, &SourceCheck::Look);
  // Not within the step that changes it, which may be one that is undone.
  connect(&document_, &SwapDocument::Changed, this, &SwapSession::LeaveOutRefused,
          Qt::QueuedConnection);
  connect(&source_check_, &SourceCheck::WarningsChanged, this, &SwapSession::FindingsChanged);
  connect(&runner_, &SwapRunner::FacesFound, this,
          [this](const PhotoHandle& photo, const std::shared_ptr<const FaceList>& faces) {
            const Error no_face(ErrorKind::kNoFace, photo->name.toStdString());
            findings_[photo] = {faces, faces->empty() ? MessageFor(no_face) : QString()};
            source_check_.Look();
            emit FindingsChanged();
            LeaveOutRefused();
          });
  connect(&runner_, &SwapRunner::FacesFailed, this,
          [this](const PhotoHandle& photo, const Failure& failure) {
            findings_[photo].problem = MessageFor(failure);
            emit FindingsChanged();
            // The cause may be the program's own files and not the photo.
            RaiseFailure(failure, SessionMessage::Matter::kSwap);
          });
  connect(&runner_, &SwapRunner::Failed, this,
          [this](const Failure& failure) { RaiseFailure(failure, SessionMessage::Matter::kSwap); });
  connect(&photo_desk_, &PhotoDesk::LoadFailed, this, [this](const std::vector<Failure>& failures) {
    emit MessageRaised({SessionMessage::Kind::kError, MessageFor(failures)});
  });
  connect(&export_desk_, &ExportDesk::Failed, this, [this](const Failure& failure) {
    RaiseFailure(failure, SessionMessage::Matter::kFiles);
  });
  connect(&awaited_export_, &AwaitedExport::GivenUp, this, [this](const QString& path) {
    emit MessageRaised(
        {SessionMessage::Kind::kWarning, tr("%1 was not exported, since its result was not made.")
                                             .arg(QFileInfo(path).fileName())});
    emit AwaitedExportGivenUp();
  });
  connect(&project_desk_, &ProjectDesk::RecoveryFailed, this, [this](const Failure& failure) {
    const std::string& reason = failure.error ? failure.error->detail() : failure.technical_text;
    emit MessageRaised({SessionMessage::Kind::kWarning,
                        tr("Unsaved work cannot be kept in case the program ends unexpectedly "
                           "(%1); save the project often.")
                            .arg(QString::fromStdString(reason))});
  });
  connect(&project_desk_, &ProjectDesk::Failed, this, [this](const Failure& failure) {
    RaiseFailure(failure, SessionMessage::Matter::kFiles);
  });
  connect(&project_desk_, &ProjectDesk::Opened, this, &SwapSession::RaiseRemarks);
  connect(&runner_, &SwapRunner::RunningChanged, &batch_desk_, &BatchDesk::SetPaused);
  connect(&batch_desk_, &BatchDesk::Finished, this, [this](const BatchCounts& counts) {
    const bool has_failed = counts.failed > 0;
    emit MessageRaised(
        {has_failed ? SessionMessage::Kind::kWarning : SessionMessage::Kind::kDone,
         has_failed
             ? tr("The batch is finished: %1 done, %2 failed.").arg(counts.done).arg(counts.failed)
             : tr("The batch is finished: %1 done.").arg(counts.done),
         SessionMessage::Matter::kBatch});
  });
  connect(&export_desk_, &ExportDesk::Exported, this,
          [this](const QString& path, bool loses_alpha) {
            const QFileInfo file(path);
            const QString saved =
                tr("Saved %1 in %2.")
                    .arg(file.fileName(), QDir::toNativeSeparators(file.absolutePath()));
            if (!loses_alpha) {
              emit MessageRaised({SessionMessage::Kind::kDone, saved});
              return;
            }
            const QString lost = MessageFor({SwapWarning::Kind::kAlphaLost, -1, 0}, {}, {});
            emit MessageRaised({SessionMessage::Kind::kWarning, saved + QLatin1Char(' ') + lost});
          });
}

void SwapSession::OpenFiles(const QStringList& paths) {
  const auto project = std::ranges::find_if(paths, &IsProjectName);
  if (project != paths.end()) {
    if (paths.size() > 1) {
      emit MessageRaised(
          {SessionMessage::Kind::kWarning, tr("Only %1 is opened: a project has its photos in it.")
                                               .arg(QFileInfo(*project).fileName())});
    }
    project_desk_.Open(*project);
    return;
  }
  photo_desk_.Load(paths, [this](const std::vector<PhotoHandle>& photos) {
    if (photos.size() < 2) {
      document_.InsertSources(photos, static_cast<int>(document_.sources().size()));
      return;
    }
    document_.SetPhotos({photos.begin(), photos.end() - 1}, photos.back());
  });
}

void SwapSession::AddSources(const QStringList& paths, int index) {
  photo_desk_.Load(paths, [this, index](const std::vector<PhotoHandle>& photos) {
    document_.InsertSources(photos, index);
  });
}

void SwapSession::SetTarget(const QString& path) {
  photo_desk_.Load({path}, [this](const std::vector<PhotoHandle>& photos) {
    document_.SetTarget(photos.front());
  });
}

void SwapSession::PasteSource(const QImage& image) {
  photo_desk_.Adopt(image, tr("Pasted picture"), [this](const std::vector<PhotoHandle>& photos) {
    document_.InsertSources(photos, static_cast<int>(document_.sources().size()));
  });
}

void SwapSession::PasteTarget(const QImage& image) {
  photo_desk_.Adopt(image, tr("Pasted picture"), [this](const std::vector<PhotoHandle>& photos) {
    document_.SetTarget(photos.front());
  });
}

bool SwapSession::RefuseOpenPhoto(const QString& path) {
  std::vector<std::filesystem::path> photos;
  const auto add = [&](const PhotoHandle& photo) {
    if (!photo->path.isEmpty()) photos.emplace_back(photo->path.toStdString());
  };
  if (document_.target() != nullptr) add(document_.target()->photo);
  for (const SourceItem& source : document_.sources()) add(source.photo);
  try {
    RequireNotAmong(path.toStdString(), photos, GivenFile::kOpenPhoto);
    return false;
  } catch (...) {
    RaiseFailure(CurrentFailure(path.toStdString()), SessionMessage::Matter::kFiles);
    return true;
  }
}

bool SwapSession::RefuseUnwritable(const ExportChoices& choices, const QString& path) {
  try {
    RequireExportable(choices, path.toStdString());
    return false;
  } catch (...) {
    RaiseFailure(CurrentFailure(path.toStdString()), SessionMessage::Matter::kFiles);
    return true;
  }
}

void SwapSession::Export(const ExportChoices& choices, const QString& path) {
  if (RefuseOpenPhoto(path)) return;
  export_desk_.Export(runner_.outcome(), choices, path);
}

void SwapSession::ExportWhenReady(const ExportChoices& choices, const QString& path) {
  if (RefuseOpenPhoto(path) || RefuseUnwritable(choices, path)) return;
  emit MessageRaised(
      {SessionMessage::Kind::kHint,
       tr("%1 is exported as soon as the new result is ready.").arg(QFileInfo(path).fileName())});
  awaited_export_.Begin(choices, path);
}

const FaceList* SwapSession::FacesOf(const PhotoHandle& photo) const {
  const auto found = findings_.find(photo);
  return found == findings_.end() ? nullptr : found->second.faces.get();
}

QString SwapSession::ProblemOf(const PhotoHandle& photo) const {
  const auto found = findings_.find(photo);
  return found == findings_.end() ? QString() : found->second.problem;
}

QString SwapSession::ProblemOf(const SourceItem& source) const {
  if (!IsFaceCut(source)) return ProblemOf(source.photo);
  return MessageFor(Error(ErrorKind::kFaceCut, source.photo->name.toStdString()));
}

QString SwapSession::SwapProblem() const {
  return runner_.failure() ? MessageFor(*runner_.failure()) : QString();
}

bool SwapSession::IsFaceCut(const SourceItem& source) const {
  const FaceList* faces = FacesOf(source.photo);
  const int number = FaceNumber(source.face);
  if (faces == nullptr || number < 0 || number >= std::ssize(*faces)) return false;
  const FaceMesh& mesh = (*faces)[static_cast<std::size_t>(number)].mesh;
  return ReachBeyondBorder(mesh, source.photo->photo->size()) > kMostReachBeyondBorder;
}

std::vector<SwapWarning> SwapSession::WarningsOn(quint64 source_id) const {
  std::vector<SwapWarning> warnings;
  if (const auto outcome = runner_.outcome()) {
    const std::vector<quint64>& ids = outcome->snapshot.source_ids;
    // Until the swap is made anew the look at the photos alone knows the new leading one.
    const bool leads_still = PinnedIn(outcome->snapshot) == PinnedSource();
    for (const SwapWarning& warning : outcome->result.warnings) {
      if (!leads_still && IsBesideLead(warning.kind)) continue;
      const auto index = static_cast<std::size_t>(warning.source);
      if (warning.source >= 0 && index < ids.size() && ids[index] == source_id) {
        warnings.push_back(warning);
      }
    }
  }
  for (const SwapWarning& warning : source_check_.WarningsOf(source_id)) {
    const auto is_said = [&](const SwapWarning& said) {
      return MatterOf(said.kind) == MatterOf(warning.kind);
    };
    if (std::ranges::none_of(warnings, is_said)) warnings.push_back(warning);
  }
  return warnings;
}

QString SwapSession::RemarksOn(quint64 source_id) const {
  const SourceItem* source = document_.FindSource(source_id);
  if (source == nullptr) return {};
  QStringList remarks;
  const auto outcome = runner_.outcome();
  for (const SwapWarning& warning : WarningsOn(source_id)) {
    QStringList names = outcome ? outcome->snapshot.source_names : QStringList();
    // What was found before the swap is not numbered as its sources are.
    const qsizetype place = std::max<qsizetype>(warning.source, 0);
    while (names.size() <= place || names.size() < CountOfEnabled(document_)) names << QString();
    names[place] = source->photo->name;
    remarks << MessageFor(warning, names, {});
  }
  return remarks.join('\n');
}

QStringList SwapSession::BriefRemarksOn(quint64 source_id) const {
  QStringList remarks;
  for (const SwapWarning& warning : WarningsOn(source_id)) {
    const QString brief =
        BriefFor(warning.kind, static_cast<std::size_t>(CountOfEnabled(document_)));
    if (!brief.isEmpty() && !remarks.contains(brief)) remarks << brief;
  }
  return remarks;
}

quint64 SwapSession::PinnedSource() const {
  for (const SourceItem& source : document_.sources()) {
    if (source.pinned && source.enabled) return source.id;
  }
  return 0;
}

quint64 SwapSession::LeadingSource() const {
  if (CountOfEnabled(document_) < 2) return 0;
  if (const quint64 pinned = PinnedSource(); pinned != 0) return pinned;
  const auto shown = runner_.shown();
  if (!shown || !shown->result.aligned_head) return 0;
  const auto place = static_cast<std::size_t>(shown->result.aligned_head->source);
  if (place >= shown->result.used_sources.size()) return 0;
  const std::size_t index = shown->result.used_sources[place];
  const std::vector<quint64>& ids = shown->snapshot.source_ids;
  // One that led alone, or by a pin that is gone, says nothing of the choice among several.
  const bool was_chosen =
      ids.size() > 1 && index < ids.size() && !shown->snapshot.request.sources[index].pinned;
  const SourceItem* source = was_chosen ? document_.FindSource(ids[index]) : nullptr;
  return source != nullptr && source->enabled ? source->id : 0;
}

QStringList SwapSession::GeneralRemarks() const {
  QStringList remarks;
  if (const auto outcome = runner_.outcome()) {
    for (const SwapWarning& warning : outcome->result.warnings) {
      if (ShowsInResult(warning)) {
        remarks.push_back(
            MessageFor(warning, outcome->snapshot.source_names, outcome->snapshot.target_name));
      }
    }
  }
  return remarks;
}

void SwapSession::LookAtNewPhotos() {
  std::erase_if(findings_, [](const auto& entry) { return entry.first.expired(); });
  const auto look_at = [this](const PhotoHandle& photo) {
    if (findings_.try_emplace(photo).second) {
      runner_.FindFaces(photo);
    }
  };
  if (document_.target()) {
    look_at(document_.target()->photo);
  }
  for (const SourceItem& source : document_.sources()) {
    look_at(source.photo);
  }
}

void SwapSession::LeaveOutRefused() {
  // A step that was taken back can be taken again until there is another.
  if (document_.undo_stack()->canRedo()) return;
  std::vector<quint64> refused;
  QStringList lines;
  bool has_usable = false;
  for (const SourceItem& source : document_.sources()) {
    if (!source.enabled || FacesOf(source.photo) == nullptr) continue;
    const QString problem = ProblemOf(source);
    has_usable |= problem.isEmpty();
    if (problem.isEmpty() || left_out_.contains({source.id, FaceNumber(source.face)})) continue;
    refused.push_back(source.id);
    lines << problem + QLatin1Char(' ') +
                 tr("%1 was switched off; the other photos are used.").arg(source.photo->name);
  }
  if (!has_usable || refused.empty()) return;
  for (const quint64 id : refused) {
    left_out_.emplace(id, FaceNumber(document_.FindSource(id)->face));
    document_.LeaveOutSource(id);
  }
  emit MessageRaised({SessionMessage::Kind::kHint, lines.join(QLatin1Char('\n'))});
}

void SwapSession::RaiseRemarks(const QString& path, const std::vector<ProjectRemark>& remarks) {
  if (remarks.empty()) return;
  const QString project = path.isEmpty() ? tr("The unsaved work") : QFileInfo(path).fileName();
  emit MessageRaised({SessionMessage::Kind::kWarning, MessageFor(remarks, project),
                      SessionMessage::Matter::kProject});
}

void SwapSession::RaiseFailure(const Failure& failure, SessionMessage::Matter matter) {
  emit MessageRaised({SessionMessage::Kind::kError, MessageFor(failure), matter});
}

}  // namespace heser
