#pragma once

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "app/document/document_state.h"
#include "app/jobs/picture_conversion.h"
#include "app/jobs/result_pictures.h"

namespace heser {

/// What is painted on the masks of one photo.
struct HeadEdits {
  EditHandle labels;
  EditHandle matte;
};

/// What is painted on blend region and background fill.
struct SceneEdits {
  EditHandle region;
  ColorEditHandle fill;
};

/// A head as an engine run found it, and what its masks were painted over with then.
struct SeenHead {
  std::shared_ptr<const HeadView> unpainted;  ///< Null: not known, there are no patches.
  HeadEdits edits;
};

/// Pictures of all that was painted, undone or redone since an engine run, tile by tile: they take
/// the place of what that run's overlay shows there, so that the screen need not wait for the next
/// run. The latest ones are kept, and only tiles that change are drawn anew. GUI thread only.
class PaintPatches {
 public:
  using List = std::vector<PlacedPicture>;

  List OfLabels(const SeenHead& seen, const HeadEdits& now, const HiddenClasses& hidden);
  List OfMatte(const SeenHead& seen, const HeadEdits& now);
  /// Of a result with a blend, else none; `seen` is what its request had.
  List OfRegion(const SwapResult& result, const SceneEdits& seen, const SceneEdits& now);
  List OfFill(const SwapResult& result, const SceneEdits& seen, const SceneEdits& now);

 private:
  enum class Kind { kNone, kLabels, kMatte, kRegion, kFill };
  /// What a tile was drawn of: held, so that no other takes its address.
  using TileState = std::array<std::shared_ptr<const void>, 2>;
  /// What all patches have in common.
  struct Basis {
    Kind kind = Kind::kNone;
    std::weak_ptr<const void> masks;
    HiddenClasses hidden;

    bool operator==(const Basis& other) const;
  };
  struct Patch {
    TileState tiles;
    PlacedPicture picture;
  };

  /// `draw` gets a box of the view.
  List Update(const Basis& basis, const HeadView& view, const std::set<TileMap::Place>& changed,
              const std::function<TileState(TileMap::Place)>& state_of,
              const std::function<QImage(const cv::Rect&)>& draw);

  Basis basis_;
  std::map<TileMap::Place, Patch> patches_;
};

}  // namespace heser
