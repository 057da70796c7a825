#include "engine/pipeline/swap_warnings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>

#include "engine/aligner/source_choice.h"
#include "engine/analysis/face_cover.h"
#include "engine/analysis/face_hull.h"
#include "engine/analysis/head_border.h"
#include "engine/core/image_ops.h"
#include "engine/pipeline/composition.h"

namespace heser {
namespace {

// Beyond this angle the hidden side is made up rather than seen, and often it shows.
constexpr double kLargeAngleDegrees = 28;
// Of a source whose target is not known: away from the camera.
constexpr double kTurnedAwayDegrees = 40;
// Below this ratio of resolutions softness shows beside the target's own detail.
constexpr double kSmallSource = 0.6;
constexpr double kCutShare = 0.03;
// A tight photo cuts its own head, too: more than that by this share.
constexpr double kBeyondShare = 0.04;
// So much is worth a word however tight the photo is: of 758 portraits 22 cut off more of their own
// heads.
constexpr double kMuchCut = 0.1;
constexpr double kBlurredSigma = 2.5;
// Of 598 portraits 6 are above, all of them in hard light or badly exposed, and so are 8 of 13
// overexposed photos of another person.
constexpr double kClippedShare = 0.06;
// Least share of body under a face, and most of what passes for the face itself and goes with it:
// of 30 portraits all but one are within, and there the new head hangs in the air.
constexpr double kLeastBody = 0.12;
constexpr double kMostSkin = 0.35;
// Where a body is looked for: aside of the chin, and below it. Face sizes.
constexpr double kBodyAside = 0.35;
constexpr double kBodyFrom = 0.05;
constexpr double kBodyTo = 0.6;
// Nobody holds the head like this; below it a tilt may be what the photo is about.
constexpr double kTiltedDegrees = 60;
// Mean difference of a pixel's largest and smallest channel over a person, 0 to 1: .048 at least in
// 596 colour portraits; scans of black-and-white prints are never quite without.
constexpr double kGreyChroma = 0.02;
// Where neck and shoulders are, the same way.
constexpr double kShouldersAside = 1.1;
constexpr double kShouldersFrom = 0.1;
constexpr double kShouldersTo = 0.9;
// More of them made up than this is too much to know them: so are 10 of 44 targets with long hair
// or open necklines, those with the wrongest shoulders among them, and 2 of 25 other portraits.
constexpr double kMostMadeUp = 0.4;

// Factor of the skin's luminance from which on a head loses its complexion, and one over it: of 40
// random pairs of portraits 8 are beyond, those in which it is seen.
constexpr double kFarSkin = 2.05;

// What is seen more thinly than this is not seen. Of a person who was cut out, far less than this
// of the view is hidden.
constexpr double kHardlySeen = 0.25;
constexpr double kMostHidden = 0.9;
// A target's face of which more than this share can be seen through, being thinner than that: of a
// person who was cut out it is none.
constexpr double kSeenThrough = 0.9;
constexpr double kMostSeenThrough = 0.03;

// Cosine of the recognition network's features. Of 85 pairs of photos of one person (smiling or
// not, turned by up to 45 degrees, other hair, other distance) the least alike had .94; of 4668
// pairs of two people 96 % lie below this.
constexpr double kSamePerson = 0.9;

// Without that network: the cosine of two looks (see FaceLook) less so much a W by which the shapes
// differ, and less what the skins differ. Of 1734 pairs of photos of one person (87 people, most of
// them photographed on one occasion) none lies below the bound by look and shape, nor do any of 214
// whose skins were looked at, too. Of 852 pairs of portraits 84 % do (65 % without the skin), of
// 12944 of people whom one photographer took under the same light 20 % (10 %).
constexpr double kShapeWeight = 10;
// Other light changes a skin as much as another person does, so it must not decide: the least alike
// of these 214, at -.01, would stay above the bound in any light.
constexpr double kSkinWeight = 0.15;
constexpr double kSameLook = -0.2;
// That holds for faces seen from about the same side, and not from too far aside.
constexpr double kSameSideDegrees = 20;
constexpr double kMostAsideDegrees = 35;

// A photo that was saved anew, also half as large, shows the same face to within a cosine of pixels
// of .9978 and .0016 W (276 copies); of 1732 pairs of photos of one person the nearest have .988
// and .0027 W, and .994 and .0062 W.
constexpr double kCopyPixels = 0.996;
constexpr double kCopyShape = 0.004;

int CountNonZero(const Mask& mask, const cv::Rect& part) { return cv::countNonZero(mask(part)); }

HeadAngles AnglesOf(const FaceMesh& mesh) {
  return AnglesFromRotation(PhotoFromHead(mesh, DefaultFaceMeshModel()).rotation);
}

/// How far a head is tilted to a shoulder, degrees, 0 to 180.
double Tilt(const FaceMesh& mesh) { return std::abs(AnglesOf(mesh).roll); }

/// A face, by what tells it apart from others without the recognition network.
struct SeenFace {
  FaceMesh mesh;
  FaceLook look;
};

/// See kSameLook. Nothing where that cannot be said of faces that are seen like these.
std::optional<double> LookAlike(const SeenFace& a, const SeenFace& b) {
  if (a.look.edges.empty() || b.look.edges.empty()) return {};
  for (const SeenFace& face : {std::cref(a), std::cref(b)}) {
    if (std::abs(AnglesOf(face.mesh).yaw) > kMostAsideDegrees) return {};
  }
  if (SightDifferenceDegrees(a.mesh, b.mesh) > kSameSideDegrees) return {};
  return Likeness(a.look.edges, b.look.edges) - kShapeWeight * ShapeDifference(a.mesh, b.mesh) -
         kSkinWeight * SkinDifference(a.look, b.look);
}

/// Whether both are one photo, saved anew.
bool IsCopy(const SeenFace& a, const SeenFace& b) {
  return Likeness(a.look.pixels, b.look.pixels) > kCopyPixels &&
         ShapeDifference(a.mesh, b.mesh) < kCopyShape;
}

/// Pixels this far to both sides of the chin and this far below it, face sizes.
cv::Rect PlaceBelowChin(const HeadView& view, double aside, double from, double to) {
  const double size = view.face_size();
  const cv::Point2d chin(view.mesh(mesh_point::kChin, 0), view.mesh(mesh_point::kChin, 1));
  return {cv::Point(cvRound(chin.x - aside * size), cvRound(chin.y + from * size)),
          cv::Point(cvRound(chin.x + aside * size), cvRound(chin.y + to * size))};
}

/// Photos that stand on their side or on their head. Bodies are looked for below.
void WarnOfUpright(const HeadView& source, int number, const HeadView& target,
                   std::vector<SwapWarning>& warnings) {
  using Kind = SwapWarning::Kind;
  const double target_tilt = Tilt(target.mesh);
  if (target_tilt > kTiltedDegrees) {
    warnings.push_back({Kind::kNotUpright, -1, target_tilt});
  } else if (const double body = BodyShare(target); body < kLeastBody) {
    warnings.push_back({Kind::kNoNeck, -1, body});
  }
  if (const double tilt = Tilt(source.mesh); tilt > kTiltedDegrees) {
    warnings.push_back({Kind::kNotUpright, number, tilt});
  }
}

/// One of two photos without colours. In a grey file, which cannot hold any, the new head is grey
/// like all else.
void WarnOfGrey(const HeadView& source, int number, const HeadView& target, bool in_grey_file,
                std::vector<SwapWarning>& warnings) {
  using Kind = SwapWarning::Kind;
  const bool is_source_grey = IsGrey(source);
  if (is_source_grey == IsGrey(target) || in_grey_file) return;
  warnings.push_back(is_source_grey ? SwapWarning{Kind::kSourceGrey, number, 0}
                                    : SwapWarning{Kind::kTargetGrey, -1, 0});
}

std::vector<SeenFace> FacesOf(std::span<const std::shared_ptr<const HeadView>> views) {
  std::vector<SeenFace> faces;
  for (const auto& view : views) {
    // A single one is compared with nothing.
    faces.push_back({view->mesh, views.size() > 1 ? LookOf(view->color, view->mesh) : FaceLook()});
  }
  return faces;
}

/// Sources that do not belong to the others or count little in the result, and why.
void WarnOfUnused(const SwapResult& result, const FaceMesh& wanted,
                  std::vector<SwapWarning>& warnings) {
  using Kind = SwapWarning::Kind;
  const std::vector<SeenFace> faces = FacesOf(result.source_views);
  std::vector<double> covered;
  bool any_is_whole = false;
  for (std::size_t i = 0; i < result.source_views.size(); ++i) {
    const int source = static_cast<int>(i);
    const SourceJudgement& judgement = result.source_judgements[i];
    const HeadView& view = *result.source_views[i];
    const std::span before(faces.begin(), i);
    const auto original = std::ranges::find_if(
        before, [&](const SeenFace& other) { return IsCopy(faces[i], other); });
    if (original != before.end()) {
      // Sources are numbered by their place in the request, see FindWarnings.
      const std::size_t place = result.used_sources[original - before.begin()];
      warnings.push_back({Kind::kSourceCopy, source, static_cast<double>(place + 1)});
    }
    covered.push_back(FindFaceCover(view).share);
    // Whose face lies under something is not known.
    const auto reference =
        static_cast<std::size_t>(std::ranges::find(covered, 0.0) - covered.begin());
    const auto alike =
        covered[i] == 0 && reference < i ? LookAlike(faces[i], faces[reference]) : std::nullopt;
    if (alike && *alike < kSameLook) {
      // See kSourceCopy.
      const auto other = static_cast<int>(result.used_sources[reference]);
      warnings.push_back({Kind::kOtherPerson, source, *alike, {}, other});
    } else if (judgement.other_shape) {
      warnings.push_back({Kind::kSourceUnlike, source, judgement.shape_difference});
    }
    any_is_whole |= covered.back() == 0;
    if (source == result.aligned_head->source) continue;
    if (judgement.blurred) {
      warnings.push_back({Kind::kSourceSofter, source, result.source_qualities[i].sharpness});
    }
    const double angle = SightDifferenceDegrees(view.mesh, wanted);
    if (angle > kUselessDegrees) warnings.push_back({Kind::kSourceNoUse, source, angle});
  }
  for (std::size_t i = 0; i < covered.size(); ++i) {
    if (covered[i] == 0) continue;
    warnings.push_back({any_is_whole ? Kind::kSourceCoveredAside : Kind::kSourceCovered,
                        static_cast<int>(i), covered[i]});
  }
}

/// Blur, a tilted photo, and a face of another person or of another shape.
void WarnOfFaces(std::span<const FaceFacts> sources, std::optional<std::size_t> pinned,
                 std::vector<SwapWarning>& warnings) {
  using Kind = SwapWarning::Kind;
  std::vector<FaceMesh> meshes;
  std::vector<double> blur;
  for (const FaceFacts& source : sources) {
    meshes.push_back(source.mesh);
    blur.push_back(source.blur);
  }
  const std::vector<SourceJudgement> judgements = JudgeSources(meshes, blur, pinned);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const int source = static_cast<int>(i);
    const std::vector<double>& first = sources.front().identity;
    const std::vector<double>& own = sources[i].identity;
    const bool both_known = !own.empty() && own.size() == first.size();
    const auto alike = both_known ? std::inner_product(own.begin(), own.end(), first.begin(), 0.0)
                                  : LookAlike({sources[i].mesh, sources[i].look},
                                              {sources.front().mesh, sources.front().look});
    if (alike && *alike < (both_known ? kSamePerson : kSameLook)) {
      warnings.push_back({Kind::kOtherPerson, source, *alike});
    } else if (judgements[i].other_shape) {
      warnings.push_back({Kind::kSourceUnlike, source, judgements[i].shape_difference});
    }
    if (const double tilt = std::abs(sources[i].angles.roll); tilt > kTiltedDegrees) {
      warnings.push_back({Kind::kNotUpright, source, tilt});
    }
    if (judgements[i].blurred) {
      warnings.push_back({Kind::kSourceSofter, source, blur[i]});
    } else if (blur[i] > kBlurredSigma) {
      warnings.push_back({Kind::kSourceBlurred, source, blur[i]});
    }
  }
}

/// Beside this target: too few pixels, and turned too far. Of several sources one may show the
/// other side; only the one that leads must be near.
void WarnBesideTarget(std::span<const FaceFacts> sources, const FaceMesh& target,
                      std::optional<std::size_t> pinned, std::vector<SwapWarning>& warnings) {
  using Kind = SwapWarning::Kind;
  std::vector<double> angles;
  for (const FaceFacts& source : sources) {
    angles.push_back(SightDifferenceDegrees(source.mesh, target));
  }
  const auto nearest = static_cast<std::size_t>(std::ranges::min_element(angles) - angles.begin());
  const std::size_t lead = pinned.value_or(nearest);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const int source = static_cast<int>(i);
    const double ratio = FaceSize(sources[i].mesh) / FaceSize(target);
    if (ratio < kSmallSource) warnings.push_back({Kind::kSourceSmall, source, ratio});
    if (i == lead && angles[i] > kLargeAngleDegrees) {
      warnings.push_back({Kind::kLargeAngle, source, angles[i]});
    } else if (i != lead && angles[i] > kUselessDegrees) {
      warnings.push_back({Kind::kSourceNoUse, source, angles[i]});
    }
  }
}

}  // namespace

std::vector<SwapWarning> FindSourceWarnings(std::span<const FaceFacts> sources,
                                            const FaceMesh* target,
                                            std::optional<std::size_t> pinned) {
  std::vector<SwapWarning> warnings;
  if (sources.empty()) return warnings;
  WarnOfFaces(sources, pinned, warnings);
  if (target != nullptr) {
    WarnBesideTarget(sources, *target, pinned, warnings);
    return warnings;
  }
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const double turned = std::abs(sources[i].angles.yaw);
    if (turned > kTurnedAwayDegrees) {
      warnings.push_back({SwapWarning::Kind::kTurnedAway, static_cast<int>(i), turned});
    }
  }
  return warnings;
}

void WarnOfSeveralFaces(int faces, const FaceChoice& choice, int source,
                        std::vector<SwapWarning>& warnings) {
  if (faces > 1 && !choice.number && !choice.place) {
    warnings.push_back({SwapWarning::Kind::kSeveralFaces, source, static_cast<double>(faces)});
  }
}

void WarnOfTransparentTarget(const Photo& target, const HeadView& view,
                             std::vector<SwapWarning>& warnings) {
  const AlphaMap opacity = OpacityOf(target, view);
  if (opacity.empty()) return;
  const double hidden = 1 - cv::countNonZero(opacity > kHardlySeen) / double(opacity.total());
  if (hidden > kMostHidden) {
    warnings.push_back({SwapWarning::Kind::kTargetTransparent, -1, hidden});
    return;
  }
  const Mask face = FaceHull(view.mesh, opacity.size());
  const double thin = cv::mean(AlphaOf(opacity < kSeenThrough), face)[0];
  if (thin > kMostSeenThrough) warnings.push_back({SwapWarning::Kind::kTargetThin, -1, thin});
}

void WarnOfCoveredTarget(const HeadView& view, std::vector<SwapWarning>& warnings) {
  const double covered = FindFaceCover(view).share;
  if (covered > 0) warnings.push_back({SwapWarning::Kind::kTargetCovered, -1, covered});
}

double BodyShare(const HeadView& view) {
  const cv::Rect whole = PlaceBelowChin(view, kBodyAside, kBodyFrom, kBodyTo);
  const cv::Rect inside = whole & cv::Rect({}, view.labels.size());
  if (inside.area() * 2 < whole.area()) return 1;
  const auto share = [&](LabelSet labels) {
    return CountNonZero(MaskOf(view.labels, labels), inside) / double(inside.area());
  };
  return share({Label::kSkin}) > kMostSkin ? 0 : share(kBodyLabels);
}

bool IsGrey(const HeadView& view) {
  const Mask head = MaskOf(view.labels, kHeadLabels);
  double sum = 0;
  int count = 0;
  for (int y = 0; y < head.rows; ++y) {
    for (int x = 0; x < head.cols; ++x) {
      if (head(y, x) == 0) continue;
      const cv::Vec3f& color = view.color(y, x);
      const auto [least, most] = std::minmax({color[0], color[1], color[2]});
      sum += most - least;
      ++count;
    }
  }
  return count > 0 && sum < kGreyChroma * count;
}

double MadeUpBodyShare(const HeadView& target, const BlendResult& blend) {
  const cv::Rect place = PlaceBelowChin(target, kShouldersAside, kShouldersFrom, kShouldersTo);
  const cv::Rect inside = place & cv::Rect({}, target.labels.size());
  if (inside.area() * 4 < place.area()) return 0;
  const LabelMap labels = target.labels(inside);
  const Mask removed = blend.removed(inside);
  // Hair in this place may hide a body even where none is filled in.
  const Mask unknown = removed & (blend.body(inside) | MaskOf(labels, {Label::kHair})) &
                       ~MaskAbove(blend.head_alpha(inside), 0.5);
  const double made_up = cv::countNonZero(unknown);
  const double seen = cv::countNonZero(MaskOf(labels, kBodyLabels) & ~removed);
  return made_up > 0 ? made_up / (made_up + seen) : 0;
}

double CutShare(const HeadView& view, const Mask& head) {
  const auto shares = BorderShares(view, head);
  return std::accumulate(shares.begin(), shares.end(), 0.0);
}

std::optional<double> CutBeyond(const HeadView& view, const Mask& head, const Mask& old_head) {
  const auto shares = BorderShares(view, head);
  const auto old_shares = BorderShares(view, old_head);
  double beyond = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    beyond += std::max(0.0, shares[i] - old_shares[i]);
  }
  const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
  if (beyond > kBeyondShare || all > kMuchCut) return all;
  return {};
}

void WarnOfSkin(const SwapResult& result, std::vector<SwapWarning>& warnings) {
  if (!result.color_reference) return;
  // Rec. 709; linear R, G, B.
  const double factor = result.color_reference->skin_gain.dot(cv::Vec3d(0.2126, 0.7152, 0.0722));
  if (factor > kFarSkin || factor < 1 / kFarSkin) {
    warnings.push_back({SwapWarning::Kind::kSkinFar, -1, factor});
  }
}

std::vector<SwapWarning> FindWarnings(const SwapResult& result, const FaceMesh& wanted) {
  using Kind = SwapWarning::Kind;
  std::vector<SwapWarning> warnings;
  const AlignedHead& head = *result.aligned_head;
  const int used = head.source;
  const HeadView& source = *result.source_views[static_cast<std::size_t>(used)];
  const HeadView& target = *result.target_view;
  // A tilt in the picture's plane hides nothing.
  if (const double angle = SightDifferenceDegrees(source.mesh, wanted);
      angle > kLargeAngleDegrees) {
    warnings.push_back({Kind::kLargeAngle, used, angle});
  }
  const double ratio = (source.face_size() / source.scale) / (target.face_size() / target.scale);
  if (ratio < kSmallSource) warnings.push_back({Kind::kSourceSmall, used, ratio});
  if (const double cut = CutShare(source, MaskOf(source.labels, kHeadLabels)); cut > kCutShare) {
    warnings.push_back({Kind::kSourceCut, used, cut});
  }
  const FaceQuality& quality = result.source_qualities[static_cast<std::size_t>(used)];
  if (quality.sharpness > kBlurredSigma) {
    warnings.push_back({Kind::kSourceBlurred, used, quality.sharpness});
  }
  if (quality.clipped_share > kClippedShare) {
    warnings.push_back({Kind::kClippedLight, used, quality.clipped_share});
  }
  if (const auto cut =
          CutBeyond(target, MaskAbove(head.alpha, 0.5), MaskOf(target.labels, kHeadLabels))) {
    warnings.push_back({Kind::kHeadBeyond, -1, *cut});
  }
  if (result.color_reference && result.color_reference->hair_unseen) {
    warnings.push_back({Kind::kHairUnseen, -1, 0});
  }
  WarnOfSkin(result, warnings);
  WarnOfUpright(source, used, target, warnings);
  WarnOfGrey(source, used, target, result.picture != nullptr && result.picture->IsGrey(), warnings);
  if (result.automatic_blend && Tilt(target.mesh) <= kTiltedDegrees) {
    const double made_up = MadeUpBodyShare(target, *result.automatic_blend);
    if (made_up > kMostMadeUp) warnings.push_back({Kind::kBodyHidden, -1, made_up});
  }
  WarnOfUnused(result, wanted, warnings);
  for (SwapWarning& warning : warnings) {
    if (warning.source < 0) continue;
    const std::size_t place = result.used_sources[static_cast<std::size_t>(warning.source)];
    warning.source = static_cast<int>(place);
  }
  return warnings;
}

}  // namespace heser
