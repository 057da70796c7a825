#include "app/document/swap_document.h"

#include <QSignalBlocker>
#include <algorithm>
#include <utility>

#include "app/document/history_memory.h"
#include "app/document/setting_access.h"
#include "app/setting_texts.h"

namespace heser {
namespace {

/// Steps that bring sources have it, and what belongs to them.
constexpr char kBringsSources[] = "sources";

auto FindById(std::vector<SourceItem>& sources, quint64 id) {
  return std::ranges::find(sources, id, &SourceItem::id);
}

/// Null if there is no such photo, and for layers of colours.
EditHandle* FindEdits(DocumentState& state, const EditLayer& layer) {
  if (layer.IsOfSource()) {
    const auto found = FindById(state.sources, layer.source_id);
    if (found == state.sources.end()) {
      return nullptr;
    }
    return layer.kind == EditLayer::Kind::kSourceLabels ? &found->labels : &found->matte;
  }
  if (!state.target.photo) {
    return nullptr;
  }
  switch (layer.kind) {
    case EditLayer::Kind::kTargetLabels:
      return &state.target.labels;
    case EditLayer::Kind::kTargetMatte:
      return &state.target.matte;
    case EditLayer::Kind::kRegion:
      return &state.target.region;
    case EditLayer::Kind::kFill:
    case EditLayer::Kind::kSourceLabels:
    case EditLayer::Kind::kSourceMatte:
      break;
  }
  return nullptr;
}

}  // namespace

/// The document before and after a change. One class serves all of them, since a state is a small
/// value; commands that touch pixels keep only the tiles that they touch and are classes of their
/// own.
class SwapDocument::ChangeCommand : public QUndoCommand {
 public:
  ChangeCommand(SwapDocument* document, const QString& text, DocumentState after,
                std::string merge_key, int gesture)
      : QUndoCommand(text),
        document_(document),
        before_(document->state_),
        after_(std::move(after)),
        merge_key_(std::move(merge_key)),
        gesture_(gesture),
        bytes_(BytesKept(before_, after_)) {}

  void undo() override { document_->Apply(before_); }
  void redo() override { document_->Apply(after_); }
  int id() const override { return merge_key_.empty() ? -1 : 1; }

  bool mergeWith(const QUndoCommand* other) override {
    const auto* later = static_cast<const ChangeCommand*>(other);
    if (later->merge_key_ != merge_key_ || later->gesture_ != gesture_) {
      return false;
    }
    after_ = later->after_;
    bytes_ = BytesKept(before_, after_);
    setObsolete(SameState(before_, after_));
    return true;
  }

  std::size_t bytes() const { return bytes_; }
  int gesture() const { return gesture_; }
  bool BringsSource(quint64 id) const {
    return merge_key_ == kBringsSources &&
           std::ranges::find(before_.sources, id, &SourceItem::id) == before_.sources.end();
  }
  /// The same step for another place on the stack. The caller owns it.
  ChangeCommand* Copy() const { return new ChangeCommand(*this); }

 private:
  ChangeCommand(const ChangeCommand& other)
      : QUndoCommand(other.text()),
        document_(other.document_),
        before_(other.before_),
        after_(other.after_),
        merge_key_(other.merge_key_),
        gesture_(other.gesture_),
        bytes_(other.bytes_) {}

  SwapDocument* document_;
  DocumentState before_;
  DocumentState after_;
  std::string merge_key_;
  int gesture_;
  std::size_t bytes_;
};

SwapDocument::SwapDocument(QObject* parent) : QObject(parent) {}

const SourceItem* SwapDocument::FindSource(quint64 id) const {
  const auto found = std::ranges::find(state_.sources, id, &SourceItem::id);
  return found == state_.sources.end() ? nullptr : &*found;
}

bool SwapDocument::IsSwappable() const {
  return target() != nullptr && std::ranges::any_of(state_.sources, &SourceItem::enabled);
}

SwapSnapshot SwapDocument::Snapshot() const {
  SwapSnapshot snapshot;
  snapshot.revision = revision_;
  snapshot.request = RequestOf(state_);
  for (const SourceItem& source : state_.sources) {
    if (source.enabled) {
      snapshot.source_ids.push_back(source.id);
      snapshot.source_names.push_back(source.photo->name);
    }
  }
  if (const TargetItem* target_item = target()) {
    snapshot.target_name = target_item->photo->name;
  }
  return snapshot;
}

void SwapDocument::InsertSources(const std::vector<PhotoHandle>& photos, int index) {
  DocumentState after = state_;
  auto place = after.sources.begin() + std::clamp<int>(index, 0, std::ssize(after.sources));
  for (const PhotoHandle& photo : photos) {
    place =
        std::next(after.sources.insert(place, SourceItem{++last_source_id_, photo, {}, true, {}}));
  }
  Push(tr("Add Source"), std::move(after), kBringsSources, BeginGesture());
}

void SwapDocument::RemoveSource(quint64 id) {
  DocumentState after = state_;
  std::erase_if(after.sources, [id](const SourceItem& source) { return source.id == id; });
  Push(tr("Remove Source"), std::move(after));
}

void SwapDocument::MoveSource(quint64 id, int index) {
  DocumentState after = state_;
  const auto found = FindById(after.sources, id);
  if (found == after.sources.end()) {
    return;
  }
  SourceItem moved = std::move(*found);
  after.sources.erase(found);
  const int place = std::clamp<int>(index, 0, std::ssize(after.sources));
  after.sources.insert(after.sources.begin() + place, std::move(moved));
  Push(tr("Move Source"), std::move(after));
}

void SwapDocument::SetSourceEnabled(quint64 id, bool enabled) {
  DocumentState after = state_;
  const auto found = FindById(after.sources, id);
  if (found != after.sources.end()) {
    found->enabled = enabled;
  }
  Push(enabled ? tr("Switch Source On") : tr("Switch Source Off"), std::move(after));
}

void SwapDocument::LeaveOutSource(quint64 id) {
  DocumentState after = state_;
  const auto found = FindById(after.sources, id);
  if (found == after.sources.end()) {
    return;
  }
  found->enabled = false;
  const int latest = undo_stack_.index() - 1;
  const bool is_brought = latest >= 0 && CommandAt(latest).BringsSource(id);
  Push(tr("Leave Out Source"), std::move(after), is_brought ? kBringsSources : std::string(),
       is_brought ? CommandAt(latest).gesture() : 0);
}

void SwapDocument::SetSourceFace(quint64 id, const FaceChoice& face) {
  DocumentState after = state_;
  const auto found = FindById(after.sources, id);
  if (found != after.sources.end()) {
    found->face = face;
  }
  Push(tr("Choose Face"), std::move(after));
}

void SwapDocument::SetSourceWeight(quint64 id, double weight, int gesture) {
  DocumentState after = state_;
  const auto found = FindById(after.sources, id);
  if (found != after.sources.end()) {
    found->weight = std::clamp(weight, kSmallestWeight, 1.0);
  }
  Push(tr("Weigh Source"), std::move(after),
       gesture == 0 ? std::string() : "weight " + std::to_string(id), gesture);
}

void SwapDocument::PinSource(quint64 id) {
  if (id != 0 && FindSource(id) == nullptr) {
    return;
  }
  DocumentState after = state_;
  for (SourceItem& source : after.sources) {
    source.pinned = source.id == id;
  }
  Push(id == 0 ? tr("Choose Leading Photo Automatically") : tr("Pin Leading Photo"),
       std::move(after));
}

void SwapDocument::SetTarget(const PhotoHandle& photo) {
  DocumentState after = state_;
  after.target = {photo, {}, {}, {}};
  Push(tr("Set Target"), std::move(after));
}

void SwapDocument::RemoveTarget() {
  DocumentState after = state_;
  after.target = {};
  Push(tr("Remove Target"), std::move(after));
}

void SwapDocument::SetTargetFace(const FaceChoice& face) {
  if (target() == nullptr) {
    return;
  }
  DocumentState after = state_;
  after.target.face = face;
  Push(tr("Choose Face"), std::move(after));
}

void SwapDocument::ExchangeSourceAndTarget() {
  if (target() == nullptr || state_.sources.empty()) {
    return;
  }
  DocumentState after = state_;
  const SourceItem& first = state_.sources.front();
  after.target = {first.photo, first.face, first.labels, {}, {}, first.matte};
  after.sources.front() = SourceItem{
      ++last_source_id_,  state_.target.photo, state_.target.face, true, state_.target.labels, 1,
      state_.target.matte};
  for (auto other = std::next(after.sources.begin()); other != after.sources.end(); ++other) {
    other->enabled = false;  // They show the head that is the target's now.
  }
  Push(tr("Exchange Source and Target"), std::move(after));
}

void SwapDocument::SetPhotos(const std::vector<PhotoHandle>& sources,
                             const PhotoHandle& target_photo) {
  DocumentState after = state_;
  after.sources.clear();
  for (const PhotoHandle& photo : sources) {
    after.sources.push_back({++last_source_id_, photo, {}, true, {}});
  }
  after.target = {target_photo, {}, {}, {}};
  Push(tr("Open Photos"), std::move(after), kBringsSources, BeginGesture());
}

void SwapDocument::SetEdits(const EditLayer& layer, TileMap edits, const QString& text,
                            int gesture) {
  DocumentState after = state_;
  EditHandle* place = FindEdits(after, layer);
  const EditHandle before = this->edits(layer);
  const bool is_same = before ? *before == edits : edits.empty();
  if (place == nullptr || is_same) {
    return;
  }
  *place = edits.empty() ? nullptr : std::make_shared<const TileMap>(std::move(edits));
  const std::string key = "edits " + std::to_string(static_cast<int>(layer.kind)) + " " +
                          std::to_string(layer.source_id);
  Push(text, std::move(after), gesture == 0 ? std::string() : key, gesture);
}

EditHandle SwapDocument::edits(const EditLayer& layer) const {
  DocumentState state = state_;
  const EditHandle* found = FindEdits(state, layer);
  return found != nullptr ? *found : nullptr;
}

void SwapDocument::SetFill(const PhotoHandle& photo, ColorTileMap fill, const QString& text) {
  const ColorEditHandle before = state_.target.fill;
  const bool is_same = before ? *before == fill : fill.empty();
  if (photo == nullptr || photo != state_.target.photo || is_same) {
    return;
  }
  DocumentState after = state_;
  after.target.fill =
      fill.empty() ? nullptr : std::make_shared<const ColorTileMap>(std::move(fill));
  Push(text, std::move(after));
}

void SwapDocument::Replace(DocumentState state) {
  for (SourceItem& source : state.sources) {
    source.id = ++last_source_id_;
  }
  undo_stack_.clear();
  Apply(state);
}

void SwapDocument::SetSetting(std::string_view key, double value, int gesture) {
  DocumentState after = state_;
  SetSettingValue(after.settings, key, value);
  Push(tr("Change %1").arg(SettingTitle(key)), std::move(after), std::string(key), gesture);
}

void SwapDocument::SetSettings(const std::vector<SettingValueOf>& values, const QString& text,
                               int gesture) {
  DocumentState after = state_;
  std::string key;
  for (const SettingValueOf& setting : values) {
    SetSettingValue(after.settings, setting.key, setting.value);
    key += setting.key + " ";
  }
  Push(text, std::move(after), gesture == 0 ? std::string() : key, gesture);
}

void SwapDocument::ResetSettings(const std::vector<std::string>& keys) {
  DocumentState after = state_;
  for (const std::string& key : keys) {
    SetSettingValue(after.settings, key, SettingByKey(key).default_value);
  }
  Push(keys.size() == 1 ? tr("Reset %1").arg(SettingTitle(keys.front())) : tr("Reset Settings"),
       std::move(after));
}

void SwapDocument::Push(const QString& text, DocumentState after, std::string merge_key,
                        int gesture) {
  if (SameState(state_, after)) {
    return;
  }
  undo_stack_.push(new ChangeCommand(this, text, std::move(after), std::move(merge_key), gesture));
  KeepWithinBudget();
}

void SwapDocument::SetHistoryBudget(std::size_t bytes) {
  history_budget_ = bytes;
  KeepWithinBudget();
}

const SwapDocument::ChangeCommand& SwapDocument::CommandAt(int index) const {
  return *static_cast<const ChangeCommand*>(undo_stack_.command(index));
}

std::size_t SwapDocument::HistoryBytes() const {
  std::size_t bytes = 0;
  for (int i = 0; i < undo_stack_.index(); ++i) bytes += CommandAt(i).bytes();
  return bytes;
}

void SwapDocument::KeepWithinBudget() {
  std::size_t bytes = HistoryBytes();
  int forgotten = 0;
  while (bytes > history_budget_ && forgotten + 1 < undo_stack_.index()) {
    bytes -= CommandAt(forgotten++).bytes();
  }
  if (forgotten > 0) {
    ForgetOldest(forgotten);
  }
}

void SwapDocument::ForgetOldest(int steps) {
  std::vector<ChangeCommand*> kept;
  for (int i = steps; i < undo_stack_.count(); ++i) kept.push_back(CommandAt(i).Copy());
  const int index = undo_stack_.index() - steps;
  const int clean_index = undo_stack_.cleanIndex() - steps;
  const bool was_clean = undo_stack_.isClean();
  {
    // Nobody needs to see the stack while it is half made.
    const QSignalBlocker blocker(undo_stack_);
    is_renewing_history_ = true;
    undo_stack_.clear();
    undo_stack_.resetClean();
    for (std::size_t i = 0; i <= kept.size(); ++i) {
      if (static_cast<int>(i) == clean_index) undo_stack_.setClean();
      if (i < kept.size()) undo_stack_.push(kept[i]);
    }
    undo_stack_.setIndex(index);
    is_renewing_history_ = false;
  }
  emit undo_stack_.indexChanged(index);
  if (was_clean != undo_stack_.isClean()) {
    emit undo_stack_.cleanChanged(undo_stack_.isClean());
  }
}

void SwapDocument::Apply(const DocumentState& state) {
  if (is_renewing_history_) {
    return;
  }
  const DocumentState before = std::exchange(state_, state);
  ++revision_;
  if (!SameSources(before.sources, state_.sources)) {
    emit SourcesChanged();
  }
  if (!SameTarget(before.target, state_.target)) {
    emit TargetChanged();
  }
  if (!SameSettings(before.settings, state_.settings)) {
    emit SettingsChanged();
  }
  emit Changed();
}

}  // namespace heser
