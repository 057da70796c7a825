#pragma once

#include <QObject>
#include <QStringList>
#include <QUndoStack>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "app/document/document_state.h"

namespace heser {

/// What a job gets of a document: a value of its own, with the number that says which state it is.
struct SwapSnapshot {
  quint64 revision = 0;
  SwapRequest request;              ///< Of the sources that are switched on.
  std::vector<quint64> source_ids;  ///< In the order of request.sources.
  QStringList source_names;         ///< The same.
  QString target_name;
};

/// One thing that people paint on.
struct EditLayer {
  enum class Kind {
    kTargetLabels,
    kSourceLabels,
    kRegion,
    kFill,  ///< Colours of the background fill.
    kTargetMatte,
    kSourceMatte,
  };
  Kind kind = Kind::kTargetLabels;
  quint64 source_id = 0;  ///< Of kSourceLabels and kSourceMatte.

  bool IsOfSource() const { return kind == Kind::kSourceLabels || kind == Kind::kSourceMatte; }

  bool operator==(const EditLayer&) const = default;
};

/// The truth about one swap: sources, target, settings. Every change goes through a command on the
/// undo stack and gives a new revision; views and jobs follow the signals. GUI thread only.
class SwapDocument : public QObject {
  Q_OBJECT

 public:
  explicit SwapDocument(QObject* parent = nullptr);

  const std::vector<SourceItem>& sources() const { return state_.sources; }
  /// Null if there is none.
  const TargetItem* target() const { return state_.target.photo ? &state_.target : nullptr; }
  const DocumentState& state() const { return state_; }
  const SwapSettings& settings() const { return state_.settings; }
  /// Null if there is no such source.
  const SourceItem* FindSource(quint64 id) const;

  /// Never the same for two states, even after undo: results carry it.
  quint64 revision() const { return revision_; }
  QUndoStack* undo_stack() { return &undo_stack_; }
  const QUndoStack* undo_stack() const { return &undo_stack_; }

  /// How many bytes the steps that can be undone may hold beside the document (see BytesKept). When
  /// they hold more, the oldest steps cannot be undone any more; the latest always can.
  void SetHistoryBudget(std::size_t bytes);
  std::size_t HistoryBytes() const;

  /// True if there is a target and a source that is switched on.
  bool IsSwappable() const;
  SwapSnapshot Snapshot() const;

  /// Each of these is one undo step, or none where nothing changes. Unknown ids change nothing.
  void InsertSources(const std::vector<PhotoHandle>& photos, int index);
  void RemoveSource(quint64 id);
  void MoveSource(quint64 id, int index);
  void SetSourceEnabled(quint64 id, bool enabled);
  /// Switches a source off that turned out to be of no use. That belongs to the step that brought
  /// it, if it is the latest one, so that it is undone with that.
  void LeaveOutSource(quint64 id);
  void SetSourceFace(quint64 id, const FaceChoice& face);
  /// Kept within kSmallestWeight and 1. Changes of one gesture become one undo step.
  void SetSourceWeight(quint64 id, double weight, int gesture = 0);
  /// Has that source lead whatever its pose, in place of what led; 0: the engine chooses.
  void PinSource(quint64 id);
  void SetTarget(const PhotoHandle& photo);
  void RemoveTarget();
  void SetTargetFace(const FaceChoice& face);
  /// The target becomes the first source and that the target. Further sources, which show another
  /// head than the first one now, stay and are switched off.
  void ExchangeSourceAndTarget();
  /// Sets photos of a command line or a drop on an empty window in one step.
  void SetPhotos(const std::vector<PhotoHandle>& sources, const PhotoHandle& target_photo);

  /// What is painted, in place of what was. Changes of one layer that belong to one gesture become
  /// one undo step. An empty map is nothing. Layers of photos that are not there change nothing.
  void SetEdits(const EditLayer& layer, TileMap edits, const QString& text, int gesture);
  /// Null: nothing. Layers of colours have none.
  EditHandle edits(const EditLayer& layer) const;

  /// The same of the colours on the target's background fill. `photo` is what they were painted
  /// for: nothing changes where it is not the target any more.
  void SetFill(const PhotoHandle& photo, ColorTileMap fill, const QString& text);
  ColorEditHandle fill() const { return state_.target.fill; }

  /// Another document, with nothing to undo. Sources get new ids.
  void Replace(DocumentState state);

  /// Throws Error{kWrongUse} for unknown keys and values out of range. Changes of one setting that
  /// belong to one gesture (see BeginGesture) become one undo step.
  void SetSetting(std::string_view key, double value, int gesture);
  /// Several at once, in one undo step.
  struct SettingValueOf {
    std::string key;
    double value = 0;
  };
  void SetSettings(const std::vector<SettingValueOf>& values, const QString& text, int gesture);
  void ResetSettings(const std::vector<std::string>& keys);
  /// A number for a new slider drag or run of wheel steps.
  int BeginGesture() { return ++last_gesture_; }

 signals:
  void SourcesChanged();
  void TargetChanged();
  void SettingsChanged();
  /// After the above, once a change.
  void Changed();

 private:
  class ChangeCommand;

  void Push(const QString& text, DocumentState after, std::string merge_key = {}, int gesture = 0);
  void Apply(const DocumentState& state);
  const ChangeCommand& CommandAt(int index) const;
  void KeepWithinBudget();
  /// Drops the oldest steps, which QUndoStack itself cannot do.
  void ForgetOldest(int steps);

  DocumentState state_;
  QUndoStack undo_stack_;
  std::size_t history_budget_ = std::numeric_limits<std::size_t>::max();
  bool is_renewing_history_ = false;  ///< Commands come and go without effect.
  quint64 revision_ = 1;
  quint64 last_source_id_ = 0;
  int last_gesture_ = 0;
};

}  // namespace heser
