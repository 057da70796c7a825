#pragma once

#include <span>
#include <vector>

#include "engine/core/image.h"

namespace heser {

/// Takes soft maps from a coarse grid to a fine picture along the picture's own edges: on the grid
/// each map is, window by window, a linear function of the colour; that function then reads the
/// fine picture's colours. (Colour guided filter, He, Sun and Tang, PAMI 2013; coefficients on the
/// small picture as in "Fast Guided Filter", arXiv 1505.00996.) Immutable once made; thread-safe.
class GuidedUpsampling {
 public:
  /// `guide` is the fine picture brought to the grid, `maps` the soft maps there. `radius` is the
  /// window's, in grid pixels; `epsilon` the colour variance below which a window counts as flat
  /// (colours 0 to 1).
  GuidedUpsampling(const ColorImage& guide, std::span<const cv::Mat1f> maps, int radius,
                   double epsilon);

  int map_count() const { return static_cast<int>(coefficients_.size()); }

  /// The maps' values for a colour at a place of the grid (x, y in grid pixels; clamped to it).
  /// Not clipped to the maps' range. `values` holds map_count() numbers.
  void Evaluate(cv::Point2f place, const cv::Vec3f& color, float* values) const;

  /// Map `index` for every pixel of the fine picture; `grid_from_fine` maps x and y apart:
  /// grid = (x * scale_x + shift_x, ...), given as a 2 x 3 affine without rotation.
  cv::Mat1f Upsample(int index, const ColorImage& fine, const cv::Matx23d& grid_from_fine) const;

 private:
  std::vector<cv::Mat4f> coefficients_;  ///< Of red, green, blue and the constant, one a map.
};

}  // namespace heser
