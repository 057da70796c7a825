#include "engine/aligner/head_surface.h"

#include <algorithm>
#include <cmath>

#include <Eigen/LU>
#include <opencv2/imgproc.hpp>

#include "engine/aligner/cut_head.h"
#include "engine/aligner/ear_flaps.h"
#include "engine/aligner/head_alpha.h"
#include "engine/aligner/head_sides.h"
#include "engine/aligner/inflation.h"
#include "engine/aligner/renderer.h"
#include "engine/aligner/skin_rim.h"
#include "engine/analysis/head_border.h"
#include "engine/core/error.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Head frame units (W).
const Eigen::Vector3d kSkullCenter(0, -0.2, 0.5);
const Eigen::Vector3d kSkullRadii(0.6, 0.85, 0.7);
// Nothing of the head is deeper than this share of the skull's depth radius: big hair seen from the
// front would else become a ball. The front is cut off there, the back made flatter as a whole: cut
// off, its edges stand out where a turned head shows them.
constexpr double kDeepest = 1.05;
// The back of the head ends at this height of the head frame, where the nape goes over into the
// neck, unless hair is seen hanging deeper.
constexpr double kNapeEnd = 0.42;
// Behind short hair the back comes forward between these heights, as a skull does to its neck: else
// a turned head ends along a ruler below its ears.
constexpr double kNapeBegin = -0.3;
constexpr double kNapeMeetsEars = 0.2;
// Hair ends just below the ears, and lower by this much in the middle of the nape; the nape is this
// wide to either side. Below is skin.
constexpr double kHairEnd = 0.1;
constexpr double kHairDip = 0.2;
constexpr double kHalfNape = 0.4;
constexpr double kHairlineWidth = 0.06;
// Skin of the nape is an average of the face's over this far, face sizes.
constexpr double kNapeColor = 0.25;
// From this share of the head on, hair beside the face says how deep it hangs behind.
constexpr double kLeastSideHair = 0.03;
constexpr double kDepthOfSideHair = 0.9;

// Lengths in face sizes.
// The surface goes on below the jaw for this far, so that a jaw has skin to turn over.
constexpr double kApron = 0.06;
constexpr double kLeastStep = 2;  // Pixels.
constexpr float kLeastAlpha = 0.02f;
// Pieces of a head are at most this far apart, and what is worked on ends this far from them.
constexpr double kPieceReach = 0.05;
constexpr double kPartMargin = 0.15;
// Below this coverage a pixel shows some of what lies behind it.
constexpr double kUnmixedMatte = 0.95;
constexpr double kShineThrough = 0.05;
// Pixels at the outline that are mixed with the background, and the same for large heads.
constexpr double kMixedPixels = 2;
constexpr double kMixedRim = 0.007;

constexpr LabelSet kNeckSet{Label::kNeck};

/// The skull as seen in this view: x^T A x = 1 around `center`.
struct Skull {
  Eigen::Vector3d center;
  Eigen::Matrix3d form;

  explicit Skull(const Similarity3& view_from_head) : center(view_from_head * kSkullCenter) {
    const Eigen::Matrix3d axes = view_from_head.rotation / view_from_head.scale;
    form = axes * kSkullRadii.cwiseAbs2().cwiseInverse().asDiagonal() * axes.transpose();
  }
  /// z of the plane through the centre that the outline lies in.
  double Equator(double x, double y) const {
    return center.z() -
           (form(2, 0) * (x - center.x()) + form(2, 1) * (y - center.y())) / form(2, 2);
  }
  /// Height of the skull over the equator, 0 beside it.
  double Height(double x, double y) const {
    const Eigen::Vector2d from_center(x - center.x(), y - center.y());
    return std::sqrt(std::max(0.0, (1 - from_center.dot(Outline() * from_center)) / form(2, 2)));
  }
  /// -lap of the squared height over the equator, a squared pixel.
  double Rate() const { return 2 * Outline().trace() / form(2, 2); }

 private:
  /// Of the ellipse that the skull's outline is: x^T A x = 1 around the centre.
  Eigen::Matrix2d Outline() const {
    return form.topLeftCorner<2, 2>() -
           form.topRightCorner<2, 1>() * form.bottomLeftCorner<1, 2>() / form(2, 2);
  }
};

/// The part of a view that the head may reach: around the face and every head label that hangs
/// together with it, found on a reduced label map.
cv::Rect HeadPart(const HeadView& view) {
  constexpr int kReduction = 4;
  LabelMap small;
  const cv::Size size((view.labels.cols + kReduction - 1) / kReduction,
                      (view.labels.rows + kReduction - 1) / kReduction);
  cv::resize(view.labels, small, size, 0, 0, cv::INTER_NEAREST);
  const double fs = view.face_size();
  const cv::Point2d middle = FaceCenter(view.mesh);
  Mask head = MaskOf(small, kHeadLabels | kNeckSet);
  const cv::Rect face(cv::Point2d(middle.x - fs / 2, middle.y - fs / 2) / kReduction,
                      cv::Size2d(fs / kReduction, fs / kReduction));
  cv::rectangle(head, face, 255, cv::FILLED);
  const cv::Rect found =
      cv::boundingRect(LargestPiece(Dilate(head, kPieceReach * fs / kReduction)));
  const int margin = cvCeil(kPartMargin * fs);
  const cv::Rect part(found.x * kReduction - margin, found.y * kReduction - margin,
                      found.width * kReduction + 2 * margin,
                      found.height * kReduction + 2 * margin);
  return part & cv::Rect(cv::Point(), view.labels.size());
}

HeadView CutView(const HeadView& view, const cv::Rect& part) {
  HeadView cut = view;
  cut.color = view.color(part);
  cut.labels = view.labels(part);
  cut.matte = view.matte(part);
  if (!view.exact_matte.empty()) cut.exact_matte = view.exact_matte(part);
  cut.mesh.col(0).array() -= part.x;
  cut.mesh.col(1).array() -= part.y;
  return cut;
}

void MoveSurface(const cv::Point& by, HeadSurface& surface) {
  surface.box += by;
  surface.mesh.col(0).array() += by.x;
  surface.mesh.col(1).array() += by.y;
  surface.view_from_head.translation += Eigen::Vector3d(by.x, by.y, 0);
}

/// Which pixels of the view take part.
struct Region {
  Mask head;  ///< What is solid: this becomes a closed shape.
  AlphaMap alpha;
  Mask own;    ///< Of it, what shows itself and not an ear before it.
  Mask whole;  ///< It and its ears.
  std::vector<EarFlap> ears;
  AlphaMap ear_alpha;
  Mask strands;                 ///< Some alpha outside of it: carried along as a flat rim.
  Mask apron;                   ///< Body just outside of the head, below the eyes.
  Mask body;                    ///< All of the body below the eyes.
  LabelSet bare = kFaceLabels;  ///< Classes that show their own colours at a grazing angle, too.
};

Region FindRegion(const HeadView& view, const FaceMeshModel& model,
                  const HeadSurfaceOptions& options) {
  const LabelSet head_labels = options.with_neck ? kHeadLabels | kNeckSet : kHeadLabels;
  const HeadAlpha head = MakeHeadAlpha(view, head_labels, model);
  Region region;
  region.whole = head.head;
  region.ears = FindEarFlaps(view, head.head, model);
  const PartedHead parted = PartEars(head, region.ears, view.face_size());
  region.head = parted.skull;
  region.alpha = parted.skull_alpha;
  region.own = parted.bare;
  region.ear_alpha = parted.ear_alpha;
  Mask outside;
  cv::bitwise_not(region.head, outside);
  if (options.with_neck) region.bare = kFaceLabels | kNeckSet;
  region.strands = MaskAbove(region.alpha, kLeastAlpha) & outside;
  region.body = MaskOf(view.labels, kBodyLabels) & outside;
  const int eye_line = std::clamp(cvFloor(view.mesh.col(1).mean()), 0, view.labels.rows);
  region.body.rowRange(0, eye_line).setTo(0);
  region.apron = region.body & Dilate(region.head, kApron * view.face_size());
  return region;
}

/// The grid of vertices over the box.
class Grid {
 public:
  Grid(const cv::Rect& box, double step) : box_(box), step_(step) {
    size_ = {static_cast<int>(std::ceil((box.width - 1) / step)) + 1,
             static_cast<int>(std::ceil((box.height - 1) / step)) + 1};
  }
  cv::Size size() const { return size_; }
  double x(int i) const { return box_.x + i * step_; }
  double y(int j) const { return box_.y + j * step_; }

  /// Nearest pixel of a node, in the view.
  cv::Point Pixel(int i, int j) const {
    return {std::min(cvRound(x(i)), box_.x + box_.width - 1),
            std::min(cvRound(y(j)), box_.y + box_.height - 1)};
  }
  Mask Sample(const Mask& view_mask) const {
    Mask nodes(size_);
    for (int j = 0; j < size_.height; ++j) {
      for (int i = 0; i < size_.width; ++i) nodes(j, i) = view_mask(Pixel(i, j));
    }
    return nodes;
  }

 private:
  cv::Rect box_;
  double step_;
  cv::Size size_;
};

/// Hangs the grid's nodes on the face mesh; returns which nodes the face covers and its depth.
Raster CoverByFace(const Grid& grid, const FaceMeshModel& model, const Progress& progress,
                   HeadSurface& surface) {
  std::vector<cv::Vec3f> points(kMeshPointCount);
  for (int i = 0; i < kMeshPointCount; ++i) {
    points[i] = cv::Vec3d((surface.mesh(i, 0) - surface.box.x) / surface.step,
                          (surface.mesh(i, 1) - surface.box.y) / surface.step, surface.mesh(i, 2));
  }
  Raster face = Rasterize(points, model.triangles, cv::Rect(cv::Point(), grid.size()),
                          Culling::kNone, progress);
  const Mask covered = face.triangle >= 0;
  if (cv::countNonZero(covered) == 0) {
    throw Error(ErrorKind::kWrongUse, "head view", "its face lies outside of the picture");
  }
  surface.face_triangles = model.triangles;
  surface.face_distance = DistanceTo(covered) * surface.step;
  const cv::Mat2i nearest = NearestSelected(covered);
  surface.face_triangle.create(grid.size());
  surface.face_weights.create(grid.size());
  for (int j = 0; j < grid.size().height; ++j) {
    for (int i = 0; i < grid.size().width; ++i) {
      const cv::Point at(nearest(j, i)[0], nearest(j, i)[1]);
      surface.face_triangle(j, i) = face.triangle(at);
      surface.face_weights(j, i) = face.weights(at);
    }
  }
  return face;
}

/// Heights of the back made flatter, so that none is above `largest`; but nowhere below the skull.
cv::Mat1f Flattened(const cv::Mat1f& height, double largest, const Grid& grid, const Skull& skull) {
  double highest = 0;
  cv::minMaxLoc(height, nullptr, &highest);
  if (highest <= largest) return height;
  cv::Mat1f flat = height * (largest / highest);
  for (int j = 0; j < flat.rows; ++j) {
    for (int i = 0; i < flat.cols; ++i) {
      const auto bone = static_cast<float>(skull.Height(grid.x(i), grid.y(j)));
      flat(j, i) = std::max(flat(j, i), std::min(height(j, i), bone));
    }
  }
  return flat;
}

cv::Mat1f CappedRoot(const cv::Mat1f& squared, double largest) {
  cv::Mat1f root;
  cv::sqrt(cv::max(cv::min(squared, largest * largest), 0), root);
  return root;
}

void Mark(cv::Mat1b& cells, const Mask& where, InflationCell cell) {
  cells.setTo(static_cast<int>(cell), where);
}

/// Nodes on the picture's left, top or right: there both sheets must meet. At the bottom a head
/// goes on into its neck.
Mask BorderNodes(const Grid& grid, const cv::Rect& box, const cv::Size& picture) {
  Mask border = Mask::zeros(grid.size());
  if (box.x == 0) border.col(0).setTo(255);
  if (box.y == 0) border.row(0).setTo(255);
  if (box.x + box.width == picture.width) border.col(border.cols - 1).setTo(255);
  return border;
}

void RaiseFront(const Region& region, const Grid& grid, const Raster& face, const Skull& skull,
                const Mask& border, const Progress& progress, HeadSurface& surface) {
  const Mask covered = face.triangle >= 0;
  surface.apron_nodes = grid.Sample(region.apron) & ~cv::Mat(covered);
  const Mask solid = grid.Sample(region.head) | surface.apron_nodes | covered;
  InflationProblem problem;
  problem.rate = skull.Rate() * surface.step * surface.step;
  problem.cells = cv::Mat1b(grid.size(), static_cast<std::uint8_t>(InflationCell::kZero));
  Mark(problem.cells, grid.Sample(region.body), InflationCell::kOpen);
  Mark(problem.cells, solid, InflationCell::kFree);
  Mark(problem.cells, covered, InflationCell::kFixed);
  const int last = grid.size().height - 1;
  const Mask cut = solid.row(last) & ~cv::Mat(covered.row(last));
  problem.cells.row(last).setTo(static_cast<int>(InflationCell::kOpen), cut);
  cv::Mat1f face_height = cv::max(surface.equator - face.depth, 0);
  problem.squared = face_height.mul(face_height);

  const double largest = kDeepest * kSkullRadii.z() * surface.view_from_head.scale;
  cv::Mat1f height = CappedRoot(SolveInflation(problem, progress), largest);
  face_height.copyTo(height, covered);
  height.row(last - 1).copyTo(height.row(last), cut);
  cv::GaussianBlur(height, height, {}, 1, 1, cv::BORDER_REPLICATE);
  surface.front = surface.equator - height;
  Mask outside;
  cv::bitwise_not(solid, outside);
  surface.equator.copyTo(surface.front, outside | border);
  // The far cheek of a turned face can lie behind the equator: there the sheets would cross.
  cv::Mat(cv::min(face.depth, surface.equator)).copyTo(surface.front, covered);

  cv::dilate(solid | grid.Sample(region.strands), surface.front_nodes, cv::Mat1b::ones(3, 3));
}

/// Where the equator stands in the head frame at the nodes: x and y, W.
cv::Mat2f HeadPlaces(const Grid& grid, const HeadSurface& surface) {
  const Similarity3 head_from_view = surface.view_from_head.Inverse();
  cv::Mat2f places(grid.size());
  for (int j = 0; j < grid.size().height; ++j) {
    for (int i = 0; i < grid.size().width; ++i) {
      const Eigen::Vector3d place =
          head_from_view * Eigen::Vector3d(grid.x(i), grid.y(j), surface.equator(j, i));
      places(j, i) = cv::Vec2d(place.x(), place.y());
    }
  }
  return places;
}

/// Height in the head frame down to which hair hangs behind the ears.
double HairEnd(const HeadView& view, const Grid& grid, const Mask& head, const cv::Mat2f& places) {
  std::vector<float> side;
  for (int j = 0; j < head.rows; ++j) {
    for (int i = 0; i < head.cols; ++i) {
      const bool hair = view.labels(grid.Pixel(i, j)) == static_cast<int>(Label::kHair);
      if (head(j, i) != 0 && hair && places(j, i)[1] > 0) side.push_back(places(j, i)[1]);
    }
  }
  if (static_cast<double>(side.size()) <= kLeastSideHair * cv::countNonZero(head)) return kHairEnd;
  const auto place = side.begin() + static_cast<std::ptrdiff_t>(
                                        kDepthOfSideHair * static_cast<double>(side.size() - 1));
  std::nth_element(side.begin(), place, side.end());
  return std::max<double>(kHairEnd, *place);
}

/// How much skin the back shows at the nodes: below the hairline of the nape.
AlphaMap NapeSkin(const cv::Mat2f& places, double hair_end) {
  AlphaMap skin(places.size());
  for (int j = 0; j < places.rows; ++j) {
    for (int i = 0; i < places.cols; ++i) {
      const double aside = std::min(1.0, std::abs(places(j, i)[0]) / kHalfNape);
      const double hairline = std::max(hair_end, kHairEnd + kHairDip * (1 - aside * aside));
      skin(j, i) = static_cast<float>(
          std::clamp((places(j, i)[1] - hairline) / kHairlineWidth + 0.5, 0.0, 1.0));
    }
  }
  return skin;
}

/// Share of its depth that the back has at the nodes: short hair follows the nape, long hair hangs.
cv::Mat1f NapeDepth(const cv::Mat2f& places, double hair_end) {
  const double short_hair = std::clamp((kNapeEnd - hair_end) / (kNapeEnd - kHairEnd), 0.0, 1.0);
  cv::Mat1f share(places.size());
  for (int j = 0; j < places.rows; ++j) {
    for (int i = 0; i < places.cols; ++i) {
      const double down =
          std::clamp((places(j, i)[1] - kNapeBegin) / (kNapeMeetsEars - kNapeBegin), 0.0, 1.0);
      share(j, i) = static_cast<float>(1 - short_hair * (1 - std::sqrt(1 - down * down)));
    }
  }
  return share;
}

void RaiseBack(const Region& region, const Grid& grid, const Skull& skull, const Mask& border,
               const cv::Mat2f& places, double hair_end, const Progress& progress,
               HeadSurface& surface) {
  const Mask head = grid.Sample(region.head);
  cv::Mat1f height_in_head;
  cv::extractChannel(places, height_in_head, 1);
  surface.back_nodes = head & cv::Mat(height_in_head < std::max(kNapeEnd, hair_end));

  InflationProblem problem;
  problem.rate = skull.Rate() * surface.step * surface.step;
  problem.cells = cv::Mat1b(grid.size(), static_cast<std::uint8_t>(InflationCell::kZero));
  Mark(problem.cells, surface.back_nodes, InflationCell::kFree);
  problem.squared = cv::Mat1f::zeros(grid.size());
  const double largest = kDeepest * kSkullRadii.z() * surface.view_from_head.scale;
  cv::Mat1f height;
  cv::sqrt(cv::max(SolveInflation(problem, progress), 0), height);
  height = Flattened(height, largest, grid, skull);
  height = height.mul(NapeDepth(places, hair_end));
  height.setTo(0, border);
  height.row(height.rows - 1).setTo(0);
  surface.back = surface.equator + height;
  cv::dilate(surface.back_nodes, surface.back_nodes, cv::Mat1b::ones(3, 3));
  surface.back_nodes &= surface.front_nodes;
}

void PaintSurface(const HeadView& view, const Region& region, const Progress& progress,
                  HeadSurface& surface) {
  const cv::Rect& box = surface.box;
  const ColorImage color = view.color(box);
  const Mask head = region.own(box).clone();
  surface.labels = view.labels(box).clone();
  surface.alpha = region.alpha(box).clone();
  // The few pixels of alpha outside of every head label, and the skull behind ears, belong to the
  // nearest class.
  Mask named = head.clone();
  if (!region.ears.empty()) named.setTo(0, MaskOf(surface.labels, {Label::kEar}));
  const cv::Mat2i nearest = NearestSelected(named);
  surface.labels.forEach([&](std::uint8_t& label, const int* at) {
    const cv::Vec2i& from = nearest(at[0], at[1]);
    if (head(at[0], at[1]) == 0) label = view.labels(from[1] + box.y, from[0] + box.x);
  });
  // A matte below 1 deep inside is its error; near the outline, background shines through.
  const double fs = surface.face_size;
  const Mask clear = MaskAbove(view.matte(box), kUnmixedMatte) | Erode(head, kShineThrough * fs);
  const Mask hair = MaskOf(surface.labels, {Label::kHair, Label::kHeadwear});
  Mask inner = Erode(head, std::max(kMixedPixels, kMixedRim * fs)) & clear;
  const Mask bodies = Mask(view.matte(box) < kLeastAlpha) | MaskOf(view.labels(box), kBodyLabels);
  const Mask others = bodies & ~cv::Mat(Dilate(region.whole(box), kMixedRim * fs));
  const Mask shining = Dilate(ShinesThrough(color, hair & head, head, others, fs),
                              std::max(kMixedPixels, kMixedRim * fs));
  inner.setTo(0, shining & hair);
  surface.color = ExtendColors(color, cv::countNonZero(inner) > 0 ? inner : head, hair);
  progress.Checkpoint();
  LabelMap pure = surface.labels.clone();
  pure.setTo(static_cast<int>(Label::kBackground), shining);
  surface.cover = MakeHeadCover(color, pure, head, fs, progress);
  if (surface.cover.material != Label::kSkin) {
    // Between the spikes goes hair, not a flat colour, and so it does behind ears: what is extended
    // there is half the cheek's.
    const Mask behind_ears = MaskOf(surface.labels, {Label::kHair}) & region.head(box) & ~head;
    surface.color = Mix(surface.color, surface.cover.color,
                        Blur(AlphaOf((shining & hair & head) | behind_ears), 1));
  }
  const Mask solid = head | region.body(box);
  surface.steep =
      Mix(surface.cover.color, WithoutSkinRim(surface.color, surface.labels, inner, solid, fs),
          Blur(AlphaOf(MaskOf(surface.labels, region.bare) & head), 1.5));
}

/// Gives the back of the head its nape.
void PaintNape(const AlphaMap& nape_skin, HeadSurface& surface) {
  const Mask skin = Erode(MaskOf(surface.labels, {Label::kSkin}), kMixedRim * surface.face_size) &
                    MaskAbove(surface.alpha, kUnmixedMatte);
  if (cv::countNonZero(skin) == 0) return;
  AlphaMap amount;
  const double nodes = 1 / surface.step;
  cv::warpAffine(nape_skin, amount, cv::Matx23d(nodes, 0, 0, 0, nodes, 0), surface.color.size(),
                 cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
  const ColorImage tone =
      BlurWeighted(surface.color, AlphaOf(skin), kNapeColor * surface.face_size);
  surface.cover.color = Mix(surface.cover.color, tone, amount);
  surface.cover.skin = MaskAbove(amount, 0.5);
}

}  // namespace

HeadSurface BuildHeadSurface(const HeadView& whole_view, const FaceMeshModel& model,
                             const HeadSurfaceOptions& options, const Progress& progress) {
  options.Check();
  if (whole_view.color.empty() || whole_view.labels.size() != whole_view.color.size() ||
      whole_view.matte.size() != whole_view.color.size()) {
    throw Error(ErrorKind::kWrongUse, "head view", "its pictures differ in size");
  }
  progress.Report(0);
  const CompletedView whole = CompleteCutHead(whole_view);
  const cv::Rect part = HeadPart(whole.view);
  const HeadView view = CutView(whole.view, part);
  HeadSurface surface;
  const auto cut = BorderShares(whole_view, MaskOf(whole_view.labels, kHeadLabels));
  surface.cut = cut[0] + cut[1] + cut[2];
  surface.mesh = view.mesh;
  surface.face_size = view.face_size();
  surface.view_from_head = PhotoFromHead(view.mesh, model);
  surface.step = std::max(kLeastStep, options.grid_step * surface.face_size);
  const Region region = FindRegion(view, model, options);
  progress.Report(0.2);
  surface.box = BoxAround(region.whole | region.strands | region.apron, 2 * surface.step);

  const Grid grid(surface.box, surface.step);
  const Skull skull(surface.view_from_head);
  surface.equator.create(grid.size());
  for (int j = 0; j < grid.size().height; ++j) {
    for (int i = 0; i < grid.size().width; ++i) {
      surface.equator(j, i) = static_cast<float>(skull.Equator(grid.x(i), grid.y(j)));
    }
  }
  const Raster face = CoverByFace(grid, model, progress, surface);
  const Mask border = BorderNodes(grid, surface.box, view.color.size());
  RaiseFront(region, grid, face, skull, border, progress, surface);
  const cv::Mat2f places = HeadPlaces(grid, surface);
  const double hair_end = HairEnd(view, grid, grid.Sample(region.head), places);
  surface.hair_end = hair_end;
  RaiseBack(region, grid, skull, border, places, hair_end, progress, surface);
  progress.Report(0.5);
  PaintSurface(view, region, progress, surface);
  const Mask clear = Erode(region.whole, std::max(kMixedPixels, kMixedRim * surface.face_size));
  BendSides(view, region.ears, surface);
  RaiseEars(view, region.ears, region.ear_alpha, region.head, clear, surface);
  PaintNape(NapeSkin(places, hair_end), surface);
  MoveSurface(part.tl() - whole.origin, surface);
  surface.view_size = whole_view.color.size();
  progress.Report(1);
  return surface;
}

}  // namespace heser
