#pragma once

#include <QtGlobal>
#include <vector>

#include "app/document/loaded_photo.h"
#include "engine/pipeline/swap_pipeline.h"

namespace heser {

/// What was painted by hand, shared by all states that have it in common; null: nothing.
using EditHandle = std::shared_ptr<const TileMap>;
using ColorEditHandle = std::shared_ptr<const ColorTileMap>;

/// A source photo and what is said of it.
struct SourceItem {
  quint64 id = 0;  ///< Stays the same through reordering, undo and redo.
  PhotoHandle photo;
  FaceChoice face;
  bool enabled = true;
  EditHandle labels;    ///< See LabelEdit.
  double weight = 1;    ///< How much it counts among several, kSmallestWeight to 1.
  EditHandle matte;     ///< See WithMatteEdits.
  bool pinned = false;  ///< See PhotoFace::pinned. At most one is.
};
/// Less than this is what switching a source off is for.
inline constexpr double kSmallestWeight = 0.05;

struct TargetItem {
  PhotoHandle photo;  ///< Null: there is no target.
  FaceChoice face;
  EditHandle labels;     ///< See LabelEdit.
  EditHandle region;     ///< See WithRegionEdits.
  ColorEditHandle fill;  ///< See WithCloneEdits.
  EditHandle matte;      ///< See WithMatteEdits.
};

/// All that a document says, as a value. Photos are shared, so that a copy costs nothing that
/// counts and undo steps may keep one.
struct DocumentState {
  std::vector<SourceItem> sources;
  TargetItem target;
  SwapSettings settings;
};

/// What the engine is to do: the sources that are switched on, the target if there is one, the
/// settings.
SwapRequest RequestOf(const DocumentState& state);

/// The number of the face that a choice means; the largest where none was chosen.
int FaceNumber(const FaceChoice& choice);

bool SameFaceChoice(const FaceChoice& a, const FaceChoice& b);
bool SameSources(const std::vector<SourceItem>& a, const std::vector<SourceItem>& b);
bool SameTarget(const TargetItem& a, const TargetItem& b);
bool SameState(const DocumentState& a, const DocumentState& b);
/// The same photos with the same faces chosen, in the same order.
bool SamePhotos(const std::vector<PhotoFace>& a, const std::vector<PhotoFace>& b);
/// True if both give the same result; for which look is not compared.
bool SameRequest(const SwapRequest& a, const SwapRequest& b);

}  // namespace heser
