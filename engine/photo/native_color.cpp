#include "engine/photo/native_color.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <lcms2.h>
#include <opencv2/imgproc.hpp>

namespace heser {
namespace {

// Fewer rows a thread than this cost more in hand-over than in arithmetic.
constexpr double kPixelsPerTask = 1 << 15;

// A profile whose colours all lie this near to sRGB's is sRGB: two 8-bit steps, which its usual
// files need in dark channels of saturated colours because their matrices are rounded.
constexpr float kSameColor = 2.0f / 255;

// Entries of a tone curve's table, as in engine/core/image.cpp.
constexpr int kTableSize = 4096;

constexpr cmsUInt32Number kFlags = cmsFLAGS_NOCACHE | cmsFLAGS_BLACKPOINTCOMPENSATION;

struct CloseProfile {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
struct DeleteTransform {
  void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using Profile = std::unique_ptr<void, CloseProfile>;
using Transform = std::unique_ptr<void, DeleteTransform>;

void IgnoreError(cmsContext, cmsUInt32Number, const char*) {}

Profile OpenProfile(const std::string& icc, cmsColorSpaceSignature space) {
  cmsSetLogErrorHandler(IgnoreError);
  Profile profile(cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size())));
  if (profile && cmsGetColorSpace(profile.get()) != space) profile.reset();
  return profile;
}

Transform MakeTransform(const Profile& from, cmsUInt32Number from_format, const Profile& to,
                        cmsUInt32Number to_format) {
  return Transform(cmsCreateTransform(from.get(), from_format, to.get(), to_format,
                                      INTENT_RELATIVE_COLORIMETRIC, kFlags));
}

void Apply(const Transform& transform, const cv::Mat& from, cv::Mat& to) {
  cv::parallel_for_(
      cv::Range(0, from.rows),
      [&](const cv::Range& rows) {
        for (int y = rows.start; y < rows.end; ++y) {
          cmsDoTransform(transform.get(), from.ptr(y), to.ptr(y),
                         static_cast<cmsUInt32Number>(from.cols));
        }
      },
      static_cast<double>(from.total()) / kPixelsPerTask);
}

class SrgbColor final : public NativeColor {
 public:
  ColorImage WorkingFromNative(const cv::Mat& native) const override { return native.clone(); }
  cv::Mat NativeFromWorking(const ColorImage& working) const override { return working.clone(); }
};

// Grey of equal R, G, B is itself; any other colour becomes the grey of its luminance.
class SrgbGrey final : public NativeColor {
 public:
  ColorImage WorkingFromNative(const cv::Mat& native) const override {
    ColorImage working;
    cv::cvtColor(native, working, cv::COLOR_GRAY2RGB);
    return working;
  }

  cv::Mat NativeFromWorking(const ColorImage& working) const override {
    cv::Mat1f grey(working.size());
    for (int y = 0; y < working.rows; ++y) {
      for (int x = 0; x < working.cols; ++x) {
        const cv::Vec3f& color = working(y, x);
        const bool neutral = color[0] == color[1] && color[1] == color[2];
        float light = 0;
        for (int c = 0; c < 3 && !neutral; ++c) {
          light += kLuminanceWeights[c] * LinearFromSrgb(color[c]);
        }
        grey(y, x) = neutral ? color[0] : SrgbFromLinear(light);
      }
    }
    return grey;
  }
};

float EncodeMirrored(float light) {
  return light < 0 ? -SrgbFromLinear(-light) : SrgbFromLinear(light);
}

float DecodeMirrored(float value) {
  return value < 0 ? -LinearFromSrgb(-value) : LinearFromSrgb(value);
}

// A tone curve between 0 and 1 as an interpolated table, over the value or over its root where
// the curve is steep near 0.
class ToneTable {
 public:
  ToneTable(const cmsToneCurve* curve, bool over_root) : over_root_(over_root) {
    for (int i = 0; i < kTableSize + 2; ++i) {
      const float at = std::min(1.0f, static_cast<float>(i) / kTableSize);
      table_[static_cast<std::size_t>(i)] = cmsEvalToneCurveFloat(curve, over_root ? at * at : at);
    }
  }

  float operator()(float value) const {
    value = std::clamp(value, 0.0f, 1.0f);
    const float position = (over_root_ ? std::sqrt(value) : value) * kTableSize;
    const auto index = static_cast<std::size_t>(position);
    const float fraction = position - static_cast<float>(index);
    return table_[index] + (table_[index + 1] - table_[index]) * fraction;
  }

 private:
  bool over_root_;
  std::array<float, kTableSize + 2> table_{};
};

struct FreeCurve {
  void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
};

// Light of R, G, B from the file's values by three curves and a matrix, the form that cameras,
// telephones and monitors use (ICC.1:2010, F.3). An order of magnitude faster than Little CMS with
// floats, and black is black in it, so that there is nothing to compensate.
class MatrixColor final : public NativeColor {
 public:
  // Null if the profile is of another form.
  static std::shared_ptr<const NativeColor> Make(const Profile& native, const Profile& srgb) {
    if (!cmsIsMatrixShaper(native.get()) || cmsGetPCS(native.get()) != cmsSigXYZData) {
      return nullptr;
    }
    // Tables take precedence over the matrix where a profile has both.
    if (cmsIsCLUT(native.get(), INTENT_RELATIVE_COLORIMETRIC, LCMS_USED_AS_INPUT)) return nullptr;
    const cv::Matx33f light = MatrixOf(srgb).inv() * MatrixOf(native);
    if (std::abs(cv::determinant(light)) < 1e-3) return nullptr;
    auto color = std::make_shared<MatrixColor>();
    color->srgb_from_native_ = light;
    color->native_from_srgb_ = light.inv();
    for (cmsTagSignature tag : {cmsSigRedTRCTag, cmsSigGreenTRCTag, cmsSigBlueTRCTag}) {
      const auto* curve = static_cast<const cmsToneCurve*>(cmsReadTag(native.get(), tag));
      if (curve == nullptr) return nullptr;
      const std::unique_ptr<cmsToneCurve, FreeCurve> inverse(cmsReverseToneCurve(curve));
      if (!inverse) return nullptr;
      color->decode_.emplace_back(curve, false);
      color->encode_.emplace_back(inverse.get(), true);
    }
    return color;
  }

  ColorImage WorkingFromNative(const cv::Mat& native) const override {
    return Map(native, [this](const cv::Vec3f& value) {
      const cv::Vec3f light =
          srgb_from_native_ *
          cv::Vec3f(decode_[0](value[0]), decode_[1](value[1]), decode_[2](value[2]));
      return cv::Vec3f(EncodeMirrored(light[0]), EncodeMirrored(light[1]),
                       EncodeMirrored(light[2]));
    });
  }

  cv::Mat NativeFromWorking(const ColorImage& working) const override {
    return Map(working, [this](const cv::Vec3f& value) {
      const cv::Vec3f light =
          native_from_srgb_ *
          cv::Vec3f(DecodeMirrored(value[0]), DecodeMirrored(value[1]), DecodeMirrored(value[2]));
      return cv::Vec3f(encode_[0](light[0]), encode_[1](light[1]), encode_[2](light[2]));
    });
  }

 private:
  static cv::Matx33f MatrixOf(const Profile& profile) {
    cv::Matx33f matrix = cv::Matx33f::zeros();
    int column = 0;
    for (cmsTagSignature tag :
         {cmsSigRedColorantTag, cmsSigGreenColorantTag, cmsSigBlueColorantTag}) {
      const auto* color = static_cast<const cmsCIEXYZ*>(cmsReadTag(profile.get(), tag));
      if (color != nullptr) {
        matrix(0, column) = static_cast<float>(color->X);
        matrix(1, column) = static_cast<float>(color->Y);
        matrix(2, column) = static_cast<float>(color->Z);
      }
      ++column;
    }
    return matrix;
  }

  template <typename Function>
  static cv::Mat3f Map(const cv::Mat3f& input, Function map) {
    cv::Mat3f output(input.size());
    cv::parallel_for_(
        cv::Range(0, input.rows),
        [&](const cv::Range& rows) {
          for (int y = rows.start; y < rows.end; ++y) {
            std::transform(input[y], input[y] + input.cols, output[y], map);
          }
        },
        static_cast<double>(input.total()) / kPixelsPerTask);
    return output;
  }

  cv::Matx33f srgb_from_native_;
  cv::Matx33f native_from_srgb_;
  std::vector<ToneTable> decode_;
  std::vector<ToneTable> encode_;
};

// Any other profile, by Little CMS. It meets the working space in linear light, because it would
// continue the encoding below 0 by a steep line.
class ProfiledColor final : public NativeColor {
 public:
  ProfiledColor(Transform working_from_native, Transform native_from_working, int channels)
      : working_from_native_(std::move(working_from_native)),
        native_from_working_(std::move(native_from_working)),
        channels_(channels) {}

  ColorImage WorkingFromNative(const cv::Mat& native) const override {
    ColorImage working(native.size());
    Apply(working_from_native_, native, working);
    MapValues(working, EncodeMirrored);
    return working;
  }

  cv::Mat NativeFromWorking(const ColorImage& working) const override {
    ColorImage light = working.clone();
    MapValues(light, DecodeMirrored);
    cv::Mat native(working.size(), CV_32FC(channels_));
    Apply(native_from_working_, light, native);
    return native;
  }

 private:
  template <typename Function>
  static void MapValues(ColorImage& image, Function map) {
    for (int y = 0; y < image.rows; ++y) {
      auto* value = image.ptr<float>(y);
      std::transform(value, value + 3 * image.cols, value, map);
    }
  }

  Transform working_from_native_;
  Transform native_from_working_;
  int channels_;
};

std::shared_ptr<const NativeColor> MakeSrgb(int channels) {
  if (channels == 1) return std::make_shared<SrgbGrey>();
  return std::make_shared<SrgbColor>();
}

// sRGB's primaries in linear light.
Profile LinearSrgb() {
  const cmsCIExyY white{0.3127, 0.3290, 1};
  const cmsCIExyYTRIPLE primaries{{0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}};
  const std::unique_ptr<cmsToneCurve, FreeCurve> line(cmsBuildGamma(nullptr, 1));
  cmsToneCurve* curves[] = {line.get(), line.get(), line.get()};
  return Profile(cmsCreateRGBProfile(&white, &primaries, curves));
}

// Null if Little CMS cannot compute with the profile.
std::shared_ptr<const NativeColor> MakeProfiled(const Profile& native, int channels) {
  const Profile light = LinearSrgb();
  const cmsUInt32Number format = channels == 1 ? TYPE_GRAY_FLT : TYPE_RGB_FLT;
  Transform there = MakeTransform(native, format, light, TYPE_RGB_FLT);
  Transform back = MakeTransform(light, TYPE_RGB_FLT, native, format);
  if (!there || !back) return nullptr;
  return std::make_shared<ProfiledColor>(std::move(there), std::move(back), channels);
}

// Five steps a channel.
cv::Mat SampleColors(int channels) {
  constexpr int kSteps = 5;
  cv::Mat samples(1, channels == 1 ? kSteps : kSteps * kSteps * kSteps, CV_32FC(channels));
  auto* value = samples.ptr<float>();
  for (int i = 0; i < samples.cols; ++i) {
    for (int c = 0, rest = i; c < channels; ++c, rest /= kSteps) {
      *value++ = static_cast<float>(rest % kSteps) / (kSteps - 1);
    }
  }
  return samples;
}

bool IsSrgb(const NativeColor& color, int channels) {
  const cv::Mat samples = SampleColors(channels);
  const ColorImage expected = MakeSrgb(channels)->WorkingFromNative(samples);
  return cv::norm(color.WorkingFromNative(samples), expected, cv::NORM_INF) < kSameColor;
}

}  // namespace

std::shared_ptr<const NativeColor> NativeColor::Make(const std::string& icc, int channels) {
  if (icc.empty()) return MakeSrgb(channels);
  const bool grey = channels == 1;
  const Profile native = OpenProfile(icc, grey ? cmsSigGrayData : cmsSigRgbData);
  if (!native) return nullptr;
  const Profile srgb(cmsCreate_sRGBProfile());
  std::shared_ptr<const NativeColor> color = grey ? nullptr : MatrixColor::Make(native, srgb);
  if (color == nullptr) color = MakeProfiled(native, channels);
  if (color != nullptr && IsSrgb(*color, channels)) return MakeSrgb(channels);
  return color;
}

cv::Mat SrgbFromInk(const cv::Mat& ink, const std::string& icc) {
  const Profile inks = OpenProfile(icc, cmsSigCmykData);
  if (!inks) return {};
  const bool wide = ink.depth() == CV_16U;
  const Profile srgb(cmsCreate_sRGBProfile());
  const Transform transform =
      MakeTransform(inks, wide ? TYPE_CMYK_16 : TYPE_CMYK_8, srgb, wide ? TYPE_RGB_16 : TYPE_RGB_8);
  if (!transform) return {};
  cv::Mat picture(ink.size(), CV_MAKETYPE(ink.depth(), 3));
  Apply(transform, ink, picture);
  return picture;
}

}  // namespace heser
