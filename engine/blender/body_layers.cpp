#include "engine/blender/body_layers.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/blender/bare_shoulders.h"
#include "engine/blender/body_outline.h"
#include "engine/blender/jaw_gap.h"
#include "engine/blender/neck_area.h"
#include "engine/blender/neck_colors.h"
#include "engine/blender/neck_contour.h"
#include "engine/blender/neck_limit.h"
#include "engine/blender/seen_islands.h"
#include "engine/blender/trinkets.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Background near a person carries its glow and fine hair.
constexpr double kHaloMargin = 0.02;
// Strands tint the clothing beside hair.
constexpr double kClothingRim = 0.02;
constexpr float kAnyPerson = 0.03f;
constexpr float kPerson = 0.5f;
constexpr int kFewestKnown = 30;
// A top of the body this near to what is removed may be only what hair left of it in sight.
constexpr double kHiddenTop = 0.05;
// Where the shoulders are seen on one side only they are mirrored, this far from what is seen.
constexpr double kMirrorDistance = 0.08;
// A collar lies this near to the neck, face sizes.
constexpr double kCollarReach = 0.1;
// How far shoulders rise towards the neck where nobody sees them, ever steeper, over which distance
// from it. More makes wings of clothing.
constexpr double kShoulderRise = 0.07;
constexpr double kShoulderRun = 0.25;
constexpr double kShoulderSigma = 0.02;
// Borders between layers bend no more sharply than this.
constexpr double kBorderSigma = 0.025;
// Pieces of neck of this radius within clothing are label noise.
constexpr double kSpeckOfSkin = 0.03;
constexpr float kForbidden = 1e5f;

struct Anchor {
  int x;
  double y;
};

// Height of the anchors at every column: linear between them, level beyond.
std::vector<float> Interpolate(std::vector<Anchor> anchors, int width) {
  std::sort(anchors.begin(), anchors.end(),
            [](const Anchor& a, const Anchor& b) { return a.x < b.x; });
  std::vector<float> line(static_cast<std::size_t>(width));
  std::size_t next = 0;
  for (int x = 0; x < width; ++x) {
    while (next < anchors.size() && anchors[next].x < x) ++next;
    double y;
    if (next == 0) {
      y = anchors.front().y;
    } else if (next == anchors.size()) {
      y = anchors.back().y;
    } else {
      const Anchor& a = anchors[next - 1];
      const Anchor& b = anchors[next];
      y = a.y + (b.y - a.y) * (x - a.x) / std::max(1, b.x - a.x);
    }
    line[static_cast<std::size_t>(x)] = static_cast<float>(y);
  }
  return line;
}

struct Collar {
  bool found = false;
  bool sure = false;  // Away from what is removed.
  Anchor top{0, 0};
};

// Where clothing begins beside the neck on one side.
Collar FindCollar(const Mask& near_hull, const Mask& near_removed, int begin, int end) {
  constexpr std::size_t kTopmost = 10;
  std::vector<cv::Point> top;
  for (int y = 0; y < near_hull.rows && top.size() < kTopmost; ++y) {
    for (int x = begin; x < end; ++x) {
      if (near_hull(y, x) != 0) top.emplace_back(x, y);
    }
  }
  Collar collar;
  if (top.size() < kTopmost) return collar;
  cv::Point2d mean;
  std::size_t unsure = 0;
  for (const auto& point : top) {
    mean += cv::Point2d(point) / double(top.size());
    if (near_removed(point) != 0) ++unsure;
  }
  collar.found = true;
  collar.sure = unsure * 2 < top.size();
  collar.top = {cvRound(mean.x), mean.y};
  return collar;
}

// The collar's top on both sides. Where one side is hidden by hair the other says how high it is;
// where both are, the higher one is right: hair only ever hides the upper part.
void AddCollars(const Mask& clothing, const NeckShape& neck, const Mask& near_removed, double size,
                std::vector<Anchor>& anchors) {
  const Mask& hull = neck.area;
  if (cv::countNonZero(hull) == 0) return;
  Mask outside;
  cv::bitwise_not(hull, outside);
  const Mask near_hull = clothing & Dilate(hull, kCollarReach * size) & outside;
  const int middle = cvRound((neck.left + neck.right) / 2);
  Collar left = FindCollar(near_hull, near_removed, 0, middle);
  Collar right = FindCollar(near_hull, near_removed, middle, hull.cols);
  const auto mirror = [&](const Collar& collar) {
    Collar mirrored = collar;
    mirrored.top.x = 2 * middle - collar.top.x;
    return mirrored;
  };
  const auto better = [](const Collar& a, const Collar& b) {
    if (a.found != b.found) return a.found;
    if (a.sure != b.sure) return a.sure;
    return a.top.y < b.top.y;
  };
  const bool both_sure = left.found && right.found && left.sure && right.sure;
  if (!both_sure && better(left, right)) right = mirror(left);
  if (!both_sure && better(right, left)) left = mirror(right);
  for (const Collar& collar : {left, right}) {
    if (!collar.found) continue;
    anchors.push_back(collar.top);
    if (collar.sure) continue;
    // Nobody has seen this corner: shoulders rise towards the neck.
    const bool is_left = collar.top.x < middle;
    const int edge = cvRound(is_left ? neck.left : neck.right);
    const int outward = is_left ? -1 : 1;
    constexpr int kSteps = 6;
    for (int i = 0; i <= kSteps; ++i) {
      const double away = static_cast<double>(i) / kSteps;
      const double rise = kShoulderRise * (1 - away) * (1 - away);
      anchors.push_back(
          {edge + cvRound(outward * kShoulderRun * away * size), collar.top.y - rise * size});
    }
  }
}

// The top of neck and clothing at every column; below the picture where no body is known.
std::vector<float> ShoulderLine(const TargetRegions& regions, const NeckShape& neck,
                                const FaceMesh& mesh) {
  const Mask& hull = neck.area;
  const int width = hull.cols;
  const int height = hull.rows;
  const double size = FaceSize(mesh);
  const Mask near_removed = Dilate(regions.removed, std::max(1.0, kHiddenTop * size));
  const cv::Rect hull_box = cv::boundingRect(hull);
  std::vector<int> top(static_cast<std::size_t>(width), height);
  std::vector<bool> seen(static_cast<std::size_t>(width), false);
  std::vector<Anchor> anchors;
  for (int x = 0; x < width; ++x) {
    for (int y = 0; y < height; ++y) {
      if (regions.clothing(y, x) != 0 || (regions.neck(y, x) != 0 && hull(y, x) == 0)) {
        top[x] = y;
        break;
      }
    }
    const bool beside_neck = hull_box.empty() || x < hull_box.x || x >= hull_box.x + hull_box.width;
    seen[x] = top[x] < height && near_removed(top[x], x) == 0 && beside_neck;
    if (seen[x]) anchors.push_back({x, double(top[x])});
  }
  const std::vector<Anchor> visible = anchors;
  const double axis = mesh(mesh_point::kChin, 0);
  for (int x = 0; x < width; ++x) {
    const int mirrored = cvRound(2 * axis - x);
    if (seen[x] || mirrored < 0 || mirrored >= width || !seen[mirrored]) continue;
    const bool far = std::all_of(visible.begin(), visible.end(), [&](const Anchor& anchor) {
      return std::abs(anchor.x - x) > kMirrorDistance * size;
    });
    if (far) anchors.push_back({x, double(top[mirrored])});
  }
  AddCollars(regions.clothing, neck, near_removed, size, anchors);
  if (anchors.empty()) {
    return std::vector<float>(static_cast<std::size_t>(width), static_cast<float>(height));
  }
  const std::vector<float> line = Interpolate(anchors, width);
  const cv::Mat1f row(1, width, const_cast<float*>(line.data()));
  const cv::Mat1f smooth = Blur(row, kShoulderSigma * size);
  return {smooth.begin(), smooth.end()};
}

// What a removed pixel stands on: the first layer that is seen below it. What hangs over background
// is no shoulder, whatever the line says, and over bare skin there is no clothing. The lower border
// counts as any body.
constexpr std::uint8_t kAnyBody = 255;
cv::Mat1b FirstBelow(const TargetRegions& regions, const Mask& known_background, double speck) {
  const Mask skin = Dilate(Erode(regions.neck, speck), speck);
  cv::Mat1b first(regions.removed.size());
  std::vector<std::uint8_t> below(static_cast<std::size_t>(first.cols), kAnyBody);
  for (int y = first.rows - 1; y >= 0; --y) {
    for (int x = 0; x < first.cols; ++x) {
      std::uint8_t& now = below[static_cast<std::size_t>(x)];
      if (regions.removed(y, x) == 0) {
        if (regions.clothing(y, x) != 0) now = kClothingLayer;
        if (skin(y, x) != 0) now = kNeckLayer;
        if (known_background(y, x) != 0) now = kBackgroundLayer;
      }
      first(y, x) = now;
    }
  }
  return first;
}

std::array<Mask, kFillLayerCount> KnownPixels(const TargetRegions& regions, const AlphaMap& matte,
                                              double size) {
  const Mask body = regions.clothing | regions.neck;
  Mask kept;
  cv::bitwise_not(regions.removed, kept);
  const auto background_away = [&](float person, double margin) {
    Mask away;
    cv::bitwise_not(Dilate(MaskAbove(matte, person) | body | regions.head, margin), away);
    return Mask(away & kept);
  };
  std::array<Mask, kFillLayerCount> known;
  known[kBackgroundLayer] = background_away(kAnyPerson, kHaloMargin * size);
  if (cv::countNonZero(known[kBackgroundLayer]) < kFewestKnown) {
    known[kBackgroundLayer] = background_away(kPerson, 0);
  }
  known[kClothingLayer] =
      Erode(regions.clothing, 1) & ~Dilate(regions.removed, kClothingRim * size);
  // A jacket of which long hair leaves only slivers is a jacket all the same.
  if (cv::countNonZero(known[kClothingLayer]) < kFewestKnown)
    known[kClothingLayer] = regions.clothing & kept;
  known[kNeckLayer] = Erode(regions.neck, std::max(1.0, kNeckRim * size)) & kept;
  if (cv::countNonZero(known[kNeckLayer]) < kFewestKnown) known[kNeckLayer] = regions.neck & kept;
  for (Mask& mask : known) {
    if (cv::countNonZero(mask) < kFewestKnown) mask = 0;
  }
  return known;
}

// Below the chin a hidden pixel shows the layer that is seen on the body's other side. The neck's
// own shape is known better.
void TakeOtherSide(const TargetRegions& regions, const Mask& neck,
                   const std::vector<float>& shoulders, const FaceMesh& mesh, BodyLayers& layers) {
  std::array<Mask, kFillLayerCount> other;
  for (int i = 0; i < kFillLayerCount; ++i) {
    other[i] = Mirrored(layers.known[i], *layers.mirror, cv::INTER_NEAREST);
  }
  for (int y = std::max(0, cvRound(mesh(mesh_point::kChin, 1))); y < neck.rows; ++y) {
    for (int x = 0; x < neck.cols; ++x) {
      if (regions.removed(y, x) == 0 || neck(y, x) != 0) continue;
      for (int i = 0; i < kFillLayerCount; ++i) {
        if (other[i](y, x) == 0) continue;
        if (i == kNeckLayer && float(y) < shoulders[static_cast<std::size_t>(x)]) continue;
        layers.layer(y, x) = static_cast<std::uint8_t>(i);
        if (i != kBackgroundLayer) layers.mirrored(y, x) = 255;
      }
    }
  }
}

// Within its crop the completer says what was hidden.
void TakeCompletion(const BodyCompleter& completer, const TargetRegions& regions,
                    const NeckShape& neck, const FaceMesh& mesh, const FaceMesh& new_mesh,
                    BodyLayers& layers) {
  const cv::Matx23d crop_from_picture = BodyCropFromPicture(mesh);
  const cv::Mat3f completed = completer.Complete(SeeBody(regions, mesh));
  const auto in_picture = [&](const cv::Mat& crop, int interpolation) {
    cv::Mat picture;
    cv::warpAffine(crop, picture, crop_from_picture, regions.removed.size(),
                   interpolation | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT);
    return picture;
  };
  const cv::Mat3f shares = in_picture(completed, cv::INTER_CUBIC);
  const Mask reached = in_picture(Mask(completed.size(), std::uint8_t{255}), cv::INTER_NEAREST);
  const double chin = mesh(mesh_point::kChin, 1);
  const NeckLimit limit(neck, mesh, new_mesh);
  const bool turned = neck.turn >= kTrimmedTurn;
  const cv::Rect box = cv::boundingRect(neck.area);
  const auto may_be_neck = [&](int y, int x) {
    if (turned && y >= box.y && y < box.br().y) return neck.area(y, x) != 0;
    return limit.Allows(y, x);
  };
  std::array<bool, kFillLayerCount> has_colors{};
  for (int i = 0; i < kFillLayerCount; ++i) {
    has_colors[i] = cv::countNonZero(i == kNeckLayer ? layers.neck_colors : layers.known[i]) > 0;
  }
  for (int y = 0; y < shares.rows; ++y) {
    for (int x = 0; x < shares.cols; ++x) {
      if (regions.removed(y, x) == 0 || reached(y, x) == 0) continue;
      std::uint8_t layer = layers.layer(y, x);
      // It has never seen the neck that stands behind a head.
      const bool behind = neck.turn > 0 && neck.area(y, x) != 0;
      if (behind && y < chin && layer == kNeckLayer) continue;
      float largest = 0;
      for (int i = 0; i < kFillLayerCount; ++i) {
        bool possible = has_colors[i];
        if (i == kNeckLayer) possible = possible && may_be_neck(y, x);
        if (i == kBackgroundLayer) possible = possible && !(turned && behind);
        if (i == kClothingLayer) possible = possible && neck.bare(y, x) == 0;
        if (!possible || shares(y, x)[i] <= largest) continue;
        largest = shares(y, x)[i];
        layer = static_cast<std::uint8_t>(i);
      }
      if (layers.layer(y, x) != layer) layers.mirrored(y, x) = 0;
      layers.layer(y, x) = layer;
    }
  }
}

// Below clothing, and below skin this far under the chin, stands no background until
// some is seen: bodies have no holes. The completer's crop ends before long hair does, and it has
// never seen bodies that sit askew.
constexpr double kChest = 0.5;
void CloseBody(const TargetRegions& regions, const Mask& known_background, const cv::Mat1b& below,
               const FaceMesh& mesh, cv::Mat1b& layer) {
  const double size = FaceSize(mesh);
  const int speck = cvRound(kSpeckOfSkin * size);
  const double chest = mesh(mesh_point::kChin, 1) + kChest * size;
  for (int x = 0; x < layer.cols; ++x) {
    int run = 0;  // Of body pixels, one below the other.
    bool covered = false;
    for (int y = 0; y < layer.rows; ++y) {
      const bool removed = regions.removed(y, x) != 0;
      const bool clothing = removed ? layer(y, x) == kClothingLayer : regions.clothing(y, x) != 0;
      const bool skin = removed ? layer(y, x) == kNeckLayer : regions.neck(y, x) != 0;
      const bool body = clothing || (skin && y > chest);
      run = body ? run + 1 : 0;
      if (run > speck) covered = true;
      if (known_background(y, x) != 0) covered = false;
      if (removed && covered && layer(y, x) == kBackgroundLayer &&
          below(y, x) != kBackgroundLayer) {
        layer(y, x) = kClothingLayer;
      }
    }
  }
}

// Pieces of clothing behind the head that hang on none that is seen are a shoulder's mistaken ends
// if they are smaller than this (square face sizes).
constexpr double kStrayClothing = 0.1;

// Leaves no such piece: within the neck's shape neck goes on, elsewhere background.
void DropStrayClothing(const TargetRegions& regions, const Mask& neck, const FaceMesh& mesh,
                       BodyLayers& layers) {
  const double size = FaceSize(mesh);
  const Mask clothing = (layers.layer == kClothingLayer) & regions.removed;
  const Mask seen = Dilate(layers.known[kClothingLayer], kClothingRim * size + 2);
  cv::Mat1i pieces;
  cv::Mat1i facts;
  cv::Mat centers;
  const int count = cv::connectedComponentsWithStats(clothing, pieces, facts, centers, 8, CV_32S);
  std::vector<bool> held(static_cast<std::size_t>(count), false);
  for (int y = 0; y < pieces.rows; ++y) {
    for (int x = 0; x < pieces.cols; ++x) {
      // Below the picture bodies go on.
      if (seen(y, x) != 0 || y + 1 == pieces.rows)
        held[static_cast<std::size_t>(pieces(y, x))] = true;
    }
  }
  for (int y = 0; y < pieces.rows; ++y) {
    for (int x = 0; x < pieces.cols; ++x) {
      const int piece = pieces(y, x);
      if (piece == 0 || held[static_cast<std::size_t>(piece)]) continue;
      if (facts(piece, cv::CC_STAT_AREA) > kStrayClothing * size * size) continue;
      layers.layer(y, x) = neck(y, x) != 0 ? kNeckLayer : kBackgroundLayer;
    }
  }
}

// Gives every removed pixel the layer that most of its surroundings have: labels are ragged where
// hair lay on clothing, and so would be the collar.
void SmoothBorders(cv::Mat1b& layer, const Mask& removed, double sigma) {
  std::array<AlphaMap, kFillLayerCount> share;
  for (int i = 0; i < kFillLayerCount; ++i) {
    share[i] = Blur(AlphaOf(cv::Mat(layer == i)), sigma);
  }
  for (int y = 0; y < layer.rows; ++y) {
    for (int x = 0; x < layer.cols; ++x) {
      if (removed(y, x) == 0) continue;
      for (int i = 0; i < kFillLayerCount; ++i) {
        if (share[i](y, x) > share[layer(y, x)](y, x)) layer(y, x) = static_cast<std::uint8_t>(i);
      }
    }
  }
}

}  // namespace

BodyLayers AssignBodyLayers(const ColorImage& color, const TargetRegions& given,
                            const AlphaMap& matte, const FaceMesh& mesh, const FaceMesh& new_mesh,
                            const Mask& new_head, const BodyCompleter* completer) {
  BodyLayers layers;
  const double size = FaceSize(mesh);
  // Single hairs hide nothing: what stands behind them is as known as what is beside them.
  TargetRegions labelled = given;
  if (!given.strands.empty()) labelled.removed = Mask(given.removed & ~given.strands);
  TargetRegions regions = labelled;
  // Masks of their own: an expression alone would be written into what `labelled` shares.
  regions.neck = Mask(labelled.neck | labelled.bare_skin);
  regions.clothing = Mask(labelled.clothing & ~labelled.bare_skin);
  layers.known = KnownPixels(regions, matte, size);
  layers.neck_colors = NeckColors(color, regions, layers.known[kNeckLayer], mesh);
  for (int i = 0; i < kFillLayerCount; ++i) layers.distance[i] = DistanceTo(layers.known[i]);
  const NeckShape neck = FindNeckShape(labelled, mesh, new_mesh, new_head);
  layers.turn = neck.turn;
  const Mask& hull = neck.area;
  const std::vector<float> shoulders = ShoulderLine(labelled, neck, mesh);
  const cv::Mat1b below = FirstBelow(regions, layers.known[kBackgroundLayer],
                                     std::max(1.0, kSpeckOfSkin * FaceSize(mesh)));
  layers.layer = cv::Mat1b(regions.removed.size());
  for (int y = 0; y < hull.rows; ++y) {
    for (int x = 0; x < hull.cols; ++x) {
      float cost[kFillLayerCount];
      for (int i = 0; i < kFillLayerCount; ++i) cost[i] = layers.distance[i](y, x);
      if (regions.removed(y, x) != 0) {
        const bool on_body = below(y, x) != kBackgroundLayer &&
                             static_cast<float>(y) > shoulders[static_cast<std::size_t>(x)];
        const bool on_skin = on_body && below(y, x) == kNeckLayer;
        if (on_body) cost[kBackgroundLayer] += kForbidden;
        if (!on_body || on_skin || neck.bare(y, x) != 0) cost[kClothingLayer] += kForbidden;
        const bool in_neck = hull(y, x) != 0;
        if (!in_neck && !on_skin) {
          cost[kNeckLayer] += 2 * kForbidden;
        } else if (!in_neck || cost[kNeckLayer] < 1.5f * layers.distance[kClothingLayer](y, x)) {
          cost[kNeckLayer] = 0;
        }
      }
      layers.layer(y, x) =
          static_cast<std::uint8_t>(std::min_element(cost, cost + kFillLayerCount) - cost);
    }
  }
  layers.mirror = FindBodyMirror(color, regions, layers.known[kBackgroundLayer], mesh);
  layers.mirrored = Mask(regions.removed.size(), std::uint8_t{0});
  if (layers.mirror) TakeOtherSide(regions, hull, shoulders, mesh, layers);
  if (completer != nullptr) TakeCompletion(*completer, labelled, neck, mesh, new_mesh, layers);
  JoinSides(color, labelled, mesh, layers.layer);
  CloseBody(regions, layers.known[kBackgroundLayer], below, mesh, layers.layer);
  KeepShoulders(labelled, below == kBackgroundLayer, mesh, layers);
  LayBareShoulders(labelled, hull, mesh, layers);
  ClotheShoulders(color, labelled, mesh, layers);
  SmoothHiddenBorders(regions, mesh, layers);
  DropStrayClothing(regions, hull, mesh, layers);
  SmoothBorders(layers.layer, regions.removed, kBorderSigma * FaceSize(mesh));
  CloseJawGap(new_head, regions.removed, new_mesh, layers.layer);
  if (!given.strands.empty()) {
    layers.layer.setTo(kBackgroundLayer, given.strands);
    layers.layer.setTo(kClothingLayer, regions.clothing & given.strands);
    layers.layer.setTo(kNeckLayer, regions.neck & given.strands);
    // Their own pixels say nothing of its colours.
    regions.removed = given.removed;
    layers.known = KnownPixels(regions, matte, size);
    for (int i = 0; i < kFillLayerCount; ++i) layers.distance[i] = DistanceTo(layers.known[i]);
    layers.neck_colors = NeckColors(color, regions, layers.known[kNeckLayer], mesh);
  }
  FillSeenIslands(regions, size, layers);
  const Mask& clothing = layers.known[kClothingLayer];
  layers.clothing_colors = Mask(clothing & ~FindTrinkets(color, clothing, size));
  return layers;
}

}  // namespace heser
