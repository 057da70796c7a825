#include "engine/analysis/hair_pieces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Faces of this size, pixels, show enough of colours and pieces.
constexpr double kWorkingFace = 200;

// Lengths in face sizes, areas in square ones.
// Looked at from this far above the chin down: further up, rims of hair in hard light would pass
// for what is beside them.
constexpr double kAboveChin = 0.1;
constexpr double kLookedAt = kAboveChin + 0.05;
// Inside of hair this far from its border it surely shows hair, and others this far from theirs.
constexpr double kHairDepth = 0.04;
constexpr double kOtherDepth = 0.02;
// Others count this near to the hair.
constexpr double kNearHair = 0.8;
// Single strands and threads are no pieces.
constexpr double kColorBlur = 0.004;
constexpr double kScoreBlur = 0.01;
// A piece lies at its own kind if no gap is wider, and is this large; one that lies apart larger.
constexpr double kGap = 0.02;
constexpr double kLeastPiece = 0.002;
constexpr double kLeastApart = 0.006;
// Hair that hangs together with the rest by such a piece alone goes with it up to this size.
constexpr double kLargestCutOff = 0.01;

// Colours are told apart in steps of 5 (CIE Lab), and known from so many pixels on.
constexpr int kLightSteps = 20;
constexpr int kColorSteps = 24;
constexpr float kStep = 5;
constexpr int kLeastPixels = 300;
// A colour of less than this share is as rare as one that was not seen.
constexpr float kRare = 1e-4F;
// Natural logarithms of how much more often others have a colour than hair: what a pixel says at
// most, what a piece needs in its middle, and what it reaches to.
constexpr float kMostSaid = 5;
constexpr float kSure = 2;
constexpr float kEdge = 1.3F;
constexpr float kSureMatte = 0.9F;
constexpr float kNoMatte = 0.05F;

/// How often colours occur, smoothed over neighbouring ones.
class ColorShares {
 public:
  ColorShares(const cv::Mat3f& lab, const Mask& sample)
      : shares_(static_cast<std::size_t>(kLightSteps) * kColorSteps * kColorSteps, 0.F) {
    for (int y = 0; y < lab.rows; ++y) {
      for (int x = 0; x < lab.cols; ++x) {
        if (sample(y, x) == 0) continue;
        shares_[Index(lab(y, x))] += 1;
        ++count_;
      }
    }
    if (count_ == 0) return;
    Smooth(kColorSteps, 1);
    Smooth(kColorSteps, kColorSteps);
    Smooth(kLightSteps, kColorSteps * kColorSteps);
    for (float& share : shares_) share = std::log(share / static_cast<float>(count_) + kRare);
  }
  bool is_known() const { return count_ >= kLeastPixels; }
  float LogOf(const cv::Vec3f& lab) const { return shares_[Index(lab)]; }

 private:
  static int StepOf(float value, int steps) {
    return std::clamp(static_cast<int>(value), 0, steps - 1);
  }
  static std::size_t Index(const cv::Vec3f& lab) {
    const int l = StepOf(lab[0] / kStep, kLightSteps);
    const int a = StepOf(lab[1] / kStep + kColorSteps / 2.F, kColorSteps);
    const int b = StepOf(lab[2] / kStep + kColorSteps / 2.F, kColorSteps);
    return (static_cast<std::size_t>(l) * kColorSteps + a) * kColorSteps + b;
  }
  /// Along one of the three axes, by a Gaussian of one step.
  void Smooth(int steps, int stride) {
    constexpr std::array<float, 4> kWeights{0.3991F, 0.2420F, 0.0540F, 0.0044F};
    const std::vector<float> before = shares_;
    for (std::size_t i = 0; i < before.size(); ++i) {
      const int at = static_cast<int>(i / stride) % steps;
      float sum = before[i] * kWeights[0];
      for (int k = 1; k < static_cast<int>(kWeights.size()); ++k) {
        const std::size_t off = static_cast<std::size_t>(k) * stride;
        if (at >= k) sum += before[i - off] * kWeights[k];
        if (at + k < steps) sum += before[i + off] * kWeights[k];
      }
      shares_[i] = sum;
    }
  }

  std::vector<float> shares_;  // Once made, their logarithms.
  int count_ = 0;
};

enum Kind : std::uint8_t { kNone, kCloth, kSkin, kScene };

/// What the pixels of a reduced view rather are than hair, and how much so.
struct Strangers {
  cv::Mat1f score;
  cv::Mat1b kind;
};

struct Reduced {
  cv::Mat3f lab;
  LabelMap labels;
  AlphaMap matte;
  double face_size = 0;
};

Reduced Reduce(const HeadView& view, const cv::Rect& box) {
  const double scale = std::min(1.0, kWorkingFace / view.face_size());
  const cv::Size size(std::max(1, cvRound(box.width * scale)),
                      std::max(1, cvRound(box.height * scale)));
  Reduced small;
  small.face_size = view.face_size() * scale;
  ColorImage color;
  cv::resize(view.color(box), color, size, 0, 0, cv::INTER_AREA);
  cv::resize(view.labels(box), small.labels, size, 0, 0, cv::INTER_NEAREST);
  cv::resize(view.matte(box), small.matte, size, 0, 0, cv::INTER_AREA);
  cv::cvtColor(Blur(color, std::max(0.6, kColorBlur * small.face_size)), small.lab,
               cv::COLOR_RGB2Lab);
  return small;
}

/// `from`: the first row that is looked at.
Strangers FindStrangers(const Reduced& small, int from) {
  const double fs = small.face_size;
  Strangers found{cv::Mat1f(small.labels.size(), -kMostSaid),
                  cv::Mat1b::zeros(small.labels.size())};
  const Mask hair = MaskOf(small.labels, {Label::kHair});
  const Mask solid = MaskAbove(small.matte, kSureMatte);
  const ColorShares own(small.lab, Erode(hair, kHairDepth * fs) & solid);
  if (!own.is_known()) return found;
  const Mask near = Dilate(hair, kNearHair * fs);
  const Mask empty = small.matte < kNoMatte;
  const std::array<Mask, 3> others{
      MaskOf(small.labels, {Label::kClothing}) & solid,
      MaskOf(small.labels, {Label::kSkin, Label::kEar, Label::kNeck}) & solid,
      MaskOf(small.labels, {Label::kBackground}) & empty};
  for (std::size_t i = 0; i < others.size(); ++i) {
    const ColorShares shares(small.lab, Erode(others[i], kOtherDepth * fs) & near);
    if (!shares.is_known()) continue;
    for (int y = from; y < small.lab.rows; ++y) {
      for (int x = 0; x < small.lab.cols; ++x) {
        const cv::Vec3f& color = small.lab(y, x);
        const float more = shares.LogOf(color) - own.LogOf(color);
        if (more <= found.score(y, x)) continue;
        found.score(y, x) = more;
        found.kind(y, x) = static_cast<std::uint8_t>(kCloth + i);
      }
    }
  }
  return found;
}

/// Adds to `strangers` what they cut off from the hair: tips and single locks. Selects these.
Mask CutOff(const Mask& hair, Mask& strangers, double face_size) {
  const Mask left = hair & ~strangers;
  const Mask beside = Dilate(strangers, 1.5);
  cv::Mat1i pieces;
  cv::Mat1i statistics;
  cv::Mat1d centroids;
  const int count =
      cv::connectedComponentsWithStats(left, pieces, statistics, centroids, 8, CV_32S);
  std::vector<std::uint8_t> cut(static_cast<std::size_t>(count), 0);
  for (int y = 0; y < left.rows; ++y) {
    for (int x = 0; x < left.cols; ++x) {
      const int piece = pieces(y, x);
      const double area = statistics(piece, cv::CC_STAT_AREA) / (face_size * face_size);
      if (beside(y, x) != 0 && area < kLargestCutOff) cut[piece] = 255;
    }
  }
  cut[0] = 0;
  Mask selected(left.size());
  for (int y = 0; y < left.rows; ++y) {
    for (int x = 0; x < left.cols; ++x) selected(y, x) = cut[pieces(y, x)];
  }
  strangers |= selected;
  return selected;
}

/// The pieces that are to go: their scores, -kMostSaid elsewhere.
cv::Mat1f PiecesOf(const Reduced& small, const Strangers& strangers, double chin) {
  const double fs = small.face_size;
  cv::Mat1f score(strangers.score.size());
  for (int y = 0; y < score.rows; ++y) {
    for (int x = 0; x < score.cols; ++x) {
      const float said = std::clamp(strangers.score(y, x), -kMostSaid, kMostSaid);
      // Background between strands is the matte's to find: colours are as often wrong there.
      score(y, x) = strangers.kind(y, x) == kScene ? -std::abs(said) : said;
    }
  }
  score = Blur(score, std::max(0.8, kScoreBlur * fs));
  Mask candidates = MaskOf(small.labels, {Label::kHair}) & MaskAbove(score, kEdge);
  const int from = std::clamp(cvRound(chin - kAboveChin * fs), 0, score.rows);
  candidates.rowRange(0, from).setTo(0);
  const Mask beside = Dilate(MaskOf(small.labels, kBodyLabels), std::max(2.0, kGap * fs));

  cv::Mat1i pieces;
  cv::Mat1i statistics;
  cv::Mat1d centroids;
  const int count =
      cv::connectedComponentsWithStats(candidates, pieces, statistics, centroids, 8, CV_32S);
  std::vector<int> sure(static_cast<std::size_t>(count), 0);
  std::vector<std::uint8_t> is_beside(static_cast<std::size_t>(count), 0);
  for (int y = from; y < score.rows; ++y) {
    for (int x = 0; x < score.cols; ++x) {
      const int piece = pieces(y, x);
      if (score(y, x) > kSure) ++sure[piece];
      if (beside(y, x) != 0) is_beside[piece] = 1;
    }
  }
  Mask kept = Mask::zeros(score.size());
  for (int y = from; y < score.rows; ++y) {
    for (int x = 0; x < score.cols; ++x) {
      const int piece = pieces(y, x);
      if (piece == 0) continue;
      const double area = sure[piece] / (fs * fs);
      const bool apart = statistics(piece, cv::CC_STAT_TOP) > chin && area >= kLeastApart;
      if (apart || (is_beside[piece] != 0 && area >= kLeastPiece)) kept(y, x) = 255;
    }
  }
  score.setTo(kMostSaid, CutOff(MaskOf(small.labels, {Label::kHair}), kept, fs));
  // A pixel more, so that the edge lies where the score says and not on the reduced pixels.
  cv::Mat1f scores(score.size(), -kMostSaid);
  score.copyTo(scores, Dilate(kept, 1.5));
  return scores;
}

}  // namespace

void TakeStrangersFromHair(HeadView& view) {
  const double fs = view.face_size();
  const Mask hair = MaskOf(view.labels, {Label::kHair});
  const double chin = view.mesh(mesh_point::kChin, 1);
  const int from = std::clamp(cvFloor(chin - kAboveChin * fs), 0, view.labels.rows);
  if (cv::countNonZero(hair.rowRange(from, hair.rows)) < kLeastPiece * fs * fs) return;

  const cv::Rect box = BoxAround(hair, kNearHair * fs);
  const Reduced small = Reduce(view, box);
  const double small_chin = (chin - box.y) * small.face_size / fs;
  const int first = cvFloor(small_chin - kLookedAt * small.face_size);
  const Strangers strangers = FindStrangers(small, std::clamp(first, 0, small.labels.rows));
  cv::Mat1b kind;
  cv::resize(strangers.kind, kind, box.size(), 0, 0, cv::INTER_NEAREST);
  const cv::Mat1f pieces = PiecesOf(small, strangers, small_chin);
  if (cv::countNonZero(pieces > kEdge) == 0) return;
  cv::Mat1f score;
  cv::resize(pieces, score, box.size(), 0, 0, cv::INTER_LINEAR);
  for (int y = 0; y < box.height; ++y) {
    for (int x = 0; x < box.width; ++x) {
      const cv::Point at = cv::Point(x, y) + box.tl();
      if (hair(at) == 0 || score(y, x) <= kEdge) continue;
      const Label label = kind(y, x) == kSkin ? Label::kNeck : Label::kClothing;
      view.labels(at) = static_cast<std::uint8_t>(label);
    }
  }
}

}  // namespace heser
