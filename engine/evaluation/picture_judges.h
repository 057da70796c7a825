#pragma once

#include <opencv2/core.hpp>

#include "engine/analysis/face_mesh.h"
#include "engine/photo/photo.h"

/// Judges that compare pictures pixel by pixel. All are thread-safe.
namespace heser {

/// Peak signal-to-noise ratio of two 8-bit pictures of one size, dB; 100 at most, for identical
/// ones too.
double Psnr(const cv::Mat3b& a, const cv::Mat3b& b);

/// Mean structural similarity of the grey values of two 8-bit RGB pictures of one size, -1 to 1
/// (Wang et al., IEEE TIP 2004; OpenCV's quality module).
double Ssim(const cv::Mat3b& a, const cv::Mat3b& b);

/// What truth figures are taken over: a box of 1.1 face sizes to every side of a point .12 above
/// the middle of the face, as far as the photo reaches, brought to 256 x 256. `mesh` is in photo
/// pixels. 8-bit sRGB.
cv::Mat3b HeadBoxPicture(const Photo& photo, const FaceMesh& mesh);

/// Largest absolute difference of a stored sample of two photos of one size and format where
/// `region` (0 to 1, over `window` of the photo) is 0, and everywhere outside of the window; in
/// steps of an 8-bit sample, also for 16-bit photos.
double LargestChangeOutside(const Photo& a, const Photo& b, const cv::Rect& window,
                            const cv::Mat1f& region);

}  // namespace heser
