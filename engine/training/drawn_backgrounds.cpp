#include "engine/training/drawn_backgrounds.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/training/random_draws.h"

namespace heser {
namespace {

/// Noise of deviation 1 and mean 0, smooth over these distances along x and y, pixels.
cv::Mat1f SmoothNoise(cv::Size size, double along_x, double along_y, std::mt19937& random) {
  cv::Mat1f noise(size);
  cv::RNG numbers(random());
  numbers.fill(noise, cv::RNG::NORMAL, 0, 1);
  cv::GaussianBlur(noise, noise, {0, 0}, along_x, along_y);
  cv::Scalar mean;
  cv::Scalar deviation;
  cv::meanStdDev(noise, mean, deviation);
  return (noise - mean[0]) / std::max(1e-6, deviation[0]);
}

cv::Vec3b Scaled(const cv::Vec3d& color, double gain) {
  return {cv::saturate_cast<std::uint8_t>(color[0] * gain),
          cv::saturate_cast<std::uint8_t>(color[1] * gain),
          cv::saturate_cast<std::uint8_t>(color[2] * gain)};
}

/// `color`, each channel changed by up to a factor of e^spread.
cv::Vec3d Varied(const cv::Vec3d& color, double spread, std::mt19937& random) {
  cv::Vec3d varied;
  for (int k = 0; k < 3; ++k) {
    varied[k] = color[k] * std::exp(Uniform(random, -spread, spread));
  }
  return varied;
}

/// `color` lighter and darker as `relief` says: by e^(contrast * relief).
cv::Mat3b Shaded(const cv::Mat1f& relief, const cv::Vec3d& color, double contrast) {
  cv::Mat3b picture(relief.size());
  for (int y = 0; y < relief.rows; ++y) {
    for (int x = 0; x < relief.cols; ++x) {
      picture(y, x) = Scaled(color, std::exp(contrast * relief(y, x)));
    }
  }
  return picture;
}

/// Boards with grain along y: each a little lighter or darker, dark seams between them.
cv::Mat3b Boards(cv::Size size, const cv::Vec3d& color, std::mt19937& random) {
  const cv::Mat1f fine =
      SmoothNoise(size, Uniform(random, 0.5, 1.5), Uniform(random, 8, 50), random);
  const cv::Mat1f wide = SmoothNoise(size, Uniform(random, 2, 6), 50, random);
  cv::Mat1f relief = 0.6 * fine + 0.4 * wide;
  if (Chance(random, 0.6)) {
    constexpr double kSeam = 3;  // How much darker a seam is than its board, deviations.
    int x = 0;
    while (x < size.width) {
      const int seam = std::min(size.width, x + static_cast<int>(Uniform(random, 15, 100)));
      const int next = std::min(size.width, seam + static_cast<int>(Uniform(random, 1, 4)));
      const double tone = Uniform(random, -1, 1);
      relief.colRange(x, seam) += tone;
      if (next > seam) relief.colRange(seam, next) -= kSeam;
      x = next;
    }
  }
  return Shaded(relief, color, Uniform(random, 0.06, 0.35));
}

/// Many small leaves over one another before something dark, twigs between them.
cv::Mat3b Leaves(cv::Size size, const cv::Vec3d& color, std::mt19937& random) {
  cv::Mat3b picture(size, Scaled(color, Uniform(random, 0.2, 0.8)));
  const double largest = Uniform(random, 4, 16);
  const int count = static_cast<int>(Uniform(random, 1, 3) * size.area() / (largest * largest));
  const double variety = Uniform(random, 0.1, 0.5);
  for (int i = 0; i < count; ++i) {
    const cv::Point2f middle(static_cast<float>(Uniform(random, 0, size.width)),
                             static_cast<float>(Uniform(random, 0, size.height)));
    const double length = Uniform(random, 0.3, 1) * largest;
    const cv::Size2f extent(static_cast<float>(2 * length),
                            static_cast<float>(2 * length * Uniform(random, 0.15, 0.6)));
    const cv::Vec3b tone =
        Scaled(Varied(color, variety / 3, random), std::exp(Uniform(random, -variety, variety)));
    cv::ellipse(picture,
                cv::RotatedRect(middle, extent, static_cast<float>(Uniform(random, 0, 180))), tone,
                cv::FILLED, cv::LINE_AA);
  }
  const int twigs = static_cast<int>(Uniform(random, -20, 30));
  for (int i = 0; i < twigs; ++i) {
    const cv::Point from(static_cast<int>(Uniform(random, 0, size.width)),
                         static_cast<int>(Uniform(random, 0, size.height)));
    const cv::Point to = from + cv::Point(static_cast<int>(Uniform(random, -60, 60)),
                                          static_cast<int>(Uniform(random, -60, 60)));
    cv::line(picture, from, to, Scaled(color, Uniform(random, 0.3, 1.6)), 1, cv::LINE_AA);
  }
  return picture;
}

/// Upright stripes of many colours and widths, as of books on shelves, blinds and curtains.
cv::Mat3b Stripes(cv::Size size, const cv::Vec3d& color, std::mt19937& random) {
  cv::Mat3b picture(size);
  const double widest = Uniform(random, 4, 30);
  const double variety = Uniform(random, 0.1, 0.8);
  const int shelf = static_cast<int>(Uniform(random, 0.3, 2) * size.height);
  for (int top = 0; top < size.height; top += shelf) {
    const cv::Range rows(top, std::min(size.height, top + shelf));
    int x = 0;
    while (x < size.width) {
      const int width = static_cast<int>(Uniform(random, 2, widest));
      const cv::Vec3b tone =
          Scaled(Varied(color, variety / 2, random), std::exp(Uniform(random, -variety, variety)));
      picture(rows, {x, std::min(size.width, x + width)}).setTo(tone);
      x += width;
    }
    picture(cv::Range(top, std::min(size.height, top + 4)), cv::Range::all())
        .setTo(Scaled(color, Uniform(random, 0.2, 0.7)));
  }
  return picture;
}

/// Stone, carpet, fur, bushes far away: noise of many scales.
cv::Mat3b RoughGround(cv::Size size, const cv::Vec3d& color, std::mt19937& random) {
  cv::Mat1f relief = cv::Mat1f::zeros(size);
  const double fall = Uniform(random, 0.6, 1.3);  // Weight of a scale against the one above it.
  const double aspect = std::exp(Uniform(random, -0.7, 0.7));
  double weight = 1;
  double sum = 0;
  constexpr int kScales = 7;
  for (int i = 0; i < kScales; ++i) {
    const double scale = 32.0 / (1 << i);
    relief += weight * SmoothNoise(size, scale * aspect, scale / aspect, random);
    sum += weight * weight;
    weight *= fall;
  }
  return Shaded(relief / std::sqrt(sum), color, Uniform(random, 0.08, 0.5));
}

/// `picture`, larger than `size`, turned: mostly nearly upright or lying, as walls and doors are.
cv::Mat3b Turned(const cv::Mat3b& picture, cv::Size size, std::mt19937& random) {
  const double degrees = Chance(random, 0.3)
                             ? Uniform(random, 0, 180)
                             : Uniform(random, -6, 6) + (Chance(random, 0.3) ? 90 : 0);
  cv::Mat turn = cv::getRotationMatrix2D(
      {static_cast<float>(picture.cols) / 2, static_cast<float>(picture.rows) / 2}, degrees, 1);
  turn.at<double>(0, 2) += (size.width - picture.cols) / 2.0;
  turn.at<double>(1, 2) += (size.height - picture.rows) / 2.0;
  cv::Mat turned;
  cv::warpAffine(picture, turned, turn, size, cv::INTER_LINEAR, cv::BORDER_REFLECT_101);
  return turned;
}

/// Lighter on one side, as by a window.
void ShadeFromOneSide(cv::Mat3b& picture, std::mt19937& random) {
  const double across = Uniform(random, -0.6, 0.6);
  const double down = Uniform(random, -0.6, 0.6);
  for (int y = 0; y < picture.rows; ++y) {
    for (int x = 0; x < picture.cols; ++x) {
      const double gain = std::exp(across * (static_cast<double>(x) / picture.cols - 0.5) +
                                   down * (static_cast<double>(y) / picture.rows - 0.5));
      picture(y, x) = Scaled(picture(y, x), gain);
    }
  }
}

}  // namespace

cv::Mat3b DrawBackground(cv::Size size, const cv::Vec3b* color, std::mt19937& random) {
  const cv::Vec3d drawn = Varied(cv::Vec3d::all(Uniform(random, 10, 200)), 0.6, random);
  const cv::Vec3d tone =
      color != nullptr ? Varied(*color, 0.1, random) * std::exp(Uniform(random, -0.3, 0.5)) : drawn;
  const cv::Size larger(size.width * 3 / 2, size.height * 3 / 2);  // Holds `size` however turned.
  constexpr std::array kKinds = {&Boards, &Leaves, &Stripes, &RoughGround};
  cv::Mat3b picture =
      Turned(kKinds[Index(random, kKinds.size())](larger, tone, random), size, random);
  ShadeFromOneSide(picture, random);
  if (Chance(random, 0.5)) {
    const double defocus = Uniform(random, 0.5, 3.5) * size.width / 256;
    cv::GaussianBlur(picture, picture, {0, 0}, defocus);
  }
  return picture;
}

}  // namespace heser
