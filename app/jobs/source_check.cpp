#include "app/jobs/source_check.h"

#include <utility>

namespace heser {
namespace {

bool SameWarnings(const std::map<quint64, std::vector<SwapWarning>>& a,
                  const std::map<quint64, std::vector<SwapWarning>>& b) {
  const auto same = [](const SwapWarning& x, const SwapWarning& y) {
    return x.kind == y.kind && x.value == y.value;
  };
  return std::ranges::equal(a, b, [&](const auto& x, const auto& y) {
    return x.first == y.first && std::ranges::equal(x.second, y.second, same);
  });
}

bool SameFace(const FaceFacts& a, const FaceFacts& b) {
  return a.mesh == b.mesh && a.blur == b.blur && a.identity == b.identity;
}

/// Null where the photo has no such face, or none is known.
const DetectedFace* FaceIn(const FaceList* faces, int number) {
  const bool is_there = faces != nullptr && number >= 0 && number < std::ssize(*faces);
  return is_there ? &(*faces)[static_cast<std::size_t>(number)] : nullptr;
}

}  // namespace

FaceWorker::FaceWorker(FaceMeasure measure) : measure_(std::move(measure)) {}

void FaceWorker::Measure(const PhotoHandle& photo, int number, const DetectedFace& face,
                         FaceQuestion question, const CancelSwitch& cancel) {
  if (cancel.IsCancelled()) return;
  try {
    auto facts = std::make_shared<FaceFacts>(measure_(*photo->photo, face, question));
    emit Measured(photo, number, facts);
  } catch (const std::exception&) {
    // A warning less. What is wrong with the photo itself is told by the swap.
  }
}

SourceCheck::SourceCheck(const SwapDocument* document, FacesOf faces_of, FaceMeasure measure,
                         QObject* parent)
    : QObject(parent), document_(document), faces_of_(std::move(faces_of)), worker_(nullptr) {
  if (!measure) return;
  worker_ = new FaceWorker(std::move(measure));
  thread_ = std::make_unique<WorkerThread>(QStringLiteral("faces"), worker_);
  connect(
      worker_, &FaceWorker::Measured, this,
      [this](const PhotoHandle& photo, int number, const std::shared_ptr<const FaceFacts>& facts) {
        known_[photo][number].facts = facts;
        Judge();
      });
}

SourceCheck::~SourceCheck() { closing_.Cancel(); }

void SourceCheck::Look() {
  if (worker_ == nullptr) return;
  std::erase_if(known_, [](const auto& entry) { return entry.first.expired(); });
  // Who a single source shows does not matter.
  const FaceQuestion question =
      document_->sources().size() > 1 ? FaceQuestion::kIdentity : FaceQuestion::kBlur;
  for (const SourceItem& source : document_->sources()) {
    Ask(source.photo, FaceNumber(source.face), question);
  }
  Judge();
}

void SourceCheck::Ask(const PhotoHandle& photo, int number, FaceQuestion question) {
  const DetectedFace* face = FaceIn(faces_of_(photo), number);
  if (face == nullptr) return;
  const auto [place, is_new] = known_[photo].try_emplace(number);
  Known& known = place->second;
  const bool wants_identity = question == FaceQuestion::kIdentity && !known.identity_asked;
  if (!is_new && !wants_identity) return;
  known.identity_asked |= wants_identity;
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, photo, number, measured = *face, question, cancel = closing_] {
        worker->Measure(photo, number, measured, question, cancel);
      },
      Qt::QueuedConnection);
}

void SourceCheck::Judge() {
  std::vector<FaceFacts> facts;
  std::vector<std::vector<quint64>> ids;  // Of the sources that show each face.
  std::optional<std::size_t> pinned;
  for (const SourceItem& source : document_->sources()) {
    const auto photo = known_.find(source.photo);
    if (!source.enabled || photo == known_.end()) continue;
    const auto face = photo->second.find(FaceNumber(source.face));
    if (face == photo->second.end() || face->second.facts == nullptr) continue;
    // The swap counts what is there twice once.
    const auto twin = std::ranges::find_if(
        facts, [&](const FaceFacts& other) { return SameFace(other, *face->second.facts); });
    const std::size_t place = twin - facts.begin();
    if (source.pinned) pinned = place;
    if (twin == facts.end()) {
      facts.push_back(*face->second.facts);
      ids.emplace_back();
    }
    ids[place].push_back(source.id);
  }
  const TargetItem* target = document_->target();
  const DetectedFace* face =
      target != nullptr ? FaceIn(faces_of_(target->photo), FaceNumber(target->face)) : nullptr;
  std::map<quint64, std::vector<SwapWarning>> warnings;
  for (const SwapWarning& warning :
       FindSourceWarnings(facts, face != nullptr ? &face->mesh : nullptr, pinned)) {
    for (const quint64 id : ids[static_cast<std::size_t>(warning.source)]) {
      warnings[id].push_back(warning);
    }
  }
  if (SameWarnings(warnings, warnings_)) return;
  warnings_ = std::move(warnings);
  emit WarningsChanged();
}

std::vector<SwapWarning> SourceCheck::WarningsOf(quint64 source_id) const {
  const auto found = warnings_.find(source_id);
  return found == warnings_.end() ? std::vector<SwapWarning>() : found->second;
}

}  // namespace heser
