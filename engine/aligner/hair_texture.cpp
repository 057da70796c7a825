#include "engine/aligner/hair_texture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Confidence (AlignedHead) of hair that pieces are taken from, and of hair that gets them.
constexpr float kSeen = 0.4f;
constexpr float kUnseen = 0.2f;
// Shares of a squared face size: less unseen hair is not noticed.
constexpr double kLeastUnseen = 0.05;
// Locks are narrower than this, light and shade wider; face sizes.
constexpr double kLockWidth = 0.07;
constexpr float kLargestDetail = 0.3f;
// Mixed pixels at the outline are no hair to take, face sizes.
constexpr double kOutline = 0.012;
// The flat rim of the front before the back's outline is narrower than this, face sizes.
constexpr double kRim = 0.02;
// Width of the fringe that made up hair ends in, face sizes; how far beyond unseen hair it reaches,
// pixels; how much strands that are lighter than their surroundings reach further out.
constexpr double kFringe = 0.012;
constexpr double kFringeReach = 4;
constexpr double kFringeContrast = 4;
// Rim light reaches this far in, face sizes; more than this factor of the middle hair's light is
// its doing.
constexpr double kRimLight = 0.06;
constexpr float kMostLight = 1.25f;
// It fades out over this far, face sizes.
constexpr double kRimLightFade = 0.1;
// Pieces are squares of these sides, face sizes, and overlap by this share of it: the largest that
// the hair is wide enough for.
constexpr std::array<double, 4> kPieces{0.2, 0.14, 0.1, 0.073};
constexpr double kOverlap = 0.4;
// So many pieces are compared for each place; they are compared in every third pixel.
constexpr int kTrials = 80;
constexpr int kStride = 3;
// A piece from another height of the head lies in another direction: cost of one face size, in
// squared differences of detail.
constexpr double kHeightCost = 0.01;

struct HairAreas {
  Mask hair;
  Mask seen;
  Mask unseen;
};

HairAreas FindAreas(const AlignedHead& head, const cv::Rect& box, double face_size) {
  HairAreas areas;
  areas.hair = MaskOf(head.labels(box), {Label::kHair}) & MaskAbove(head.alpha(box), 0.5);
  const Mask solid = areas.hair & MaskAbove(head.alpha(box), 0.97);
  areas.seen = Erode(solid & MaskAbove(head.confidence(box), kSeen), kOutline * face_size);
  const Mask made_up = areas.hair & Mask(head.confidence(box) <= kUnseen);
  const double rim = kRim * face_size;
  const Mask broad = Dilate(Erode(areas.hair & ~cv::Mat(made_up), rim), rim);
  areas.unseen = areas.hair & Dilate(made_up, rim) & ~cv::Mat(broad);
  return areas;
}

/// Top left corners of the squares that lie in seen hair; the largest squares there are.
struct Pieces {
  int side = 0;
  std::vector<cv::Point> corners;
};

Pieces FindPieces(const Mask& seen, double face_size) {
  constexpr int kEnough = 50;
  Pieces pieces;
  for (const double side : kPieces) {
    pieces.side = std::max(3, cvRound(side * face_size));
    const cv::Mat square = cv::Mat::ones(pieces.side, pieces.side, CV_8U);
    Mask corners;
    cv::erode(seen, corners, square, {0, 0}, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::findNonZero(corners, pieces.corners);
    if (static_cast<int>(pieces.corners.size()) >= kEnough) return pieces;
  }
  pieces.corners.clear();
  return pieces;
}

/// Efros and Freeman, SIGGRAPH 2001, with steep cross-fades for their cuts.
class Quilt {
 public:
  Quilt(const ColorImage& detail, const HairAreas& areas, const Pieces& pieces, double face_size)
      : detail_(detail), areas_(areas), pieces_(pieces), face_size_(face_size) {
    sum_ = ColorImage::zeros(detail.size());
    total_ = AlphaMap::zeros(detail.size());
    detail.copyTo(sum_, areas.seen);
    total_.setTo(1, areas.seen);
  }

  ColorImage Make(const Progress& progress) {
    const int step = std::max(1, cvRound(pieces_.side * (1 - kOverlap)));
    const cv::Rect hole = cv::boundingRect(areas_.unseen);
    for (int y = hole.y - step / 2; y < hole.br().y; y += step) {
      progress.Checkpoint();
      for (int x = hole.x - step / 2; x < hole.br().x; x += step) {
        const cv::Rect place(x, y, pieces_.side, pieces_.side);
        const cv::Rect inside = place & cv::Rect(cv::Point(), detail_.size());
        if (inside.empty() || cv::countNonZero(areas_.unseen(inside)) == 0) continue;
        Lay(place, BestPiece(place));
      }
    }
    ColorImage texture = ColorImage::zeros(detail_.size());
    for (int y = 0; y < texture.rows; ++y) {
      for (int x = 0; x < texture.cols; ++x) {
        if (total_(y, x) > 0) texture(y, x) = sum_(y, x) / total_(y, x);
      }
    }
    return texture;
  }

 private:
  double Cost(const cv::Rect& place, cv::Point from) const {
    double sum = 0;
    int count = 0;
    const cv::Rect inside = place & cv::Rect(cv::Point(), detail_.size());
    for (int y = inside.y; y < inside.br().y; y += kStride) {
      for (int x = inside.x; x < inside.br().x; x += kStride) {
        if (total_(y, x) <= 0) continue;
        const cv::Vec3f there = sum_(y, x) / total_(y, x);
        const cv::Vec3f off = there - detail_(from.y + y - place.y, from.x + x - place.x);
        sum += off.dot(off);
        ++count;
      }
    }
    const double height = (from.y - place.y) / face_size_;
    return (count > 0 ? sum / count : 0) + kHeightCost * height * height;
  }

  cv::Point BestPiece(const cv::Rect& place) {
    cv::Point best = pieces_.corners.front();
    double least = std::numeric_limits<double>::max();
    for (int i = 0; i < kTrials; ++i) {
      const cv::Point corner = pieces_.corners[static_cast<std::size_t>(
          random_.uniform(0, static_cast<int>(pieces_.corners.size())))];
      const double cost = Cost(place, corner);
      if (cost < least) {
        least = cost;
        best = corner;
      }
    }
    return best;
  }

  void Lay(const cv::Rect& place, cv::Point from) {
    const cv::Rect inside = place & cv::Rect(cv::Point(), detail_.size());
    const double half = (place.width + 1) / 2.0;
    for (int y = inside.y; y < inside.br().y; ++y) {
      for (int x = inside.x; x < inside.br().x; ++x) {
        if (areas_.unseen(y, x) == 0) continue;
        const double dx = 1 - std::abs(x - place.x + 1 - half) / half;
        const double dy = 1 - std::abs(y - place.y + 1 - half) / half;
        const auto weight = static_cast<float>(std::pow(dx * dy, 4) + 1e-6);
        sum_(y, x) += weight * detail_(from.y + y - place.y, from.x + x - place.x);
        total_(y, x) += weight;
      }
    }
  }

  const ColorImage& detail_;
  const HairAreas& areas_;
  const Pieces& pieces_;
  double face_size_;
  cv::RNG random_{977};
  ColorImage sum_;
  AlphaMap total_;
};

/// Light from behind shines on the outline of seen hair; carried round, the whole back would shine.
void TakeOffRimLight(const ColorImage& color, const HairAreas& areas, double face_size,
                     ColorImage& shade) {
  const Mask inner = Erode(areas.seen, kRimLight * face_size);
  if (cv::countNonZero(inner) == 0) return;
  const ScalarImage seen_light = Luminance(color);
  std::vector<float> light;
  for (int y = 0; y < inner.rows; ++y) {
    for (int x = 0; x < inner.cols; ++x) {
      if (inner(y, x) != 0) light.push_back(seen_light(y, x));
    }
  }
  const auto middle = light.begin() + static_cast<std::ptrdiff_t>(light.size() / 2);
  std::nth_element(light.begin(), middle, light.end());
  const float most = kMostLight * *middle;
  const ScalarImage shade_light = Luminance(shade);
  const ScalarImage far = DistanceTo(areas.seen) / (kRimLightFade * face_size);
  for (int y = 0; y < shade.rows; ++y) {
    for (int x = 0; x < shade.cols; ++x) {
      if (shade_light(y, x) <= most) continue;
      const float amount = std::min(1.0f, far(y, x));
      shade(y, x) *= 1 + (most / shade_light(y, x) - 1) * amount;
    }
  }
}

/// The outline of made up hair is as smooth as its surface: strands that end before it, as the
/// texture has them, make it hair.
void RaggedOutline(const ColorImage& texture, const Mask& unseen, double face_size,
                   AlphaMap alpha) {
  Mask outside;
  cv::bitwise_not(MaskAbove(alpha, 0.5), outside);
  // The picture's border is no outline.
  if (cv::countNonZero(outside) == 0) return;
  const ScalarImage depth = DistanceTo(outside) / (kFringe * face_size);
  const AlphaMap amount = Blur(AlphaOf(Dilate(unseen, kFringeReach)), 1.5);
  for (int y = 0; y < alpha.rows; ++y) {
    for (int x = 0; x < alpha.cols; ++x) {
      if (amount(y, x) <= 0 || depth(y, x) > 1) continue;
      const double light = cv::sum(texture(y, x))[0] / 3;
      const auto strands =
          static_cast<float>(std::clamp(2 * depth(y, x) - 0.3 + kFringeContrast * light, 0.0, 1.0));
      alpha(y, x) = std::min(alpha(y, x), 1 + (strands - 1) * amount(y, x));
    }
  }
}

}  // namespace

void TextureUnseenHair(AlignedHead& head, const Progress& progress) {
  if (head.box.empty()) return;
  const double face_size = FaceSize(head.mesh);
  // With some of what lies around, so that the outline is seen.
  const cv::Rect around(head.box.tl() - cv::Point(1, 1), head.box.br() + cv::Point(1, 1));
  const cv::Rect box = around & cv::Rect(cv::Point(), head.alpha.size());
  const HairAreas areas = FindAreas(head, box, face_size);
  if (cv::countNonZero(areas.unseen) < kLeastUnseen * face_size * face_size) return;
  const Pieces pieces = FindPieces(areas.seen, face_size);
  if (pieces.corners.empty()) return;
  ColorImage color = head.color(box);
  const double sigma = kLockWidth * face_size;
  ColorImage detail = ColorImage::zeros(color.size());
  cv::subtract(color, BlurWeighted(color, AlphaOf(areas.seen), sigma), detail, areas.seen);
  detail = cv::max(cv::min(cv::Mat(detail), cv::Scalar::all(kLargestDetail)),
                   cv::Scalar::all(-kLargestDetail));
  const ColorImage texture = Quilt(detail, areas, pieces, face_size).Make(progress);
  ColorImage shade = BlurWeighted(color, AlphaOf(areas.hair), sigma);
  TakeOffRimLight(color, areas, face_size, shade);
  AlphaMap amount = Blur(AlphaOf(areas.unseen), 1.5);
  amount = amount.mul(AlphaOf(areas.hair));
  ColorImage(Mix(color, shade + texture, amount)).copyTo(color);
  RaggedOutline(texture, areas.unseen, face_size, head.alpha(box));
  head.labels.setTo(0, Mask(head.alpha <= 0));
  head.box = cv::boundingRect(Mask(head.alpha > 0));
}

}  // namespace heser
