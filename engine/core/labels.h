#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "engine/core/image.h"

namespace heser {

/// What a pixel shows. The order is a contract: label files, networks and project files store it.
enum class Label : std::uint8_t {
  kBackground = 0,
  kSkin = 1,
  kBrow = 2,
  kEye = 3,
  kGlasses = 4,
  kEar = 5,
  kNose = 6,
  kInnerMouth = 7,
  kUpperLip = 8,
  kLowerLip = 9,
  kNeck = 10,
  kClothing = 11,
  kHair = 12,
  kHeadwear = 13,
};

inline constexpr int kLabelCount = 14;

/// In teachers' label files: this pixel was not judged. Never in the product's own label maps.
inline constexpr std::uint8_t kUnjudged = 255;

/// "background", "skin", ..., in the order of the enumeration.
std::string_view LabelName(Label label);

/// A set of classes.
class LabelSet {
 public:
  constexpr LabelSet() = default;
  constexpr LabelSet(std::initializer_list<Label> labels) {
    for (Label label : labels) bits_ |= 1u << static_cast<unsigned>(label);
  }
  constexpr bool Contains(std::uint8_t label) const {
    return label < kLabelCount && ((bits_ >> label) & 1u) != 0;
  }
  constexpr LabelSet operator|(LabelSet other) const {
    LabelSet both;
    both.bits_ = bits_ | other.bits_;
    return both;
  }

 private:
  std::uint32_t bits_ = 0;
};

/// All that is carried over in a swap: face, ears, hair, glasses, headwear. Not the neck.
inline constexpr LabelSet kHeadLabels{Label::kSkin,       Label::kBrow,     Label::kEye,
                                      Label::kGlasses,    Label::kEar,      Label::kNose,
                                      Label::kInnerMouth, Label::kUpperLip, Label::kLowerLip,
                                      Label::kHair,       Label::kHeadwear};

/// The head without hair and headwear.
inline constexpr LabelSet kFaceLabels{Label::kSkin,       Label::kBrow,     Label::kEye,
                                      Label::kGlasses,    Label::kEar,      Label::kNose,
                                      Label::kInnerMouth, Label::kUpperLip, Label::kLowerLip};

/// Where skin colour is measured: bare skin of the face, without lips, brows, ears and neck.
inline constexpr LabelSet kFaceSkinLabels{Label::kSkin, Label::kNose};

/// Neck and clothing: what the target keeps.
inline constexpr LabelSet kBodyLabels{Label::kNeck, Label::kClothing};

/// 255 where `labels` holds one of `set`. Thread-safe.
Mask MaskOf(const LabelMap& labels, LabelSet set);

/// Class indices of CelebAMask-HQ (19 classes, 255 unjudged, as the teachers' files hold them) as
/// ours: pairs merged, ear rings with ears, necklaces with the neck. Indices beyond 18 become
/// kUnjudged.
LabelMap LabelsFromCelebAMask(const cv::Mat1b& celeb);

}  // namespace heser
