#include "engine/aligner/posed_head.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/aligner/hair_taper.h"
#include "engine/aligner/nape_hair.h"
#include "engine/aligner/occlusion_edges.h"
#include "engine/aligner/outline_sampling.h"
#include "engine/aligner/posed_ears.h"
#include "engine/aligner/posed_mesh.h"
#include "engine/aligner/renderer.h"
#include "engine/aligner/surface_sampling.h"
#include "engine/core/error.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Lengths in face sizes.
// Front and back of the head are joined over this width.
constexpr double kSeam = 0.02;
// Growth of the thickness along the line of sight that a small turn does not make near an outline.
constexpr double kThickened = 0.12;

/// Lets the outermost pixels go on by one more all around: a soft outline reaches so far out.
void GrowOutwards(SurfaceSamples& samples) {
  const Mask before = samples.hit.clone();
  const cv::Rect inside(cv::Point(), before.size());
  for (int y = 0; y < before.rows; ++y) {
    for (int x = 0; x < before.cols; ++x) {
      if (before(y, x) != 0) continue;
      for (const cv::Point& off : {cv::Point(-1, 0), {1, 0}, {0, -1}, {0, 1}}) {
        const cv::Point from = cv::Point(x, y) + off;
        if (!inside.contains(from) || before(from) == 0) continue;
        samples.place(y, x) = samples.place(from);
        samples.confidence(y, x) = samples.confidence(from);
        samples.back(y, x) = samples.back(from);
        samples.depth(y, x) = samples.depth(from);
        samples.hit(y, x) = 255;
        break;
      }
    }
  }
}

/// Under an ear the surface shows what nobody saw.
void DoubtWhatEarsHid(const HeadSurface& surface, SurfaceSamples& samples) {
  if (surface.ears.under.empty()) return;
  cv::Mat under;
  cv::remap(surface.ears.under, under, samples.place, cv::noArray(), cv::INTER_NEAREST,
            cv::BORDER_CONSTANT);
  samples.confidence.setTo(kBackConfidence, Mask(under) & samples.hit);
}

/// What the samples show of HeadSurface::missing.
Mask MissingAt(const HeadSurface& surface, const SurfaceSamples& samples) {
  cv::Mat places;
  cv::add(samples.place, cv::Scalar(surface.box.x, surface.box.y), places);
  Mask missing;
  cv::remap(surface.missing, missing, places, cv::noArray(), cv::INTER_NEAREST,
            cv::BORDER_CONSTANT);
  return missing & samples.hit & ~samples.back;
}

/// 0 where the confidence is at least 1 / from, 1 where it is 1 / to or less; only on the front.
AlphaMap Stretched(const SurfaceSamples& samples, float from, float to) {
  AlphaMap stretched = AlphaMap::zeros(samples.hit.size());
  for (int y = 0; y < stretched.rows; ++y) {
    for (int x = 0; x < stretched.cols; ++x) {
      if (samples.hit(y, x) == 0 || samples.back(y, x) != 0) continue;
      const float ratio = 1 / std::max(samples.confidence(y, x), 0.05f);
      stretched(y, x) = std::clamp((ratio - from) / (to - from), 0.0f, 1.0f);
    }
  }
  return stretched;
}

ColorImage SampleColors(const HeadSurface& surface, const SurfaceSamples& samples) {
  cv::Mat color;
  cv::remap(surface.color, color, samples.place, cv::noArray(), cv::INTER_CUBIC,
            cv::BORDER_REPLICATE);
  cv::Mat steep;
  cv::remap(surface.steep, steep, samples.place, cv::noArray(), cv::INTER_LINEAR,
            cv::BORDER_REPLICATE);
  color = Mix(color, steep, Blur(Stretched(samples, 1.4f, 2.6f), 2));
  if (cv::countNonZero(samples.back) > 0) {
    cv::Mat cover;
    cv::remap(surface.cover.color, cover, samples.place, cv::noArray(), cv::INTER_LINEAR,
              cv::BORDER_REPLICATE);
    color = Mix(color, cover, AlphaOf(samples.back));
  }
  color.setTo(0, samples.hit == 0);
  return color;
}

/// Thickness of the head along the line of sight, as its photo saw it, at the nodes; view pixels.
ScalarImage SourceThickness(const HeadSurface& surface) {
  ScalarImage thickness = ScalarImage::zeros(surface.front.size());
  cv::subtract(surface.back, surface.front, thickness, surface.back_nodes);
  return thickness;
}

/// Where the line of sight goes through much more of the head than it did in the photo: there what
/// was a see-through outline has the rest of the head behind it.
Mask ThickenedParts(const HeadSurface& surface, const PosedMesh& posed,
                    const SurfaceSamples& samples, const cv::Rect& window, double scale,
                    const Progress& progress) {
  // The mesh seen from behind: the same picture with depth and triangles turned round.
  std::vector<cv::Vec3f> vertices = posed.vertices;
  for (cv::Vec3f& vertex : vertices) vertex[2] = -vertex[2];
  const Raster behind = Rasterize(vertices, posed.away, window, Culling::kBackFaces, progress);

  cv::Mat before;
  cv::remap(SourceThickness(surface), before, samples.place * (1 / surface.step), cv::noArray(),
            cv::INTER_LINEAR, cv::BORDER_CONSTANT);
  // In front of hair behind the neck stands the neck.
  cv::Mat neck;
  cv::remap(surface.apron_nodes, neck, samples.place * (1 / surface.step), cv::noArray(),
            cv::INTER_NEAREST, cv::BORDER_CONSTANT);
  const auto least = static_cast<float>(kThickened * surface.face_size * scale);
  Mask thickened = Mask::zeros(window.size());
  for (int y = 0; y < window.height; ++y) {
    for (int x = 0; x < window.width; ++x) {
      if (samples.hit(y, x) == 0 || behind.triangle(y, x) < 0 || neck.at<std::uint8_t>(y, x) != 0) {
        continue;
      }
      const float now = -behind.depth(y, x) - samples.depth(y, x);
      const float growth = now - static_cast<float>(scale) * before.at<float>(y, x);
      if (growth > least) thickened(y, x) = 255;
    }
  }
  return thickened;
}

/// Makes alpha solid where the back of the head shows or stands behind, and across its seam with
/// the front: the front's outline is soft, strands and all, but behind it hair goes on.
void CloseSeam(const Mask& backed, double face_size, AlphaMap& alpha) {
  if (cv::countNonZero(backed) == 0) return;
  const double reach = std::max(3.0, kSeam * face_size);
  Mask solid = MaskAbove(alpha, 0.5) | backed;
  const Mask near_back = Dilate(backed, reach);
  solid |= Erode(Dilate(solid, reach), reach) & near_back;
  const AlphaMap cover = Blur(AlphaOf(solid), 1);
  const AlphaMap amount = Blur(AlphaOf(near_back), reach / 3);
  for (int y = 0; y < alpha.rows; ++y) {
    for (int x = 0; x < alpha.cols; ++x) {
      alpha(y, x) = std::max(alpha(y, x), cover(y, x) * amount(y, x));
    }
  }
}

/// Where the surface was stretched, its outline became a wide blur: a new one is drawn at the same
/// place. And where the surface ends in a fold, its outline is that of the pixels drawn, in stairs:
/// a soft one is drawn around their middle.
void SharpenStretched(const SurfaceSamples& samples, double face_size, AlphaMap& alpha) {
  const AlphaMap redrawn = Blur(Stretched(samples, 1.5f, 2.5f), 0.02 * face_size);
  const AlphaMap smooth = Blur(alpha, 0.015 * face_size);
  const AlphaMap cover = Blur(AlphaOf(samples.hit), OutlineSoftness(face_size) / 2);
  for (int y = 0; y < alpha.rows; ++y) {
    for (int x = 0; x < alpha.cols; ++x) {
      const float sharp =
          std::min(std::clamp((smooth(y, x) - 0.5f) * 3 + 0.5f, 0.0f, 1.0f), cover(y, x));
      const float value = alpha(y, x) + (sharp - alpha(y, x)) * redrawn(y, x);
      const float fold = std::clamp((cover(y, x) - 0.5f) / 0.45f, 0.0f, 1.0f);
      alpha(y, x) = samples.hit(y, x) != 0 ? std::min(value, fold) : 0;
    }
  }
}

LabelMap SampleLabels(const HeadSurface& surface, const SurfaceSamples& samples,
                      const AlphaMap& alpha) {
  cv::Mat sampled;
  cv::remap(surface.labels, sampled, samples.place, cv::noArray(), cv::INTER_NEAREST,
            cv::BORDER_REPLICATE);
  LabelMap labels = sampled;
  const auto material = static_cast<std::uint8_t>(surface.cover.material);
  labels.setTo(material, samples.back);
  if (!surface.cover.skin.empty()) {
    cv::Mat nape;
    cv::remap(surface.cover.skin, nape, samples.place, cv::noArray(), cv::INTER_NEAREST,
              cv::BORDER_REPLICATE);
    labels.setTo(static_cast<int>(Label::kSkin), samples.back & nape);
  }
  // At the seam the front's outline looks out of its photo's head: what is there is hair.
  const Mask seam = Dilate(samples.back, 4);
  for (int y = 0; y < labels.rows; ++y) {
    for (int x = 0; x < labels.cols; ++x) {
      if (alpha(y, x) <= 0) {
        labels(y, x) = 0;
      } else if (seam(y, x) != 0 && !kHeadLabels.Contains(labels(y, x))) {
        labels(y, x) = material;
      }
    }
  }
  return labels;
}

/// Gives hair that was stretched or made up the detail of hair that was seen, in the target's
/// frame: so strands keep their width.
void RetextureHair(const SurfaceSamples& samples, const LabelMap& labels, const AlphaMap& alpha,
                   Label material, double face_size, ColorImage& color) {
  constexpr int kLeastGood = 400;
  constexpr float kLargestDetail = 0.24f;
  constexpr float kDetailAmount = 0.8f;
  const Mask solid = MaskAbove(alpha, 0.5) & cv::Mat(labels == static_cast<int>(material));
  const Mask sure = MaskAbove(samples.confidence, 0.5);
  const Mask good = Erode(solid & sure & MaskAbove(alpha, 0.97), 1);
  Mask bad = solid & ~cv::Mat(sure);
  bad |= solid & Dilate(samples.back, 2);
  bad &= ~cv::Mat(good);
  if (cv::countNonZero(good) <= kLeastGood || cv::countNonZero(bad) == 0) return;

  const double detail_sigma = std::max(2.0, 0.02 * face_size);
  ColorImage detail = ColorImage::zeros(color.size());
  cv::subtract(color, BlurWeighted(color, AlphaOf(good), detail_sigma), detail, good);
  detail = cv::max(cv::min(cv::Mat(detail), cv::Scalar::all(kLargestDetail)),
                   cv::Scalar::all(-kLargestDetail));
  const ColorImage reflected = ReflectDetail(detail, good, bad);

  // The low band leaves out what was seen at a grazing angle: it shows the rim of the head.
  Mask smeared;
  cv::inRange(samples.confidence, kBackConfidence + 1e-4, 0.25, smeared);
  AlphaMap weight = AlphaOf(solid) * 0.02;
  weight = cv::max(weight, AlphaOf(solid & ~cv::Mat(Dilate(smeared, 1))));
  const cv::Mat low = BlurWeighted(color, weight, std::max(3.0, 0.035 * face_size));
  ColorImage textured;
  cv::scaleAdd(reflected, kDetailAmount, low, textured);
  AlphaMap amount = Blur(AlphaOf(bad), 1.5);
  amount = amount.mul(AlphaOf(solid));
  color = Mix(color, textured, amount);
}

/// Puts a window's picture into one of the whole size.
template <typename Picture>
Picture Place(const Picture& part, const cv::Rect& window, const cv::Size& size) {
  Picture whole = Picture::zeros(size);
  part.copyTo(whole(window));
  return whole;
}

}  // namespace

AlignedHead RenderHead(const HeadSurface& surface, const FaceMesh& destination,
                       const cv::Size& size, const Progress& progress) {
  PosedHead parts = RenderParts(surface, destination, size, progress);
  LayEars(parts.ears, parts.head);
  return parts.head;
}

PosedHead RenderParts(const HeadSurface& surface, const FaceMesh& destination, const cv::Size& size,
                      const Progress& progress) {
  if (size.empty()) throw Error(ErrorKind::kWrongUse, "size", "the picture has no pixels");
  progress.Report(0);
  const Similarity3 target_from_view = FitSimilarity(SelectRows(surface.mesh, StableMeshPoints()),
                                                     SelectRows(destination, StableMeshPoints()));
  const double face_size = surface.face_size * target_from_view.scale;
  const PosedMesh posed = PoseSurface(surface, destination, target_from_view);
  const cv::Rect window = WindowOf(posed, size, 4);

  PosedHead parts;
  AlignedHead& head = parts.head;
  head.mesh = destination;
  head.angle_degrees = RotationAngleDegrees(target_from_view.rotation);
  if (window.empty()) {
    head.color = ColorImage::zeros(size);
    head.alpha = AlphaMap::zeros(size);
    head.labels = LabelMap::zeros(size);
    head.confidence = AlphaMap::zeros(size);
    return parts;
  }
  SurfaceSamples samples = SampleHead(surface, posed, window, progress);
  GrowOutwards(samples);
  DoubtWhatEarsHid(surface, samples);
  const Mask thickened =
      ThickenedParts(surface, posed, samples, window, target_from_view.scale, progress);
  progress.Report(0.3);
  ColorImage color =
      SoftenOcclusions(SampleColors(surface, samples), samples.depth, samples.hit, face_size);
  progress.Report(0.5);

  AlphaMap alpha = SampleCoverage(surface.alpha, samples.place, samples.hit & ~samples.back,
                                  OutlineSoftness(face_size));
  CloseSeam(samples.back | thickened, face_size, alpha);
  SharpenStretched(samples, face_size, alpha);
  HideNapeHair(surface, target_from_view * surface.view_from_head, samples, alpha);
  const LabelMap labels = SampleLabels(surface, samples, alpha);
  TaperCutHair(samples.place, MaskOf(labels, {Label::kHair}) | samples.back,
               {.source_bottom = static_cast<double>(surface.view_size.height - surface.box.y),
                .scale = target_from_view.scale,
                .face_size = face_size,
                .picture_bottom = size.height - window.y},
               alpha);
  progress.Report(0.7);
  RetextureHair(samples, labels, alpha, surface.cover.material, face_size, color);

  head.color = Place(color, window, size);
  head.alpha = Place(alpha, window, size);
  head.labels = Place(labels, window, size);
  head.confidence = Place(samples.confidence, window, size);
  if (!surface.missing.empty()) parts.missing = Place(MissingAt(surface, samples), window, size);
  head.box = cv::boundingRect(Mask(alpha > 0)) + window.tl();
  parts.ears =
      PaintEars(surface, SampleEars(surface, posed, samples, window, face_size, progress), window);
  progress.Report(1);
  return parts;
}

SurfacePlaces FindPlaces(const HeadSurface& surface, const FaceMesh& destination,
                         const cv::Size& size, const Progress& progress) {
  if (size.empty()) throw Error(ErrorKind::kWrongUse, "size", "the picture has no pixels");
  const Similarity3 target_from_view = FitSimilarity(SelectRows(surface.mesh, StableMeshPoints()),
                                                     SelectRows(destination, StableMeshPoints()));
  const PosedMesh posed = PoseSurface(surface, destination, target_from_view);
  const cv::Rect window(cv::Point(), size);
  SurfaceSamples samples = SampleHead(surface, posed, window, progress);
  const double face_size = surface.face_size * target_from_view.scale;
  PutEarPlaces(SampleEars(surface, posed, samples, window, face_size, progress), samples);
  const cv::Point origin = surface.box.tl();
  cv::Mat view_places;
  cv::add(samples.place, cv::Scalar(origin.x, origin.y), view_places);
  return {view_places, samples.confidence};
}

Mask BeyondView(const HeadSurface& surface, const FaceMesh& destination, const cv::Size& size) {
  const Similarity3 target_from_view = FitSimilarity(SelectRows(surface.mesh, StableMeshPoints()),
                                                     SelectRows(destination, StableMeshPoints()));
  // The equator is a plane over the view: three of its nodes say where.
  const int right = surface.equator.cols - 1;
  const int bottom = surface.equator.rows - 1;
  const double origin = surface.equator(0, 0);
  const double slope_x = (surface.equator(0, right) - origin) / (surface.step * right);
  const double slope_y = (surface.equator(bottom, 0) - origin) / (surface.step * bottom);
  std::vector<cv::Point> corners;
  for (const auto& [x, y] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}}) {
    const Eigen::Vector2d at(x * (surface.view_size.width - 1), y * (surface.view_size.height - 1));
    const double z =
        origin + slope_x * (at.x() - surface.box.x) + slope_y * (at.y() - surface.box.y);
    const Eigen::Vector3d target = target_from_view * Eigen::Vector3d(at.x(), at.y(), z);
    // Far outside of the picture, integers overflow.
    const Eigen::Vector2d limited = target.head<2>().cwiseMax(-30000).cwiseMin(30000);
    corners.emplace_back(cvRound(limited.x()), cvRound(limited.y()));
  }
  Mask beyond(size, std::uint8_t{255});
  cv::fillConvexPoly(beyond, corners, 0);
  return beyond;
}

FaceMesh TurnMesh(const HeadSurface& surface, const Eigen::Matrix3d& rotation) {
  // The origin of the head frame lies in the face; the neck's joint is nearer to the skull.
  const Eigen::Vector3d center = surface.view_from_head * Eigen::Vector3d(0, 0, 0.5);
  FaceMesh turned = surface.mesh;
  for (int i = 0; i < kMeshPointCount; ++i) {
    turned.row(i) = (rotation * (surface.mesh.row(i).transpose() - center) + center).transpose();
  }
  return turned;
}

}  // namespace heser
