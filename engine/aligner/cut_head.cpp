#include "engine/aligner/cut_head.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// In face sizes: shorter cuts are strands; what a segment adds at most; the rows below the cut
// whose outline tells its slopes; background beyond the segment.
constexpr double kShortestCut = 0.15;
constexpr double kHighestTop = 0.4;
constexpr double kHighestSide = 0.2;
constexpr double kOutlineFrom = 0.04;
constexpr double kOutlineTo = 0.2;
constexpr double kOutlineStep = 0.02;
constexpr double kMargin = 0.06;
// How deep a column should be to be mirrored, how wide its tone is and over how many rows it
// gives way to the border's. In face sizes.
constexpr double kDeep = 0.2;
constexpr double kTone = 0.06;
constexpr double kFade = 0.12;
// Outlines lean by this much at most: sideways per row.
constexpr double kSteepestLean = 0.5;
constexpr double kWidestFlare = 2;

/// The pictures of a view, turned so that the cut lies above.
struct Pictures {
  ColorImage color;
  LabelMap labels;
  AlphaMap matte;
  Mask exact_matte;  // Empty: none.
};

enum class Side { kTop, kLeft, kRight };

template <typename Image>
Image Turned(const Image& image, Side side, bool back) {
  if (image.empty() || side == Side::kTop) return image;
  Image turned;
  if (side == Side::kLeft) {
    cv::transpose(image, turned);
  } else {
    cv::rotate(image, turned, back ? cv::ROTATE_90_CLOCKWISE : cv::ROTATE_90_COUNTERCLOCKWISE);
  }
  return turned;
}

Pictures Turned(const Pictures& from, Side side, bool back) {
  return {Turned(from.color, side, back), Turned(from.labels, side, back),
          Turned(from.matte, side, back), Turned(from.exact_matte, side, back)};
}

/// Columns [begin, end) of the head in the border's row.
struct Cut {
  int begin = 0;
  int end = 0;
};

std::vector<Cut> FindCuts(const Mask& head, double shortest) {
  std::vector<Cut> cuts;
  for (int x = 0; x < head.cols;) {
    Cut cut{x, x};
    while (cut.end < head.cols && head(0, cut.end) != 0) ++cut.end;
    if (cut.end - cut.begin >= shortest) cuts.push_back(cut);
    x = std::max(cut.end, x + 1);
  }
  return cuts;
}

/// Whether the border's line shows enough of a head for a cut: most photos' does not.
bool MayBeCut(const LabelMap& labels, Side side, double shortest) {
  const LabelMap line = side == Side::kTop    ? labels.row(0)
                        : side == Side::kLeft ? labels.col(0)
                                              : labels.col(labels.cols - 1);
  return cv::countNonZero(MaskOf(line, kHeadLabels)) >= shortest;
}

/// How far the head widens a row, from column `at` of the border on; `outwards` -1: to the left.
double SlopeOf(const Mask& head, int at, int outwards, double face_size) {
  std::vector<double> slopes;
  const int last = std::min(head.rows - 1, cvRound(kOutlineTo * face_size));
  const int step = std::max(1, cvRound(kOutlineStep * face_size));
  for (int y = std::max(1, cvRound(kOutlineFrom * face_size)); y <= last; y += step) {
    int x = at;
    const auto inside = [&](int column) {
      return column >= 0 && column < head.cols && head(y, column) != 0;
    };
    while (inside(x) && inside(x + outwards)) x += outwards;
    while (!inside(x) && x >= 0 && x < head.cols) x -= outwards;
    slopes.push_back(double(outwards * (x - at)) / y);
  }
  if (slopes.empty()) return 0;
  std::nth_element(slopes.begin(), slopes.begin() + std::ptrdiff_t(slopes.size() / 2),
                   slopes.end());
  return slopes[slopes.size() / 2];
}

/// The segment of a circle over a cut, sheared where the outline's sides lean.
struct Segment {
  Cut cut;
  double middle = 0;   // Column at the cut.
  double lean = 0;     // By which the middle moves to the right a row upwards.
  double radius = 0;   // Of the circle,
  double below = 0;    // how far its centre lies below the cut,
  double stretch = 1;  // and its height over the cut as a share of the circle's.

  double height() const { return (radius - below) * stretch; }
  double MiddleAt(double up) const { return middle + lean * up; }
  double HalfWidthAt(double up) const {
    const double on_circle = below + up / stretch;
    return std::sqrt(std::max(0.0, radius * radius - on_circle * on_circle));
  }
};

Segment SegmentOver(const Mask& head, const Cut& cut, double face_size, double highest) {
  const double left = SlopeOf(head, cut.begin, -1, face_size);
  const double right = SlopeOf(head, cut.end - 1, 1, face_size);
  const double half = (cut.end - cut.begin) / 2.0;
  const double flare = std::clamp((left + right) / 2, 0.0, kWidestFlare);
  Segment segment;
  segment.cut = cut;
  segment.middle = (cut.begin + cut.end - 1) / 2.0;
  segment.lean = std::clamp((left - right) / 2, -kSteepestLean, kSteepestLean);
  segment.below = flare * half;
  segment.radius = half * std::sqrt(1 + flare * flare);
  segment.stretch = std::min(1.0, highest / (segment.radius - segment.below));
  return segment;
}

/// Columns of a cut that show one material: hair, headwear or skin.
Label MaterialOf(std::uint8_t label) {
  if (label == static_cast<int>(Label::kHair)) return Label::kHair;
  return label == static_cast<int>(Label::kHeadwear) ? Label::kHeadwear : Label::kSkin;
}

/// What the head looks like over a cut: for each of its columns the column whose rows below the
/// border are mirrored, and how many rows of one material these are.
struct Column {
  Label material = Label::kSkin;
  int own_depth = 1;  // Of the column itself.
  int from = 0;
  int depth = 1;
};

/// Rows of the material from the border down. Of the face only bare skin counts: brows and eyes are
/// not to be mirrored.
int DepthOf(const LabelMap& labels, int x, Label material) {
  int depth = 0;
  while (depth < labels.rows && labels(depth, x) == static_cast<int>(material)) ++depth;
  return std::max(1, depth);
}

/// To and fro within `count` rows or columns: the one that is shown `away` from the first.
int Mirrored(int away, int count) {
  const int last = std::max(1, count - 1);
  const int along = away % (2 * last);
  return std::min(count - 1, along <= last ? along : 2 * last - along);
}

std::vector<Column> ColumnsOf(const LabelMap& labels, const Cut& cut, int wanted_depth) {
  const int count = cut.end - cut.begin;
  std::vector<Column> columns(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    Column& column = columns[static_cast<std::size_t>(i)];
    column.material = MaterialOf(labels(0, cut.begin + i));
    column.own_depth = DepthOf(labels, cut.begin + i, column.material);
    column.from = i;
    column.depth = column.own_depth;
  }
  // Thin strips of hair over a forehead would repeat as stripes: deeper columns beside them are
  // mirrored, sideways, too.
  for (int i = 0; i < count; ++i) {
    Column& column = columns[static_cast<std::size_t>(i)];
    if (column.own_depth >= wanted_depth) continue;
    const auto fits = [&](int at) {
      return at >= 0 && at < count &&
             columns[static_cast<std::size_t>(at)].material == column.material &&
             columns[static_cast<std::size_t>(at)].own_depth >= wanted_depth;
    };
    for (int away = 1; away < count; ++away) {
      const int side = fits(i - away) ? -1 : fits(i + away) ? 1 : 0;
      if (side == 0) continue;
      const int edge = i + side * away;
      int deep = 1;
      while (deep <= away && fits(edge + side * deep)) ++deep;
      column.from = edge + side * Mirrored(away, deep);
      column.depth = columns[static_cast<std::size_t>(column.from)].own_depth;
      break;
    }
  }
  return columns;
}

/// What is painted over one cut.
class Continuation {
 public:
  Continuation(const Segment& segment, const Pictures& seen, double face_size)
      : segment_(segment), seen_(seen), fade_(kFade * face_size) {
    columns_ =
        ColumnsOf(seen.labels, segment.cut, cvCeil(std::min(segment.height(), kDeep * face_size)));
    const int rows = std::min(seen.color.rows, cvCeil((kDeep + 2 * kTone) * face_size) + 1);
    const ColorImage color = seen.color.rowRange(0, rows);
    const Mask solid = MaskAbove(seen.matte.rowRange(0, rows), 0.5);
    const LabelSet hair{Label::kHair, Label::kHeadwear};
    const Mask of_hair = MaskOf(seen.labels.rowRange(0, rows), hair);
    const Mask of_head = MaskOf(seen.labels.rowRange(0, rows), kHeadLabels);
    hair_tone_ = BlurWeighted(color, AlphaOf(of_hair & solid), kTone * face_size);
    skin_tone_ = BlurWeighted(color, AlphaOf(of_head & ~of_hair & solid), kTone * face_size);
  }

  /// The material of a place `up` rows above the border, and its colour.
  Label At(int x, int up, cv::Vec3f& color) const {
    const int count = static_cast<int>(columns_.size());
    const int straight = cvRound(x - segment_.lean * up) - segment_.cut.begin;
    const int i = std::clamp(straight, 0, count - 1);
    const Column& column = columns_[static_cast<std::size_t>(i)];
    color = ColorOf(i, i, column.own_depth, up);
    if (column.from != i) {
      const double deep = std::clamp(2.0 * up / column.own_depth - 1, 0.0, 1.0);
      const cv::Vec3f beside = ColorOf(i, column.from, column.depth, up);
      color += (beside - color) * static_cast<float>(deep);
    }
    return column.material;
  }

 private:
  // Mirrored detail on the tone that the column has at the border: locks and partings that come
  // back as a whole show the mirror.
  cv::Vec3f ColorOf(int own, int from, int depth, int up) const {
    const bool skin = columns_[static_cast<std::size_t>(own)].material == Label::kSkin;
    const cv::Mat3f& tone = skin ? skin_tone_ : hair_tone_;
    const int row = std::min(Mirrored(up - 1, depth), tone.rows - 1);
    const int begin = segment_.cut.begin;
    const auto away = static_cast<float>(from == own ? std::min(1.0, up / fade_) : 1.0);
    return seen_.color(row, begin + from) + (tone(0, begin + own) - tone(row, begin + from)) * away;
  }

  const Segment& segment_;
  const Pictures& seen_;
  double fade_;
  std::vector<Column> columns_;
  cv::Mat3f hair_tone_;  // Of hair and headwear alone,
  cv::Mat3f skin_tone_;  // and of the rest of the head: neither tints the other.
};

/// Paints the segment into `grown`, whose first `added` rows are new.
void Paint(const Segment& segment, const Pictures& seen, int added, double face_size,
           Pictures& grown) {
  const Continuation continuation(segment, seen, face_size);
  for (int row = 0; row < added; ++row) {
    const int up = added - row;
    const double half = segment.HalfWidthAt(up);
    const double middle = segment.MiddleAt(up);
    const int begin = std::max(0, cvFloor(middle - half));
    const int end = std::min(seen.color.cols, cvCeil(middle + half) + 1);
    for (int x = begin; x < end; ++x) {
      const double coverage = std::clamp(half - std::abs(x - middle) + 0.5, 0.0, 1.0);
      if (coverage == 0) continue;
      cv::Vec3f color;
      const Label material = continuation.At(x, up, color);
      for (int c = 0; c < 3; ++c) grown.color(row, x)[c] = std::clamp(color[c], 0.f, 1.f);
      if (coverage >= 0.5) grown.labels(row, x) = static_cast<std::uint8_t>(material);
      grown.matte(row, x) = static_cast<float>(coverage);
    }
  }
}

/// The pictures with the segments over their upper border, if it cuts a head.
std::optional<Pictures> CompletedAbove(const Pictures& seen, double face_size, double highest) {
  const Mask head = MaskOf(seen.labels, kHeadLabels) & MaskAbove(seen.matte, 0.5);
  std::vector<Segment> segments;
  double height = 0;
  for (const Cut& cut : FindCuts(head, kShortestCut * face_size)) {
    segments.push_back(SegmentOver(head, cut, face_size, highest * face_size));
    height = std::max(height, segments.back().height());
  }
  if (segments.empty()) return std::nullopt;
  const int added = cvCeil(height + kMargin * face_size);
  Pictures grown;
  const auto grow = [added](const cv::Mat& from, int border, cv::Mat&& into) {
    cv::copyMakeBorder(from, into, added, 0, 0, 0, border, cv::Scalar::all(0));
    return into;
  };
  grown.color = grow(seen.color, cv::BORDER_REPLICATE, {});
  grown.labels = grow(seen.labels, cv::BORDER_CONSTANT, {});
  grown.matte = grow(seen.matte, cv::BORDER_CONSTANT, {});
  if (!seen.exact_matte.empty())
    grown.exact_matte = grow(seen.exact_matte, cv::BORDER_CONSTANT, {});
  for (const Segment& segment : segments) Paint(segment, seen, added, face_size, grown);
  return grown;
}

}  // namespace

CompletedView CompleteCutHead(const HeadView& view) {
  CompletedView completed{view, {}};
  HeadView& now = completed.view;
  const auto complete = [&](Side side, bool& cut, double highest) {
    if (!cut || !MayBeCut(now.labels, side, kShortestCut * view.face_size())) return 0;
    const Pictures seen =
        Turned(Pictures{now.color, now.labels, now.matte, now.exact_matte}, side, false);
    const std::optional<Pictures> grown = CompletedAbove(seen, view.face_size(), highest);
    if (!grown) return 0;
    const Pictures upright = Turned(*grown, side, true);
    now.color = upright.color;
    now.labels = upright.labels;
    now.matte = upright.matte;
    now.exact_matte = upright.exact_matte;
    cut = false;
    return grown->color.rows - seen.color.rows;
  };
  completed.origin.x = complete(Side::kLeft, now.cut_left, kHighestSide);
  complete(Side::kRight, now.cut_right, kHighestSide);
  completed.origin.y = complete(Side::kTop, now.cut_top, kHighestTop);
  now.mesh.col(0).array() += completed.origin.x;
  now.mesh.col(1).array() += completed.origin.y;
  return completed;
}

}  // namespace heser
