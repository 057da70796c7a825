#include "engine/analysis/lip_fit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "engine/analysis/lip_rims.h"
#include "engine/core/labels.h"

namespace heser {
namespace {

// Columns are read from above the upper lip to below the lower one, heights of the mouth.
constexpr double kBeyond = 0.3;
constexpr int kSamples = 81;
// Both lips are seen in a column from this many samples on.
constexpr int kFewestSamples = 3;
constexpr int kFewestColumns = 6;
// Moves are shares of the mouth's height, corner columns aside.
constexpr double kLargestMove = 0.35;
// Of narrower mouths labels say less than the mesh, pixels.
constexpr double kLeastWidth = 16;
// Rims that coincide have no inside; share of the distance that the mesh draws.
constexpr double kLeastGap = 0.05;
// The line between closed lips is looked for this far beyond the labels' strip.
constexpr double kLineReach = 0.04;

// Labels draw closed lips up to .15 mouth widths apart (the lower lip's upper side, the deeper in
// dark lips). Up to this gap, teeth tell: less red than this share of the lips' redness, hardly
// darker than the brighter lip, and so high in the mean, mouth widths. Of 147 portraits 2 of 50
// closed mouths pass for open ones, and 13 of 97 open ones, most of them hardly so, for closed
// ones.
constexpr double kSureGap = 0.16;
constexpr double kTeethRedness = 0.4;
constexpr double kTeethBrightness = 0.9;
constexpr double kLeastTeeth = 0.006;
constexpr double kBlack = 0.02;

// Where labels do not show the lips: the mesh draws closed ones with a gap of about .04 mouth
// widths; from the second width on they are open.
constexpr double kClosedGap = 0.045;
constexpr double kOpenGap = 0.09;

using Vector = Eigen::RowVector3d;

/// What lies at one place of a column.
struct Sample {
  Label label = Label::kBackground;
  double brightness = 0;  ///< Luma.
  double redness = 0;     ///< Red above green, against the luma.
};

/// From above the upper lip to below the lower one.
using Column = std::array<Sample, kSamples>;

/// Places of the inner rims in one column, as shares of the way from the upper outer rim to the
/// lower one.
struct Opening {
  double upper = 0;
  double lower = 0;
};

double MouthWidth(const FaceMesh& mesh) {
  return (mesh.row(mesh_point::kMouthLeft) - mesh.row(mesh_point::kMouthRight)).norm();
}

Vector Way(const FaceMesh& mesh, int column) {
  return mesh.row(kLowerLipRims.back()[column]) - mesh.row(kUpperLipRims.back()[column]);
}

double PlaceOnWay(const FaceMesh& mesh, int column, int point) {
  const Eigen::RowVector2d way = Way(mesh, column).head<2>();
  const Eigen::RowVector2d away =
      (mesh.row(point) - mesh.row(kUpperLipRims.back()[column])).head<2>();
  return away.dot(way) / std::max(way.squaredNorm(), 1e-9);
}

Opening OfMesh(const FaceMesh& mesh, int column) {
  return {PlaceOnWay(mesh, column, kUpperLipRims.front()[column]),
          PlaceOnWay(mesh, column, kLowerLipRims.front()[column])};
}

double PlaceOfSample(double sample) {
  return (1 + 2 * kBeyond) * (sample / (kSamples - 1)) - kBeyond;
}

double SampleOfPlace(double place) {
  return (place + kBeyond) / (1 + 2 * kBeyond) * (kSamples - 1);
}

Column ReadColumn(const ColorImage& picture, const LabelMap& labels, const FaceMesh& mesh,
                  int number) {
  const Vector start = mesh.row(kUpperLipRims.back()[number]);
  const Vector way = Way(mesh, number);
  Column column;
  for (int k = 0; k < kSamples; ++k) {
    const Vector at = start + PlaceOfSample(k) * way;
    const cv::Point pixel(cvRound(at.x()), cvRound(at.y()));
    if (!cv::Rect({}, labels.size()).contains(pixel)) continue;
    const cv::Vec3f& color = picture(pixel);
    const double luma = 0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2];
    column[k] = {static_cast<Label>(labels(pixel)), luma, (color[0] - color[1]) / (luma + kBlack)};
  }
  return column;
}

/// The border above which most samples of positive votes lie and below which most negative ones.
double Border(const std::array<int, kSamples>& votes) {
  int sum = 0;
  int best = 0;
  int border = 0;
  for (int k = 0; k < kSamples; ++k) {
    sum += votes[k];
    if (sum > best) {
      best = sum;
      border = k + 1;
    }
  }
  return PlaceOfSample(border - 0.5);
}

/// Nothing where the column does not show both lips or they lie far from where the mesh has them.
std::optional<Opening> OfLabels(const Column& column, const Opening& drawn) {
  std::array<int, kSamples> upper{};
  std::array<int, kSamples> lower{};
  int upper_count = 0;
  int lower_count = 0;
  for (int k = 0; k < kSamples; ++k) {
    const bool in_upper = column[k].label == Label::kUpperLip;
    const bool in_lower = column[k].label == Label::kLowerLip;
    if (!in_upper && !in_lower && column[k].label != Label::kInnerMouth) continue;
    upper[k] = in_upper ? 1 : -1;
    lower[k] = in_lower ? -1 : 1;
    upper_count += in_upper ? 1 : 0;
    lower_count += in_lower ? 1 : 0;
  }
  if (upper_count < kFewestSamples || lower_count < kFewestSamples) return {};
  Opening seen{Border(upper), Border(lower)};
  seen.lower = std::max(seen.lower, seen.upper);
  if (std::abs(seen.upper - drawn.upper) > kLargestMove) return {};
  if (std::abs(seen.lower - drawn.lower) > kLargestMove) return {};
  return seen;
}

double MedianOf(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

using Columns = std::array<Column, kRimPoints>;
using Openings = std::array<std::optional<Opening>, kRimPoints>;

/// Whether the mouth is open.
bool IsOpen(const Columns& columns, const Openings& openings, const FaceMesh& mesh) {
  std::vector<double> upper;
  std::vector<double> lower;
  std::vector<double> redness;
  std::vector<Sample> inside;
  double widest = 0;
  for (int i = 0; i < kRimPoints; ++i) {
    if (!openings[i]) continue;
    widest = std::max(widest, (openings[i]->lower - openings[i]->upper) * Way(mesh, i).norm());
    for (int k = 0; k < kSamples; ++k) {
      const Sample& sample = columns[i][k];
      const double place = PlaceOfSample(k);
      if (place > openings[i]->upper && place < openings[i]->lower) {
        inside.push_back(sample);
      } else if (sample.label == Label::kUpperLip || sample.label == Label::kLowerLip) {
        (sample.label == Label::kUpperLip ? upper : lower).push_back(sample.brightness);
        redness.push_back(sample.redness);
      }
    }
  }
  const double gap = widest / std::max(MouthWidth(mesh), 1e-9);
  if (gap > kSureGap) return true;
  const double bright =
      kTeethBrightness * std::max(MedianOf(std::move(upper)), MedianOf(std::move(lower)));
  const double red = kTeethRedness * MedianOf(std::move(redness));
  const auto teeth = std::ranges::count_if(inside, [&](const Sample& sample) {
    return sample.redness < red && sample.brightness > bright;
  });
  const double share =
      static_cast<double>(teeth) / std::max(1.0, static_cast<double>(inside.size()));
  return share * gap > kLeastTeeth;
}

/// Closed lips meet where it is darkest between them.
double PlaceOfLine(const Column& column, const Opening& strip) {
  const int first = std::clamp(cvFloor(SampleOfPlace(strip.upper - kLineReach)), 0, kSamples - 1);
  const int last = std::clamp(cvCeil(SampleOfPlace(strip.lower + kLineReach)), 0, kSamples - 1);
  const auto darkest = std::ranges::min_element(column.begin() + first, column.begin() + last + 1,
                                                {}, &Sample::brightness);
  return PlaceOfSample(static_cast<double>(darkest - column.begin()));
}

using Moves = std::array<Vector, kRimPoints>;
using KnownMoves = std::array<std::optional<Vector>, kRimPoints>;

/// Columns that are not known are filled in from their neighbours, and all smoothed along the
/// mouth.
Moves Completed(const KnownMoves& known) {
  Moves whole;
  for (int i = 0; i < kRimPoints; ++i) {
    int left = i;
    int right = i;
    while (left >= 0 && !known[left]) --left;
    while (right < kRimPoints && !known[right]) ++right;
    if (left < 0) {
      whole[i] = *known[right];
    } else if (right >= kRimPoints) {
      whole[i] = *known[left];
    } else {
      const double share = left < right ? static_cast<double>(i - left) / (right - left) : 0;
      whole[i] = (1 - share) * *known[left] + share * *known[right];
    }
  }
  Moves smooth = whole;
  for (int i = 1; i + 1 < kRimPoints; ++i) {
    smooth[i] = 0.25 * whole[i - 1] + 0.5 * whole[i] + 0.25 * whole[i + 1];
  }
  return smooth;
}

Vector Median(const Moves& moves) {
  Vector median;
  for (int axis = 0; axis < 3; ++axis) {
    std::vector<double> values;
    values.reserve(moves.size());
    for (const Vector& move : moves) values.push_back(move[axis]);
    median[axis] = MedianOf(std::move(values));
  }
  return median;
}

/// The inner rims by their own moves, the outer ones with the mouth as a whole, in shares between.
FaceMesh Moved(const FaceMesh& mesh, Moves upper, Moves lower) {
  Moves both;
  for (int i = 0; i < kRimPoints; ++i) both[i] = (upper[i] + lower[i]) / 2;
  // No column crosses the corners, which both rims share.
  for (const int corner : {0, kRimPoints - 1}) upper[corner] = lower[corner] = both[corner];
  const Vector whole = Median(both);
  FaceMesh moved = mesh;
  const auto move_lip = [&](const std::array<Rim, 4>& rims, const Moves& inner) {
    for (std::size_t r = 0; r < rims.size(); ++r) {
      const double share = 1 - static_cast<double>(r) / static_cast<double>(rims.size() - 1);
      for (int i = 0; i < kRimPoints; ++i) {
        const int point = rims[r][i];
        moved.row(point) = Vector(mesh.row(point)) + whole + share * (inner[i] - whole);
      }
    }
  };
  move_lip(kUpperLipRims, upper);
  move_lip(kLowerLipRims, lower);
  return moved;
}

/// The inner rims drawn together to `share` of their distance.
FaceMesh WithGap(const FaceMesh& mesh, double share) {
  Moves upper;
  Moves lower;
  for (int i = 0; i < kRimPoints; ++i) {
    upper[i] = mesh.row(kLowerLipRims.front()[i]) - mesh.row(kUpperLipRims.front()[i]);
    upper[i] *= (1 - share) / 2;
    lower[i] = -upper[i];
  }
  return Moved(mesh, upper, lower);
}

/// Closes lips that the mesh draws closed.
FaceMesh WithClosedGap(const FaceMesh& mesh) {
  double widest = 0;
  for (int i = 0; i < kRimPoints; ++i) {
    const Vector gap = mesh.row(kLowerLipRims.front()[i]) - mesh.row(kUpperLipRims.front()[i]);
    widest = std::max(widest, gap.norm());
  }
  const double gap = widest / std::max(MouthWidth(mesh), 1e-9);
  const double open = std::clamp((gap - kClosedGap) / (kOpenGap - kClosedGap), 0.0, 1.0);
  return WithGap(mesh, std::max(open, kLeastGap));
}

}  // namespace

FaceMesh FitLips(const FaceMesh& mesh, const ColorImage& picture, const LabelMap& labels) {
  Columns columns;
  Openings openings;
  for (int i = 1; i + 1 < kRimPoints; ++i) {
    columns[i] = ReadColumn(picture, labels, mesh, i);
    openings[i] = OfLabels(columns[i], OfMesh(mesh, i));
  }
  const auto known = [](const auto& opening) { return opening.has_value(); };
  if (MouthWidth(mesh) < kLeastWidth || std::ranges::count_if(openings, known) < kFewestColumns) {
    return WithClosedGap(mesh);
  }
  const bool is_open = IsOpen(columns, openings, mesh);
  KnownMoves upper;
  KnownMoves lower;
  for (int i = 0; i < kRimPoints; ++i) {
    if (!openings[i]) continue;
    Opening drawn = OfMesh(mesh, i);
    Opening seen = *openings[i];
    if (!is_open) {
      seen.upper = seen.lower = PlaceOfLine(columns[i], seen);
      drawn.upper = drawn.lower = (drawn.upper + drawn.lower) / 2;
    }
    upper[i] = (seen.upper - drawn.upper) * Way(mesh, i);
    lower[i] = (seen.lower - drawn.lower) * Way(mesh, i);
  }
  const FaceMesh fitted = Moved(mesh, Completed(upper), Completed(lower));
  return is_open ? fitted : WithGap(fitted, kLeastGap);
}

}  // namespace heser
