#include "engine/edits/clone_edits.h"

#include <algorithm>
#include <cmath>

#include "engine/edits/edit_rules.h"
#include "engine/edits/tile_walk.h"
#include "engine/edits/view_places.h"

namespace heser {
namespace {

constexpr float kLowestValue = -0.5f;
constexpr float kValueRange = 2;
constexpr float kSteps = 65535;

std::uint16_t Encoded(float share) {
  return static_cast<std::uint16_t>(std::lround(std::clamp(share, 0.f, 1.f) * kSteps));
}

/// The pixels of a box of the photo as the background fill shows them, with what is painted.
ColorImage ShownFill(const CloneSource& source, const ColorTileMap& painted, const cv::Rect& box) {
  ColorImage shown = source.photo.WorkingPixels(box);
  const ViewPlaces places(source.view);
  for (int y = 0; y < box.height; ++y) {
    for (int x = 0; x < box.width; ++x) {
      const cv::Point at(box.x + x, box.y + y);
      cv::Vec3f& color = shown(y, x);
      if (source.view.window.contains(at)) {
        color = source.background_fill(places.ViewY(at.y), places.ViewX(at.x));
      }
      const PaintedColor edit = painted.At(at.x, at.y);
      if (edit.coverage() != 0) color += (DecodedColor(edit) - color) * CoverageOf(edit);
    }
  }
  return shown;
}

/// A colour over what was painted before ("over" of Porter and Duff).
PaintedColor Over(const PaintedColor& below, const cv::Vec3f& color, float coverage) {
  const float kept = CoverageOf(below) * (1 - coverage);
  const float whole = coverage + kept;
  if (whole <= 0) return {};
  return EncodedColor((color * coverage + DecodedColor(below) * kept) * (1 / whole), whole);
}

/// Where coverage is above 0, what change(painted before, place, coverage of 0 to 1) gives.
template <typename Change>
ColorTileMap Changed(const ColorTileMap& before, const TileMap& coverage, double opacity,
                     const cv::Rect& bounds, Change&& change) {
  ColorTileMap after = before;
  for (const auto& [place, covered] : coverage.tiles()) {
    constexpr int side = TileMap::kTileSide;
    const cv::Rect box = cv::Rect(place.first * side, place.second * side, side, side) & bounds;
    if (box.empty()) continue;
    ColorTileMap::Tile& tile = after.Writable(place);
    for (int y = box.y; y < box.br().y; ++y) {
      for (int x = box.x; x < box.br().x; ++x) {
        const std::size_t index = IndexInTile(place, x, y);
        if ((*covered)[index] == 0) continue;
        const auto amount = static_cast<float>(opacity * (*covered)[index] / 255);
        tile[index] = change(tile[index], cv::Point(x, y), amount);
      }
    }
  }
  after.DropEmptyTiles();
  return after;
}

}  // namespace

PaintedColor EncodedColor(const cv::Vec3f& color, float coverage) {
  PaintedColor painted;
  for (int channel = 0; channel < 3; ++channel) {
    painted.values.at(static_cast<std::size_t>(channel)) =
        Encoded((color[channel] - kLowestValue) / kValueRange);
  }
  painted.values[3] = Encoded(coverage);
  return painted.coverage() == 0 ? PaintedColor{} : painted;
}

cv::Vec3f DecodedColor(const PaintedColor& painted) {
  cv::Vec3f color;
  for (int channel = 0; channel < 3; ++channel) {
    color[channel] =
        kLowestValue + kValueRange / kSteps * painted.values.at(static_cast<std::size_t>(channel));
  }
  return color;
}

float CoverageOf(const PaintedColor& painted) { return painted.coverage() / kSteps; }

ColorTileMap Cloned(const CloneSource& source, const ColorTileMap& before, const TileMap& coverage,
                    double opacity, cv::Point offset) {
  const cv::Rect from = (coverage.Bounds() + offset) & source.photo.bounds();
  if (from.empty()) return before;
  const ColorImage shown = ShownFill(source, before, from);
  return Changed(before, coverage, opacity, (from - offset) & source.view.window,
                 [&](const PaintedColor& below, cv::Point at, float amount) {
                   return Over(below, shown(at + offset - from.tl()), amount);
                 });
}

ColorTileMap Unpainted(const ColorTileMap& before, const TileMap& coverage, double opacity) {
  return Changed(before, coverage, opacity, before.Bounds(),
                 [](const PaintedColor& below, cv::Point, float amount) {
                   return EncodedColor(DecodedColor(below), CoverageOf(below) * (1 - amount));
                 });
}

BlendResult WithCloneEdits(const HeadView& target, const BlendResult& blend,
                           const ColorTileMap& edits) {
  BlendResult edited = blend;
  const ViewPlaces places(target);
  const cv::Rect box = places.ViewBox(edits.Bounds());
  if (box.empty()) return edited;
  edited.color = blend.color.clone();
  edited.blend_region = blend.blend_region.clone();
  edited.background_fill = blend.background_fill.clone();
  edited.removed = blend.removed.clone();
  for (int y = box.y; y < box.br().y; ++y) {
    for (int x = box.x; x < box.br().x; ++x) {
      const PaintedColor painted = edits.At(places.X(x), places.Y(y));
      if (painted.coverage() == 0) continue;
      const float coverage = CoverageOf(painted);
      const cv::Vec3f color = DecodedColor(painted);
      const float head = std::min(blend.head_alpha(y, x), 1.f);
      float& region = edited.blend_region(y, x);
      cv::Vec3f& fill = edited.background_fill(y, x);
      // What stands behind the head now: the target, as far as it is not filled anew.
      const float filled = head < 1 ? std::clamp((region - head) / (1 - head), 0.f, 1.f) : 1.f;
      const cv::Vec3f behind = target.color(y, x) + (fill - target.color(y, x)) * filled;
      edited.color(y, x) += (color - behind) * (coverage * (1 - head));
      region = RegionWithClone(region, head, coverage);
      fill += (color - fill) * coverage;
      edited.removed(y, x) = 255;
    }
  }
  return edited;
}

}  // namespace heser
