#include "engine/evaluation/picture_judges.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <opencv2/imgproc.hpp>
#include <opencv2/quality.hpp>

#include "engine/core/image.h"

namespace heser {
namespace {

// Of identical pictures; infinity is no number for a table.
constexpr double kLargestPsnr = 100;

// The head's box, as the judges beside the product take it.
constexpr double kBoxHalf = 1.1;
constexpr double kBoxAbove = 0.12;
constexpr int kBoxPixels = 256;

cv::Mat1b Grey(const cv::Mat3b& rgb) {
  cv::Mat1b grey;
  cv::cvtColor(rgb, grey, cv::COLOR_RGB2GRAY);
  return grey;
}

cv::Rect HeadBox(const Photo& photo, const FaceMesh& mesh) {
  const double half = kBoxHalf * FaceSize(mesh);
  const double above = kBoxAbove * FaceSize(mesh);
  const double roll = FaceRollDegrees(mesh) * std::numbers::pi / 180;
  const cv::Point2d center =
      FaceCenter(mesh) + cv::Point2d(above * std::sin(roll), -above * std::cos(roll));
  const cv::Point corner(cvRound(center.x - half), cvRound(center.y - half));
  return cv::Rect(corner, cv::Size(cvRound(2 * half), cvRound(2 * half))) & photo.bounds();
}

}  // namespace

double Psnr(const cv::Mat3b& a, const cv::Mat3b& b) {
  return std::min(kLargestPsnr, cv::PSNR(a, b));
}

double Ssim(const cv::Mat3b& a, const cv::Mat3b& b) {
  return cv::quality::QualitySSIM::compute(Grey(a), Grey(b), cv::noArray())[0];
}

cv::Mat3b HeadBoxPicture(const Photo& photo, const FaceMesh& mesh) {
  const cv::Rect box = HeadBox(photo, mesh);
  if (box.empty()) return cv::Mat3b::zeros(kBoxPixels, kBoxPixels);
  cv::Mat3b picture;
  cv::resize(ToBytes(photo.WorkingPixels(box)), picture, {kBoxPixels, kBoxPixels}, 0, 0,
             cv::INTER_AREA);
  return picture;
}

double LargestChangeOutside(const Photo& a, const Photo& b, const cv::Rect& window,
                            const cv::Mat1f& region) {
  cv::Mat1b outside(a.size(), 255);
  cv::Mat1b(outside, window).setTo(0, region > 0);
  cv::Mat difference;
  cv::absdiff(a.samples(), b.samples(), difference);
  double largest = 0;
  for (int channel = 0; channel < difference.channels(); ++channel) {
    cv::Mat plane;
    cv::extractChannel(difference, plane, channel);
    double value = 0;
    cv::minMaxLoc(plane, nullptr, &value, nullptr, nullptr, outside);
    largest = std::max(largest, value);
  }
  return a.IsSixteenBit() ? largest / 257 : largest;
}

}  // namespace heser
