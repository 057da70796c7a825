#include "synthetic_photos.h"

#include <fstream>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "engine/training/npy.h"

namespace heser::test {
namespace {

constexpr int kWidth = 200;
constexpr int kHeight = 240;
// CelebAMask-HQ classes.
constexpr int kSkin = 1;
constexpr int kNose = 10;
constexpr int kCloth = 16;
constexpr int kHair = 17;

void WriteOne(const std::filesystem::path& stem, int number) {
  const Similarity3 photo_from_head{
      70.0 + number, Eigen::Matrix3d::Identity(), {100.0 + number % 3, 110, 0}};
  const FaceMesh mesh = photo_from_head.Apply(DefaultFaceMeshModel().mean);
  cv::Mat3b image(kHeight, kWidth, cv::Vec3b(200, 180, 160));
  cv::Mat1b labels(kHeight, kWidth, std::uint8_t{0});
  cv::Mat1b matte(kHeight, kWidth, std::uint8_t{0});
  const cv::Point center(cvRound(mesh(mesh_point::kNoseTip, 0)), 105);
  const auto draw = [&](cv::Point middle, cv::Size axes, const cv::Scalar& color, int label) {
    cv::ellipse(image, middle, axes, 0, 0, 360, color, cv::FILLED);
    cv::ellipse(labels, middle, axes, 0, 0, 360, label, cv::FILLED);
    cv::ellipse(matte, middle, axes, 0, 0, 360, 255, cv::FILLED);
  };
  draw({100, 235}, {90, 60}, {90, 40, 20}, kCloth);
  draw(center - cv::Point(0, 12), {52, 62}, {20, 40, 60}, kHair);
  draw(center, {40, 50}, {150, 170, 220}, kSkin);
  draw(center, {7, 9}, {110, 130, 200}, kNose);
  cv::imwrite(stem.string() + ".jpg", image);
  cv::imwrite(stem.string() + "_parse.png", labels);
  cv::imwrite(stem.string() + "_matte.png", matte);
  NpyArray array{{kMeshPointCount, 3}, {}};
  for (int i = 0; i < kMeshPointCount * 3; ++i) {
    array.values.push_back(static_cast<float>(mesh.data()[i]));
  }
  WriteNpy(stem.string() + "_mesh.npy", array);
}

}  // namespace

void WriteSyntheticPhotos(const std::filesystem::path& folder, int count) {
  std::filesystem::create_directories(folder / "portraits");
  std::filesystem::create_directories(folder / "multi_pose");
  std::ofstream manifest(folder / "manifest.csv");
  manifest << "file,identity,licence,width,height\n";
  for (int i = 0; i < count; ++i) {
    const std::string name = "person_" + std::to_string(i);
    WriteOne(folder / "portraits" / name, i);
    manifest << "portraits/" << name << ".jpg," << name << ",CC0-1.0,200,240\n";
  }
  WriteOne(folder / "multi_pose" / "tests_only", 0);
  manifest << "multi_pose/tests_only.jpg,tests_only,research use,200,240\n";
}

}  // namespace heser::test
