#include "engine/aligner/ear_flaps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <Eigen/Geometry>

#include "engine/aligner/head_texture.h"
#include "engine/analysis/face_hull.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// From where an ear joins the face to its rim, W, as far as heads that look into the camera show it
// as ear: the nearest part passes for cheek.
constexpr double kEarLength = 0.2;
// Width of an ellipse by its area over its height.
constexpr double kEllipse = 4 / std::numbers::pi;
// An ear stands off the side of the head by about this much, degrees: which way it leads away
// where it is seen on the far side of a turned head.
constexpr double kStandsOff = 30;
// And the ear as a whole by this much: seen at yaw a its width goes by sin(a + 14.5 degrees) (.13 W
// at 12 degrees, .18 at 22, .25 at 35, .29 at 50; medians of 159 ears).
constexpr double kPlaneStandsOff = 14.5;
// Sines of the angle from which on a turned head's ear is such a plane, and wholly: below it is
// narrower than the skull that is made up behind it.
constexpr double kLeastTurn = 0.17;
constexpr double kWholeTurn = 0.35;
// An ear seen so flatly (share of its length) is no flap to be turned.
constexpr double kEdgeOn = 0.25;
// Depth by place along the ear is limited: what is seen at a grazing angle is a smear when turned.
constexpr double kLargestSlope = 2;
constexpr double kLeastSlope = -1;

// The skull between the ears, head frame units (W): narrower there than above.
const Eigen::Vector3d kSkullCenter(0, -0.2, 0.5);
const Eigen::Vector3d kSkullRadii(0.47, 0.8, 0.65);

// Lengths in face sizes, areas in their squares.
constexpr double kLeastArea = 0.0015;
constexpr double kFarthest = 0.35;
constexpr double kPieceGap = 0.03;
// Concave parts of the outline that are narrower than twice this are the skull behind an ear.
constexpr double kBehindEar = 0.1;
// And the skull goes on this far under an ear: turned away, the ear shows what is between the two.
constexpr double kUnder = 0.035;
// The flap reaches this far over what is around it, so that no slit opens.
constexpr double kOverlap = 0.012;
// An ear is as deep as the head this near to it, on the side of the face.
constexpr double kRoot = 0.02;
constexpr double kOutlineReach = 0.08;

// Where the ears join the mesh: in front of the ear canal, above and below.
constexpr std::array<int, 3> kLeftRoot{234, 127, 93};
constexpr std::array<int, 3> kRightRoot{454, 356, 323};

Eigen::Vector3d RootOf(const FaceMesh& mesh, const std::array<int, 3>& points) {
  Eigen::Vector3d root = Eigen::Vector3d::Zero();
  for (const int i : points) root += mesh.row(i).transpose() / points.size();
  return root;
}

Eigen::Vector2d At(const cv::Point& pixel) { return {pixel.x, pixel.y}; }

/// Those of an ear's pixels behind which the skull is, seen along z.
Mask BeforeSkull(const std::vector<cv::Point>& pixels, const Similarity3& view_from_head,
                 const cv::Size& size) {
  const Eigen::Vector3d center = view_from_head * kSkullCenter;
  const Eigen::Matrix3d axes =
      view_from_head.scale * view_from_head.rotation * kSkullRadii.asDiagonal();
  // An ellipsoid's outline, seen in parallel, is an ellipse.
  const Eigen::Matrix2d outline = (axes * axes.transpose()).topLeftCorner<2, 2>().inverse();
  Mask before = Mask::zeros(size);
  for (const cv::Point& pixel : pixels) {
    const Eigen::Vector2d from = At(pixel) - center.head<2>();
    if (from.dot(outline * from) < 1) before(pixel) = 255;
  }
  return before;
}

/// The ear on one side: `side` is -1 to the viewer's left, 1 to the right. Nothing without one.
std::vector<EarFlap> FlapOf(const Mask& candidates, const Similarity3& view_from_head,
                            const Eigen::Vector3d& root, double side, double face_size) {
  const Mask joined = LargestPiece(Dilate(candidates, kPieceGap * face_size / 2));
  EarFlap flap;
  flap.mask = candidates & joined;
  std::vector<cv::Point> pixels;
  cv::findNonZero(flap.mask, pixels);
  if (static_cast<double>(pixels.size()) < kLeastArea * face_size * face_size) return {};

  const Eigen::Matrix3d& turn = view_from_head.rotation;
  const auto standing_off = [&](double degrees) -> Eigen::Vector3d {
    const double off = degrees * std::numbers::pi / 180;
    return turn * Eigen::Vector3d(side * std::sin(off), 0, std::cos(off));
  };
  const Eigen::Vector3d leads = standing_off(kStandsOff);
  const Eigen::Vector3d up = turn * Eigen::Vector3d(0, -1, 0);
  const double shown = leads.head<2>().norm();
  if (shown < kEdgeOn || up.head<2>().norm() < kEdgeOn) return {};
  const Eigen::Vector2d along = leads.head<2>() / shown;

  const Eigen::Vector2d across(-along.y(), along.x());
  double least = At(pixels[0]).dot(across);
  double most = least;
  Eigen::Vector2d middle = Eigen::Vector2d::Zero();
  for (const cv::Point& pixel : pixels) {
    const double place = At(pixel).dot(across);
    least = std::min(least, place);
    most = std::max(most, place);
    middle += At(pixel) / static_cast<double>(pixels.size());
  }
  if ((middle - root.head<2>()).norm() > kFarthest * face_size) return {};
  const double width = kEllipse * static_cast<double>(pixels.size()) / (most - least + 1);
  const double length = kEarLength * view_from_head.scale;
  const double depth = std::sqrt(std::max(0.0, length * length - width * width));
  const Eigen::Vector3d plane = standing_off(kPlaneStandsOff);
  const double turned =
      std::clamp((-side * turn(2, 0) - kLeastTurn) / (kWholeTurn - kLeastTurn), 0.0, 1.0);
  double slope = std::copysign(depth / width, leads.z());
  if (turned > 0) {
    const double shown_plane = std::max(kEdgeOn / 2, plane.head<2>().dot(along));
    slope += turned * (plane.z() / shown_plane - slope);
  }
  slope = std::clamp(slope, kLeastSlope, kLargestSlope);

  const Eigen::Vector3d normal = Eigen::Vector3d(along.x(), along.y(), slope).cross(up);
  if (std::abs(normal.z()) < kEdgeOn * up.norm()) return {};
  const double x = -normal.x() / normal.z();
  const double y = -normal.y() / normal.z();
  flap.plane = {x, y, root.z() - x * root.x() - y * root.y()};
  flap.middle = {middle.x(), middle.y()};
  flap.leads = {along.x(), along.y()};
  flap.before_skull = BeforeSkull(pixels, view_from_head, candidates.size());
  return {flap};
}

}  // namespace

std::vector<EarFlap> FindEarFlaps(const HeadView& view, const Mask& head,
                                  const FaceMeshModel& model) {
  const Mask ears =
      MaskOf(view.labels, {Label::kEar}) & head & ~FaceHull(view.mesh, view.labels.size());
  if (cv::countNonZero(ears) == 0) return {};
  const Similarity3 view_from_head = PhotoFromHead(view.mesh, model);
  const Eigen::Vector3d left = RootOf(view.mesh, kLeftRoot);
  const Eigen::Vector3d right = RootOf(view.mesh, kRightRoot);
  std::array<Mask, 2> sides{Mask::zeros(ears.size()), Mask::zeros(ears.size())};
  std::vector<cv::Point> pixels;
  cv::findNonZero(ears, pixels);
  for (const cv::Point& pixel : pixels) {
    const bool nearer_left =
        (At(pixel) - left.head<2>()).norm() < (At(pixel) - right.head<2>()).norm();
    sides[nearer_left ? 0 : 1](pixel) = 255;
  }
  std::vector<EarFlap> flaps = FlapOf(sides[0], view_from_head, left, -1, view.face_size());
  for (EarFlap& flap : FlapOf(sides[1], view_from_head, right, 1, view.face_size())) {
    flaps.push_back(std::move(flap));
  }
  return flaps;
}

PartedHead PartEars(const HeadAlpha& head, const std::vector<EarFlap>& ears, double face_size) {
  PartedHead parted{head.head, head.alpha, head.head, AlphaMap(head.alpha.size(), 0.0f)};
  if (ears.empty()) return parted;
  Mask all = Mask::zeros(head.head.size());
  for (const EarFlap& ear : ears) all |= ear.mask;
  // Assigned as an expression it would be written into the pixels shared with the head.
  parted.bare = Mask(head.head & ~all);
  parted.skull = head.head.clone();
  parted.skull_alpha = head.alpha.clone();
  const double overlap = std::max(2.0, kOverlap * face_size);
  for (const EarFlap& ear : ears) {
    const cv::Rect box = BoxAround(ear.mask, (kBehindEar + kOutlineReach) * face_size);
    const Mask bare = parted.bare(box);
    const double reach = kBehindEar * face_size;
    Mask behind = Erode(Dilate(bare, reach), reach) | Dilate(bare, kUnder * face_size);
    behind |= ear.before_skull(box);
    behind &= ear.mask(box);
    const Mask own = head.head(box);
    const Mask of_ear = ear.mask(box);
    Mask skull = own.clone();
    skull.setTo(0, of_ear);
    skull |= behind;
    skull.copyTo(parted.skull(box));

    // Pixels outside of the labelled head belong to what is nearest to them.
    const cv::Mat2i nearest = NearestSelected(own);
    Mask keeps = skull.clone();
    Mask reaches = Dilate(of_ear, overlap) & own;
    for (int y = 0; y < box.height; ++y) {
      for (int x = 0; x < box.width; ++x) {
        if (own(y, x) != 0) continue;
        const cv::Point from(nearest(y, x)[0], nearest(y, x)[1]);
        if (skull(from) != 0) keeps(y, x) = 255;
        if (of_ear(from) != 0) reaches(y, x) = 255;
      }
    }
    AlphaMap skull_alpha = parted.skull_alpha(box);
    cv::multiply(skull_alpha, Blur(AlphaOf(keeps), 1), skull_alpha);
    AlphaMap ear_alpha = parted.ear_alpha(box);
    const AlphaMap part = head.alpha(box).mul(AlphaMap(Blur(AlphaOf(reaches), 1)));
    AlphaMap(cv::max(ear_alpha, part)).copyTo(ear_alpha);
  }
  return parted;
}

namespace {

/// How much deeper than its plane an ear joins the head: mean over the head's nodes along its root.
float RootDepth(const EarFlap& ear, const Mask& skull, const HeadSurface& surface) {
  const double reach = kRoot * surface.face_size + surface.step;
  const cv::Rect box = BoxAround(ear.mask, reach + 1) & surface.box;
  const Mask near = Dilate(ear.mask(box), reach) & skull(box) & ~cv::Mat(ear.mask(box));
  double sum = 0;
  int count = 0;
  for (int j = 0; j < surface.front.rows; ++j) {
    for (int i = 0; i < surface.front.cols; ++i) {
      const cv::Point2d at(surface.box.x + i * surface.step, surface.box.y + j * surface.step);
      const cv::Point pixel(cvRound(at.x), cvRound(at.y));
      if (!box.contains(pixel) || near(pixel - box.tl()) == 0) continue;
      if ((at - ear.middle).dot(ear.leads) > 0) continue;
      sum += surface.front(j, i) - ear.plane.dot({at.x, at.y, 1});
      ++count;
    }
  }
  return count == 0 ? 0.0f : static_cast<float>(sum / count);
}

}  // namespace

void RaiseEars(const HeadView& view, const std::vector<EarFlap>& ears, const AlphaMap& ear_alpha,
               const Mask& skull, const Mask& clear, HeadSurface& surface) {
  if (ears.empty()) return;
  EarSheet& sheet = surface.ears;
  const cv::Rect& box = surface.box;
  const cv::Size size = surface.front.size();
  const double fs = surface.face_size;
  sheet.alpha = ear_alpha(box).clone();
  sheet.color = ColorImage::zeros(box.size());
  sheet.own = Mask::zeros(box.size());
  // What of an ear lies on the face mesh stays there; another photo's ear does not fit it.
  sheet.under = MaskOf(surface.labels, {Label::kEar});
  sheet.z = ScalarImage::zeros(size);
  sheet.nodes = Mask::zeros(size);
  for (const EarFlap& ear : ears) {
    const cv::Rect part =
        (BoxAround(ear.mask, (kOverlap + kOutlineReach) * fs + 2 * surface.step)) & box;
    const Mask shown = MaskAbove(ear_alpha(part), 0);
    const Mask known = clear(part) & Dilate(ear.mask(part), 2 * kOverlap * fs);
    const ColorImage color =
        ExtendColors(view.color(part), cv::countNonZero(known) > 0 ? known : ear.mask(part),
                     Mask(part.size(), std::uint8_t{0}));
    const Mask reach = Dilate(shown, 2 * surface.step);
    color.copyTo(sheet.color(part - box.tl()), reach);
    const float begins = RootDepth(ear, skull, surface);
    const auto depth_at = [&](int i, int j) {
      return begins + static_cast<float>(
                          ear.plane.dot({box.x + i * surface.step, box.y + j * surface.step, 1}));
    };
    const auto pixel_of = [&](int i, int j) {
      return cv::Point(cvRound(box.x + i * surface.step), cvRound(box.y + j * surface.step));
    };
    Mask nodes = Mask::zeros(size);
    float sunk = 0;
    for (int j = 0; j < size.height; ++j) {
      for (int i = 0; i < size.width; ++i) {
        const cv::Point pixel = pixel_of(i, j);
        if (!part.contains(pixel) || reach(pixel - part.tl()) == 0) continue;
        nodes(j, i) = 255;
        if (skull(pixel) != 0 && ear.mask(pixel) != 0) {
          sunk = std::max(sunk, depth_at(i, j) - surface.equator(j, i));
        }
      }
    }
    // Along its root the ear lies on the skull, from there on it leads away; where the skull would
    // bulge through it, it is pushed back.
    for (int j = 0; j < size.height; ++j) {
      for (int i = 0; i < size.width; ++i) {
        if (nodes(j, i) == 0) continue;
        const cv::Point pixel = pixel_of(i, j);
        const float plane = depth_at(i, j);
        float& front = surface.front(j, i);
        float z = plane - sunk;
        if (skull(pixel) != 0) z = std::max(z, std::min(front, plane));
        if (skull(pixel) != 0 && ear.mask(pixel) != 0) front = std::max(front, z);
        sheet.z(j, i) = z;
      }
    }
    sheet.nodes |= nodes;
    sheet.own(part - box.tl()) |= ear.mask(part);
    sheet.under(part - box.tl()) |= ear.mask(part) & skull(part);
  }
}

}  // namespace heser
