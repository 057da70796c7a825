#include "engine/aligner/hair_quilt.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/aligner/head_texture.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Pieces are squares of these sides, face sizes, and overlap by this share of it: the largest of
// which the seen hair holds so many side by side. From fewer the same would come again and again;
// it must do where hair is a narrow rim.
struct PieceSize {
  double side;
  double fewest_side_by_side;
};
constexpr std::array<PieceSize, 5> kPieces{{{0.2, 5}, {0.14, 5}, {0.1, 5}, {0.073, 4}, {0.05, 2}}};
constexpr double kOverlap = 0.45;
// So many pieces are compared for each place; they are compared in every third pixel.
constexpr int kTrials = 140;
constexpr int kStride = 3;
// Costs beside the squared difference to what is there, which is measured in variances of the
// detail: of a piece from another height of the head, a squared face size; of one of another
// contrast, a squared logarithm; of strands that lie otherwise, a squared difference of Flow; of a
// piece that is laid already, beside itself.
constexpr double kHeightCost = 1;
constexpr double kContrastCost = 1;
constexpr double kFlowCost = 2;
constexpr double kRepeatCost = 4;
// Pieces are turned so far, radians, to lie as the strands do where they are laid.
constexpr float kMostTurn = 0.8f;
// Contrast and direction of strands are means over this far, face sizes.
constexpr double kNearby = 0.035;
// Pieces get the contrast of their surroundings by a factor within this one.
constexpr float kMostContrast = 2;
// What one sees least is calm: by this factor.
constexpr float kCalm = 0.8f;
constexpr float kLeastContrast = 0.02f;
// Hair this far over the middle of the face still counts to this side, face sizes.
constexpr double kParting = 0.1;

// Straight strands go on for so far to either side, face sizes; curls and cropped hair, which agree
// by less (the length of the direction in the character), do not. Contrast is kept over so far.
constexpr double kCombed = 0.08;
constexpr float kCurls = 0.25f;
constexpr float kStraight = 0.5f;
constexpr double kContrastKept = 0.1;

/// Seen hair to take pieces from: as it is, or mirrored.
struct Sheet {
  ScalarImage detail;
  cv::Mat3f character;
  Mask seen;
  cv::Mat1d sums = {};  ///< Of detail, cv::integral.
};

struct Piece {
  std::size_t sheet = 0;
  cv::Point corner;
};

/// By how much a pixel lies to one side of the face's middle line, pixels.
double Aside(const QuiltInput& input, const cv::Point2d& at) {
  return (at - input.middle).cross(input.down) / cv::norm(input.down);
}

/// What hair looks like around a pixel, three values: its contrast, and how strands lie, twice
/// their angle as a vector, the longer the more they agree. Read where `seen`.
cv::Mat3f CharacterOf(const QuiltInput& input) {
  const double sigma = std::max(1.5, kNearby * input.face_size);
  const AlphaMap weight = AlphaOf(Erode(input.seen, 1));
  const ScalarImage& gray = input.detail;
  ScalarImage dx;
  ScalarImage dy;
  cv::Sobel(gray, dx, CV_32F, 1, 0);
  cv::Sobel(gray, dy, CV_32F, 0, 1);
  const std::array<cv::Mat, 4> products{gray.mul(gray), dx.mul(dx) - dy.mul(dy), 2 * dx.mul(dy),
                                        dx.mul(dx) + dy.mul(dy)};
  cv::Mat4f moments;
  cv::merge(products.data(), products.size(), moments);
  moments = BlurWeighted(moments, weight, sigma);
  cv::Mat3f character(gray.size());
  for (int y = 0; y < character.rows; ++y) {
    for (int x = 0; x < character.cols; ++x) {
      const cv::Vec4f& mean = moments(y, x);
      const float strength = std::max(1e-9f, mean[3]);
      character(y, x) = {std::max(kLeastContrast, std::sqrt(std::max(0.0f, mean[0]))),
                         mean[1] / strength, mean[2] / strength};
    }
  }
  return character;
}

std::array<Sheet, 2> MakeSheets(const QuiltInput& input, const cv::Mat3f& character) {
  const cv::Moments moments = cv::moments(input.unseen, true);
  const cv::Point2d wanted(moments.m10 / moments.m00, moments.m01 / moments.m00);
  const double side = Aside(input, wanted) < 0 ? -1 : 1;
  const double over = kParting * input.face_size;
  Sheet own{input.detail, character, input.seen.clone()};
  Sheet mirrored{ScalarImage(), cv::Mat3f(), input.seen.clone()};
  for (int y = 0; y < input.seen.rows; ++y) {
    for (int x = 0; x < input.seen.cols; ++x) {
      const double aside = side * Aside(input, cv::Point(x, y));
      if (aside < -over) own.seen(y, x) = 0;
      if (aside > over) mirrored.seen(y, x) = 0;
    }
  }
  // Reflected in the middle line's direction, about the picture's middle, so that most stays in it.
  const double length = input.down.dot(input.down);
  const double c = (input.down.x * input.down.x - input.down.y * input.down.y) / length;
  const double s = 2 * input.down.x * input.down.y / length;
  const double mx = (input.seen.cols - 1) / 2.0;
  const double my = (input.seen.rows - 1) / 2.0;
  const cv::Matx23d reflection(c, s, mx - c * mx - s * my, s, -c, my - s * mx + c * my);
  const cv::Size size = input.seen.size();
  cv::warpAffine(input.detail, mirrored.detail, reflection, size, cv::INTER_LINEAR);
  cv::warpAffine(character, mirrored.character, reflection, size, cv::INTER_LINEAR);
  const auto cosine = static_cast<float>(c * c - s * s);
  const auto sine = static_cast<float>(2 * c * s);
  for (cv::Vec3f& at : mirrored.character) {
    at = {at[0], cosine * at[1] + sine * at[2], sine * at[1] - cosine * at[2]};
  }
  cv::warpAffine(mirrored.seen, mirrored.seen, reflection, size, cv::INTER_NEAREST);
  for (Sheet* sheet : {&own, &mirrored}) cv::integral(sheet->detail, sheet->sums, CV_64F);
  return {own, mirrored};
}

/// The pieces of the largest side that enough different ones have.
struct Pieces {
  int side = 0;
  std::vector<Piece> all;
};

Pieces FindPieces(const std::array<Sheet, 2>& sheets, double face_size) {
  Pieces pieces;
  for (const auto& [side, fewest] : kPieces) {
    pieces.side = std::max(3, cvRound(side * face_size));
    pieces.all.clear();
    const cv::Mat square = cv::Mat::ones(pieces.side, pieces.side, CV_8U);
    double covered = 0;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      Mask corners;
      cv::erode(sheets[i].seen, corners, square, {0, 0}, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
      std::vector<cv::Point> places;
      cv::findNonZero(corners, places);
      for (const cv::Point& place : places) pieces.all.push_back({i, place});
      cv::dilate(corners, corners, square, {pieces.side - 1, pieces.side - 1}, 1,
                 cv::BORDER_CONSTANT, cv::Scalar(0));
      covered += cv::countNonZero(corners);
    }
    if (covered >= fewest * pieces.side * pieces.side) return pieces;
  }
  pieces.all.clear();
  return pieces;
}

class Quilt {
 public:
  Quilt(const QuiltInput& input, const cv::Mat3f& character, const std::array<Sheet, 2>& sheets,
        const Pieces& pieces)
      : input_(input), character_(character), sheets_(sheets), pieces_(pieces) {
    sum_ = ScalarImage::zeros(input.detail.size());
    squares_ = AlphaMap::zeros(input.detail.size());
    input.detail.copyTo(sum_, input.seen);
    squares_.setTo(1, input.seen);
    variance_ = std::max(1e-6, cv::mean(input.detail.mul(input.detail), input.seen)[0]);
  }

  ScalarImage Make(const Progress& progress) {
    for (const cv::Rect& place : Places()) {
      progress.Checkpoint();
      Lay(place, BestPiece(place));
    }
    ScalarImage detail = ScalarImage::zeros(sum_.size());
    for (int y = 0; y < detail.rows; ++y) {
      for (int x = 0; x < detail.cols; ++x) {
        if (squares_(y, x) > 0) detail(y, x) = At(y, x);
      }
    }
    return detail;
  }

 private:
  struct Laid {
    Piece piece;
    cv::Point place;
  };

  /// Squares over the unseen hair, those beside what is seen first: each goes on in what is there.
  std::vector<cv::Rect> Places() const {
    const int step = std::max(1, cvRound(pieces_.side * (1 - kOverlap)));
    const cv::Rect hole = cv::boundingRect(input_.unseen);
    const ScalarImage distance = DistanceTo(input_.seen);
    const cv::Rect picture({}, distance.size());
    std::vector<std::pair<float, cv::Rect>> places;
    for (int y = hole.y - step / 2; y < hole.br().y; y += step) {
      for (int x = hole.x - step / 2; x < hole.br().x; x += step) {
        const cv::Rect place(x, y, pieces_.side, pieces_.side);
        const cv::Rect inside = place & picture;
        if (inside.empty() || cv::countNonZero(input_.unseen(inside)) == 0) continue;
        const cv::Point middle = (inside.tl() + inside.br()) / 2;
        places.emplace_back(distance(middle), place);
      }
    }
    std::ranges::stable_sort(places, {}, &std::pair<float, cv::Rect>::first);
    std::vector<cv::Rect> sorted;
    sorted.reserve(places.size());
    for (const auto& [_, place] : places) sorted.push_back(place);
    return sorted;
  }

  float At(int y, int x) const { return sum_(y, x) / std::sqrt(squares_(y, x)); }

  cv::Vec3f CharacterAt(const cv::Rect& place) const {
    const cv::Rect inside = place & cv::Rect({}, character_.size());
    return character_((inside.tl() + inside.br()) / 2);
  }

  /// A piece as it is laid at a place: turned so that its strands lie as those there do.
  struct Turned {
    const ScalarImage& detail;
    cv::Point2f middle;
    cv::Point2f place_middle;
    float cosine = 1;
    float sine = 0;
    float mean = 0;
    float gain = 1;
    double misfit = 0;  ///< Of the character.

    cv::Point2f At(int x, int y) const {
      const cv::Point2f from(static_cast<float>(x) - place_middle.x,
                             static_cast<float>(y) - place_middle.y);
      return {middle.x + cosine * from.x + sine * from.y,
              middle.y - sine * from.x + cosine * from.y};
    }
    float Nearest(int x, int y) const {
      const cv::Point2f at = At(x, y);
      return gain * (detail(std::clamp(cvRound(at.y), 0, detail.rows - 1),
                            std::clamp(cvRound(at.x), 0, detail.cols - 1)) -
                     mean);
    }
    float Smooth(int x, int y) const {
      const cv::Point2f at = At(x, y);
      const int x0 = std::clamp(cvFloor(at.x), 0, detail.cols - 2);
      const int y0 = std::clamp(cvFloor(at.y), 0, detail.rows - 2);
      const float u = std::clamp(at.x - static_cast<float>(x0), 0.0f, 1.0f);
      const float v = std::clamp(at.y - static_cast<float>(y0), 0.0f, 1.0f);
      return gain * ((detail(y0, x0) * (1 - u) + detail(y0, x0 + 1) * u) * (1 - v) +
                     (detail(y0 + 1, x0) * (1 - u) + detail(y0 + 1, x0 + 1) * u) * v - mean);
    }
  };

  Turned Turn(const cv::Rect& place, const Piece& piece) const {
    const float half = static_cast<float>(pieces_.side - 1) / 2;
    const Sheet& sheet = sheets_[piece.sheet];
    const cv::Point2f middle = cv::Point2f(piece.corner) + cv::Point2f(half, half);
    const cv::Vec3f there = CharacterAt(place);
    const cv::Vec3f from = sheet.character(cvRound(middle.y), cvRound(middle.x));
    Turned turned{sheet.detail, middle, cv::Point2f(place.tl()) + cv::Point2f(half, half)};
    // Vectors of twice the angle.
    const float angle = std::atan2(from[1] * there[2] - from[2] * there[1],
                                   from[1] * there[1] + from[2] * there[2]) /
                        2;
    const float by = std::clamp(angle, -kMostTurn, kMostTurn);
    // A small piece may be light or dark as a whole: laid so, it would show as a square.
    const cv::Rect square(piece.corner, place.size());
    turned.mean =
        static_cast<float>((sheet.sums(square.br()) - sheet.sums(square.y, square.br().x) -
                            sheet.sums(square.br().y, square.x) + sheet.sums(square.tl())) /
                           square.area());
    turned.cosine = std::cos(by);
    turned.sine = std::sin(by);
    const float c = std::cos(2 * by);
    const float s = std::sin(2 * by);
    const cv::Vec2f off(c * from[1] - s * from[2] - there[1], s * from[1] + c * from[2] - there[2]);
    const float contrast = std::max(kLeastContrast, from[0]) / there[0];
    turned.gain = kCalm * std::clamp(1 / contrast, 1 / kMostContrast, kMostContrast);
    const double logarithm = std::log(contrast);
    turned.misfit = kContrastCost * logarithm * logarithm + kFlowCost * off.dot(off);
    return turned;
  }

  double Cost(const cv::Rect& place, const Piece& piece, double most) const {
    const Turned turned = Turn(place, piece);
    const double height = (piece.corner.y - place.y) / input_.face_size;
    double cost = kHeightCost * height * height + turned.misfit;
    for (const Laid& laid : laid_) {
      if (laid.piece.sheet != piece.sheet) continue;
      const cv::Point off = laid.piece.corner - piece.corner;
      const double shared = std::max(0.0, 1 - std::abs(off.x) / static_cast<double>(place.width)) *
                            std::max(0.0, 1 - std::abs(off.y) / static_cast<double>(place.height));
      const double apart = cv::norm(laid.place - place.tl()) / place.width;
      cost += kRepeatCost * shared / (1 + apart);
    }
    if (cost >= most) return cost;
    double sum = 0;
    int count = 0;
    const cv::Rect inside = place & cv::Rect(cv::Point(), sum_.size());
    for (int y = inside.y; y < inside.br().y; y += kStride) {
      for (int x = inside.x; x < inside.br().x; x += kStride) {
        if (squares_(y, x) <= 0) continue;
        const float off = At(y, x) - turned.Nearest(x, y);
        sum += off * off;
        ++count;
      }
    }
    return cost + (count > 0 ? sum / count / variance_ : 0);
  }

  Piece BestPiece(const cv::Rect& place) {
    Piece best = pieces_.all.front();
    double least = std::numeric_limits<double>::max();
    for (int i = 0; i < kTrials; ++i) {
      const Piece& piece = pieces_.all[static_cast<std::size_t>(
          random_.uniform(0, static_cast<int>(pieces_.all.size())))];
      const double cost = Cost(place, piece, least);
      if (cost < least) {
        least = cost;
        best = piece;
      }
    }
    laid_.push_back({best, place.tl()});
    return best;
  }

  void Lay(const cv::Rect& place, const Piece& piece) {
    const Turned turned = Turn(place, piece);
    const cv::Rect inside = place & cv::Rect(cv::Point(), sum_.size());
    const double half = (place.width + 1) / 2.0;
    for (int y = inside.y; y < inside.br().y; ++y) {
      for (int x = inside.x; x < inside.br().x; ++x) {
        if (input_.unseen(y, x) == 0) continue;
        const double dx = 1 - std::abs(x - place.x + 1 - half) / half;
        const double dy = 1 - std::abs(y - place.y + 1 - half) / half;
        const auto weight = static_cast<float>(std::pow(dx * dy, 4) + 1e-6);
        sum_(y, x) += weight * turned.Smooth(x, y);
        squares_(y, x) += weight * weight;
      }
    }
  }

  const QuiltInput& input_;
  const cv::Mat3f& character_;
  const std::array<Sheet, 2>& sheets_;
  const Pieces& pieces_;
  double variance_ = 1;
  cv::RNG random_{977};
  std::vector<Laid> laid_;
  ScalarImage sum_;
  AlphaMap squares_;
};

/// How strands lie, a unit vector a pixel, its sign arbitrary.
cv::Mat2f StrandsOf(const cv::Mat3f& character, const cv::Rect& box) {
  cv::Mat2f strands(character.size(), cv::Vec2f(0, 1));
  for (int y = box.y; y < box.br().y; ++y) {
    for (int x = box.x; x < box.br().x; ++x) {
      // Twice the angle of the gradient, across which strands lie.
      const cv::Vec3f& flow = character(y, x);
      const float angle = std::atan2(flow[2], flow[1]) / 2;
      strands(y, x) = {-std::sin(angle), std::cos(angle)};
    }
  }
  return strands;
}

/// Sum and number of the detail's pixels along the strand that leads through a place, one way.
cv::Vec2f AlongStrand(const ScalarImage& detail, const cv::Mat2f& strands, const cv::Rect& box,
                      cv::Point place, float way, int steps) {
  cv::Vec2f sum(0, 0);
  cv::Point2f at(place);
  cv::Vec2f along = way * strands(place);
  for (int step = 0; step < steps; ++step) {
    at += cv::Point2f(along[0], along[1]);
    const cv::Point pixel(cvRound(at.x), cvRound(at.y));
    if (!box.contains(pixel)) break;
    sum += cv::Vec2f(detail(pixel), 1);
    const cv::Vec2f& next = strands(pixel);
    along = next.dot(along) < 0 ? -next : next;
  }
  return sum;
}

/// Strands end where the pieces do that they came with: detail of unseen hair averaged along its
/// strands, the further the more strands nearby agree (Cabral and Leedom's line integral
/// convolution, SIGGRAPH 1993), with the contrast that it had.
ScalarImage Combed(const ScalarImage& detail, const cv::Mat3f& character, const Mask& unseen,
                   double face_size) {
  const cv::Rect hole = cv::boundingRect(unseen);
  const double reach = kCombed * face_size;
  const cv::Rect box = BoxAround(unseen, reach);
  const cv::Mat2f strands = StrandsOf(character, box);
  ScalarImage combed = detail.clone();
  cv::parallel_for_(cv::Range(hole.y, hole.br().y), [&](const cv::Range& rows) {
    for (int y = rows.start; y < rows.end; ++y) {
      for (int x = hole.x; x < hole.br().x; ++x) {
        if (unseen(y, x) == 0) continue;
        const cv::Vec3f& here = character(y, x);
        const float agreement = std::hypot(here[1], here[2]);
        const float straight = std::clamp((agreement - kCurls) / (kStraight - kCurls), 0.0f, 1.0f);
        const int steps = cvRound(reach * straight);
        const cv::Vec2f sum = AlongStrand(detail, strands, box, {x, y}, 1, steps) +
                              AlongStrand(detail, strands, box, {x, y}, -1, steps);
        combed(y, x) = (detail(y, x) + sum[0]) / (1 + sum[1]);
      }
    }
  });
  // The contrast is that of the wide surroundings.
  const AlphaMap weight = AlphaOf(unseen);
  const double sigma = kContrastKept * face_size;
  const ScalarImage before = BlurWeighted(detail.mul(detail), weight, sigma);
  const ScalarImage after = BlurWeighted(combed.mul(combed), weight, sigma);
  for (int y = hole.y; y < hole.br().y; ++y) {
    for (int x = hole.x; x < hole.br().x; ++x) {
      if (unseen(y, x) == 0) continue;
      combed(y, x) *=
          std::min(kMostContrast, std::sqrt(before(y, x) / std::max(1e-6f, after(y, x))));
    }
  }
  return combed;
}

}  // namespace

ScalarImage QuiltHair(const QuiltInput& input, const Progress& progress) {
  progress.Checkpoint();
  if (cv::countNonZero(input.unseen) == 0) return {};
  if (cv::countNonZero(input.seen) == 0) return {};
  const cv::Mat3f character = CharacterOf(input);
  const std::array<Sheet, 2> sheets = MakeSheets(input, character);
  // From seen hair of this side on; else as the other side's, mirrored.
  const Sheet& beside = cv::countNonZero(sheets[0].seen) > 0 ? sheets[0] : sheets[1];
  if (cv::countNonZero(beside.seen) == 0) return {};
  const cv::Mat3f wanted = SmoothFill(beside.character, beside.seen);
  const Pieces pieces = FindPieces(sheets, input.face_size);
  if (pieces.all.empty()) return {};
  const ScalarImage detail = Quilt(input, wanted, sheets, pieces).Make(progress);
  return Combed(detail, wanted, input.unseen & ~cv::Mat(input.seen), input.face_size);
}

}  // namespace heser
