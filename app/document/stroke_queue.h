#pragma once

#include <QObject>
#include <deque>
#include <functional>
#include <memory>

namespace heser {

/// Strokes that take time to work out: one after the other in threads of their own, each on what
/// the one before has left. Map: TileMap or ColorTileMap. GUI thread only; never waits.
template <typename Map>
class StrokeQueue {
 public:
  using Handle = std::shared_ptr<const Map>;

  struct Stroke {
    std::function<Handle()> current;  ///< What it is painted on, as it is now; null: nothing.
    std::function<Map(const Map& before)> paint;  ///< Called in another thread.
    std::function<void(const Map& painted)> apply;
  };

  /// Both belong to `owner`, in whose thread the strokes are applied.
  explicit StrokeQueue(QObject* owner) : owner_(owner) {}

  /// False until the last stroke is applied.
  bool IsEmpty() const { return strokes_.empty(); }

  void Add(Stroke stroke);

 private:
  void Run();
  void Finish(const Handle& before, const Map& painted);

  QObject* owner_;
  std::deque<Stroke> strokes_;  ///< The first is under way.
};

}  // namespace heser
