#include "engine/aligner/refinement_input.h"

#include <opencv2/imgproc.hpp>

#include "engine/aligner/posed_head.h"
#include "engine/aligner/renderer.h"
#include "engine/analysis/face_crops.h"
#include "engine/core/error.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// What a source showed well is real and stays: below this confidence, and up to so many pixels
// around that (of a crop of 256), colours are mended; farther around it the outline.
constexpr double kDoubtful = 0.5;
constexpr double kColorReach = 4;
constexpr double kOutlineReach = 14;
constexpr double kSoftness = 3;
constexpr double kNormalScale = 127;
constexpr double kNoNormal = 128;

cv::Mat1b AlphaCrop(const AlphaMap& alpha, const cv::Matx23d& crop_from_map, int size) {
  cv::Mat1b bytes;
  SampleCrop(alpha, crop_from_map, size).convertTo(bytes, CV_8U, 255);
  return bytes;
}

cv::Matx23d CropFromBox(const cv::Matx23d& crop_from_view, const cv::Rect& box) {
  return ComposeAffine(crop_from_view, cv::Matx23d(1, 0, box.x, 0, 1, box.y));
}

/// Colours of the head's crop; where it has none, the nearest.
cv::Mat3b HeadColors(const AlignedHead& head, const cv::Matx23d& crop_from_view, int size) {
  const AlphaMap known = AlphaOf(MaskAbove(head.confidence, 0) | MaskAbove(head.alpha, 0));
  const AlphaMap share = SampleCrop(known, crop_from_view, size);
  const ColorImage known_colors = Multiply(head.color, known);
  const ColorImage color = SampleCrop(known_colors, crop_from_view, size);
  const Mask sure = MaskAbove(share, 0.5);
  return ToBytes(PushPull(Multiply(color, 1 / cv::max(share, 0.5f)), AlphaOf(sure)));
}

/// Normals of the face mesh as colours.
cv::Mat3b NormalPicture(const FaceMesh& mesh, const FaceMeshModel& model, int size,
                        const Progress& progress) {
  const FaceMesh normals = MeshNormals(mesh, model);
  std::vector<cv::Vec3f> vertices(kMeshPointCount);
  std::vector<cv::Vec3f> values(kMeshPointCount);
  for (int i = 0; i < kMeshPointCount; ++i) {
    vertices[i] = cv::Vec3d(mesh(i, 0), mesh(i, 1), mesh(i, 2));
    values[i] = cv::Vec3d(normals(i, 0), normals(i, 1), normals(i, 2));
  }
  const Raster raster = Rasterize(vertices, model.triangles, cv::Rect(0, 0, size, size),
                                  Culling::kBackFaces, progress);
  cv::Mat3b picture(size, size, cv::Vec3b::all(static_cast<std::uint8_t>(kNoNormal)));
  for (int y = 0; y < size; ++y) {
    for (int x = 0; x < size; ++x) {
      const int triangle = raster.triangle(y, x);
      if (triangle < 0) continue;
      const cv::Vec3f normal =
          Interpolate<cv::Vec3f>(model.triangles[triangle], raster.weights(y, x), values);
      for (int k = 0; k < 3; ++k) {
        picture(y, x)[k] = cv::saturate_cast<std::uint8_t>(kNoNormal + kNormalScale * normal[k]);
      }
    }
  }
  return picture;
}

/// The dense field of a surface from the target's crop into the source's.
void AddPlaces(const HeadSurface& surface, const FaceMesh& destination_in_crop, int size,
               const Progress& progress, RefinementSource& source) {
  // Half size: pixel i covers the crop's pixels 2 i and 2 i + 1.
  const cv::Matx23d half(0.5, 0, -0.25, 0, 0.5, -0.25);
  const SurfacePlaces found =
      FindPlaces(surface, TransformMesh(half, destination_in_crop), {size / 2, size / 2}, progress);
  cv::Mat2f places;
  cv::transform(found.place, places, cv::Mat(HeadCropFromPhoto(surface.mesh, size)));
  const Mask seen = MaskAbove(found.confidence, 0);
  if (cv::countNonZero(seen) > 0) places = PushPull(places, AlphaOf(seen));
  places.convertTo(source.places, CV_16S, kPlaceUnits);
  found.confidence.convertTo(source.trust, CV_8U, 255);
}

}  // namespace

SurfaceCrop CropSurface(const HeadSurface& surface, const cv::Matx23d& crop_from_view, int size) {
  const cv::Matx23d crop_from_box = CropFromBox(crop_from_view, surface.box);
  if (surface.ears.z.empty()) {
    return {ToBytes(SampleCrop(surface.color, crop_from_box, size)),
            AlphaCrop(surface.alpha, crop_from_box, size)};
  }
  const ColorImage whole = Mix(surface.color, surface.ears.color, surface.ears.alpha);
  return {ToBytes(SampleCrop(whole, crop_from_box, size)),
          AlphaCrop(AlphaMap(cv::max(surface.alpha, surface.ears.alpha)), crop_from_box, size)};
}

RefinementInput MakeRefinementInput(const AlignedHead& head,
                                    std::span<const HeadSurface* const> sources,
                                    const cv::Matx23d& crop_from_view, int size,
                                    const Progress& progress) {
  if (sources.empty() || sources.size() > kMostRefinementSources) {
    throw Error(ErrorKind::kWrongUse, "sources", "one to three are looked at");
  }
  RefinementInput input;
  input.color = HeadColors(head, crop_from_view, size);
  input.alpha = AlphaCrop(head.alpha, crop_from_view, size);
  input.confidence = AlphaCrop(head.confidence, crop_from_view, size);
  cv::warpAffine(head.labels, input.labels, crop_from_view, {size, size}, cv::INTER_NEAREST,
                 cv::BORDER_CONSTANT);
  const FaceMesh mesh = TransformMesh(crop_from_view, head.mesh);
  input.normals = NormalPicture(mesh, DefaultFaceMeshModel(), size, progress);
  for (const HeadSurface* surface : sources) {
    const SurfaceCrop crop = CropSurface(*surface, HeadCropFromPhoto(surface->mesh, size), size);
    input.sources.push_back({crop.color, crop.alpha, {}, {}});
    AddPlaces(*surface, mesh, size, progress, input.sources.back());
  }
  return input;
}

MendableParts FindMendableParts(const RefinementInput& input) {
  const double unit = input.color.cols / double{kHeadCropSize};
  Mask doubtful = Mask(input.confidence < 255 * kDoubtful) & Mask(input.alpha > 127);
  doubtful.setTo(0, MaskOf(input.labels, {Label::kInnerMouth}));
  const auto around = [&](double reach) {
    return AlphaMap(Blur(AlphaOf(Dilate(doubtful, reach * unit)), kSoftness * unit));
  };
  MendableParts parts{around(kColorReach), around(kOutlineReach)};
  // What the outline gains has no colour of its own.
  parts.outline.copyTo(parts.color, input.alpha < 128);
  return parts;
}

}  // namespace heser
