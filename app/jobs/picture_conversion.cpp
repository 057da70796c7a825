#include "app/jobs/picture_conversion.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/core.hpp>

#include "app/jobs/label_colors.h"

namespace heser {
namespace {

/// The border of a class must not be missed, whatever opacity the screen gives the whole.
constexpr int kInnerAlpha = 170;
constexpr int kBorderAlpha = 255;
constexpr float kRegionAlpha = 215;

QRgb Faded(QColor color, int alpha) {
  color.setAlpha(color.alpha() == 0 ? 0 : alpha);
  return qPremultiply(color.rgba());
}

std::array<QRgb, kLabelCount> ColorTable(int alpha, const HiddenClasses& hidden) {
  std::array<QRgb, kLabelCount> table{};
  for (int label = 0; label < kLabelCount; ++label) {
    if (hidden[static_cast<std::size_t>(label)]) {
      continue;
    }
    table.at(label) = Faded(LabelColor(static_cast<Label>(label)), alpha);
  }
  return table;
}

bool IsAtBorder(const LabelMap& labels, int x, int y) {
  const std::uint8_t own = labels(y, x);
  return (x > 0 && labels(y, x - 1) != own) || (x + 1 < labels.cols && labels(y, x + 1) != own) ||
         (y > 0 && labels(y - 1, x) != own) || (y + 1 < labels.rows && labels(y + 1, x) != own);
}

constexpr int kLargestEnlarging = 4;
/// Overlays are made while people wait for a preview.
constexpr double kLargestEnlarged = 3e6;

/// Weights of the four pixels around a place that is `fraction` beyond the second: between a cubic
/// B-spline, whose borders have no corners, and one that keeps
/// single pixels.
std::array<float, 4> SplineWeights(float fraction) {
  const auto near = [](float t) { return (4.5f * t * t * t - 8.25f * t * t + 4.5f) / 6; };
  const auto far = [](float t) { return (-1.5f * t * t * t + 8.25f * t * t - 15 * t + 9) / 6; };
  return {far(1 + fraction), near(fraction), near(1 - fraction), far(2 - fraction)};
}

/// The class with most weight among 4 x 4 pixels.
std::uint8_t Heaviest(const std::array<std::uint8_t, 16>& classes, const std::array<float, 4>& x,
                      const std::array<float, 4>& y) {
  std::array<float, 256> weights;
  for (const std::uint8_t label : classes) weights[label] = 0;
  std::uint8_t best = classes[5];
  for (std::size_t i = 0; i < classes.size(); ++i) weights[classes[i]] += x[i % 4] * y[i / 4];
  for (const std::uint8_t label : classes) {
    if (weights[label] > weights[best]) best = label;
  }
  return best;
}

uchar Byte(float value) { return cv::saturate_cast<uchar>(value * 255.0f); }

/// Calls row(y) for every row, on all cores.
template <typename Row>
void ForEachRow(int rows, Row&& row) {
  cv::parallel_for_(cv::Range(0, rows), [&](const cv::Range& range) {
    for (int y = range.start; y < range.end; ++y) {
      row(y);
    }
  });
}

/// scanLine() of a shared QImage would detach in every thread: rows are taken from here.
class Rows {
 public:
  explicit Rows(QImage& image) : bits_(image.bits()), stride_(image.bytesPerLine()) {}
  QRgb* operator[](int y) const { return reinterpret_cast<QRgb*>(bits_ + y * stride_); }

 private:
  uchar* bits_;
  qsizetype stride_;
};

}  // namespace

QImage ImageOf(const ColorImage& image) {
  QImage result(image.cols, image.rows, QImage::Format_RGB32);
  const Rows rows(result);
  ForEachRow(image.rows, [&](int y) {
    const cv::Vec3f* from = image[y];
    QRgb* to = rows[y];
    for (int x = 0; x < image.cols; ++x) {
      to[x] = qRgb(Byte(from[x][0]), Byte(from[x][1]), Byte(from[x][2]));
    }
  });
  return result;
}

QImage ImageOf(const ColorImage& image, const AlphaMap& alpha) {
  CV_Assert(image.size() == alpha.size());
  QImage result(image.cols, image.rows, QImage::Format_ARGB32_Premultiplied);
  const Rows rows(result);
  ForEachRow(image.rows, [&](int y) {
    const cv::Vec3f* color = image[y];
    const float* coverage = alpha[y];
    QRgb* to = rows[y];
    for (int x = 0; x < image.cols; ++x) {
      to[x] = qPremultiply(
          qRgba(Byte(color[x][0]), Byte(color[x][1]), Byte(color[x][2]), Byte(coverage[x])));
    }
  });
  return result;
}

QImage OverlayOf(const LabelMap& labels, const HiddenClasses& hidden) {
  QImage result(labels.cols, labels.rows, QImage::Format_ARGB32_Premultiplied);
  const Rows rows(result);
  const auto inner = ColorTable(kInnerAlpha, hidden);
  const auto border = ColorTable(kBorderAlpha, hidden);
  ForEachRow(labels.rows, [&](int y) {
    QRgb* to = rows[y];
    for (int x = 0; x < labels.cols; ++x) {
      const std::uint8_t label = labels(y, x);
      if (label >= kLabelCount) {
        to[x] = 0;
      } else {
        to[x] = (IsAtBorder(labels, x, y) ? border : inner).at(label);
      }
    }
  });
  return result;
}

int LabelEnlarging(const cv::Size& size, double photo_width) {
  const double wanted = std::min(photo_width / std::max(size.width, 1),
                                 std::sqrt(kLargestEnlarged / std::max(size.area(), 1)));
  return std::clamp(cvRound(wanted), 1, kLargestEnlarging);
}

LabelMap EnlargedLabels(const LabelMap& labels, int factor) {
  if (factor == 1 || labels.empty()) return labels;
  cv::Mat1b padded;
  cv::copyMakeBorder(labels, padded, 2, 2, 2, 2, cv::BORDER_REPLICATE);
  LabelMap enlarged(labels.rows * factor, labels.cols * factor);
  ForEachRow(enlarged.rows, [&](int row) {
    const float v = (static_cast<float>(row) + 0.5f) / static_cast<float>(factor) - 0.5f;
    const int top = cvFloor(v) + 1;  // Of the 4 x 4 pixels, in `padded`.
    const auto y_weights = SplineWeights(v - static_cast<float>(top - 1));
    for (int column = 0; column < enlarged.cols; ++column) {
      const float u = (static_cast<float>(column) + 0.5f) / static_cast<float>(factor) - 0.5f;
      const int left = cvFloor(u) + 1;
      std::array<std::uint8_t, 16> classes;
      for (int i = 0; i < 4; ++i) std::copy_n(padded[top + i] + left, 4, classes.begin() + 4 * i);
      const bool is_plain = std::ranges::count(classes, classes[0]) == 16;
      enlarged(row, column) =
          is_plain ? classes[0]
                   : Heaviest(classes, SplineWeights(u - static_cast<float>(left - 1)), y_weights);
    }
  });
  return enlarged;
}

QImage OverlayOf(const AlphaMap& blend_region, const AlphaMap& head_alpha) {
  CV_Assert(blend_region.size() == head_alpha.size());
  QImage result(blend_region.cols, blend_region.rows, QImage::Format_ARGB32_Premultiplied);
  const Rows rows(result);
  const QColor head = RegionColor(BlendRegionPart::kHead);
  const QColor fill = RegionColor(BlendRegionPart::kFill);
  ForEachRow(blend_region.rows, [&](int y) {
    const float* region = blend_region[y];
    const float* coverage = head_alpha[y];
    QRgb* to = rows[y];
    for (int x = 0; x < blend_region.cols; ++x) {
      const float of_head = region[x] > 0 ? std::min(1.f, coverage[x] / region[x]) : 0.f;
      const auto mixed = [of_head](int a, int b) {
        return cvRound(static_cast<float>(a) * of_head + static_cast<float>(b) * (1 - of_head));
      };
      to[x] = qPremultiply(qRgba(mixed(head.red(), fill.red()), mixed(head.green(), fill.green()),
                                 mixed(head.blue(), fill.blue()),
                                 cvRound(std::clamp(region[x], 0.f, 1.f) * kRegionAlpha)));
    }
  });
  return result;
}

}  // namespace heser
