#include "app/document/stroke_queue.h"

#include <QtConcurrentRun>
#include <utility>

#include "engine/edits/tile_map.h"

namespace heser {

template <typename Map>
void StrokeQueue<Map>::Add(Stroke stroke) {
  strokes_.push_back(std::move(stroke));
  if (strokes_.size() == 1) {
    Run();
  }
}

template <typename Map>
void StrokeQueue<Map>::Run() {
  const Handle before = strokes_.front().current();
  QtConcurrent::run([before, paint = strokes_.front().paint] {
    return paint(before ? *before : Map());
  }).then(owner_, [this, before](const Map& painted) { Finish(before, painted); });
}

template <typename Map>
void StrokeQueue<Map>::Finish(const Handle& before, const Map& painted) {
  if (strokes_.front().current() != before) {
    Run();  // Something was painted, undone or redone meanwhile.
    return;
  }
  const Stroke stroke = std::move(strokes_.front());
  strokes_.pop_front();
  stroke.apply(painted);
  if (!strokes_.empty()) {
    Run();
  }
}

template class StrokeQueue<TileMap>;
template class StrokeQueue<ColorTileMap>;

}  // namespace heser
