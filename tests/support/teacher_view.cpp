#include "tests/support/teacher_view.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"
#include "tests/support/npy.h"

namespace heser::test {
namespace {

std::filesystem::path Beside(const std::filesystem::path& photo, const char* ending) {
  return photo.parent_path() / (photo.stem().string() + ending);
}

cv::Mat1b ReadGrey(const std::filesystem::path& file) {
  const cv::Mat picture = cv::imread(file.string(), cv::IMREAD_UNCHANGED);
  if (picture.type() != CV_8UC1) throw std::runtime_error(file.string() + " is not 8-bit grey");
  return picture;
}

std::vector<std::string> Split(const std::string& line, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(line);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

}  // namespace

std::optional<std::filesystem::path> SharedFolder() {
  const std::filesystem::path folder = std::filesystem::path(HESER_SOURCE_DIR) / "../shared";
  if (!std::filesystem::exists(folder / "pairs/dev.csv")) return std::nullopt;
  return std::filesystem::canonical(folder);
}

std::filesystem::path SharedPhoto(const std::string& file) {
  return SharedFolder().value() / "data" / file;
}

ColorImage ReadPhoto(const std::filesystem::path& photo) {
  cv::Mat picture = cv::imread(photo.string(), cv::IMREAD_COLOR);
  if (picture.empty()) throw std::runtime_error(photo.string() + " cannot be read");
  cv::cvtColor(picture, picture, cv::COLOR_BGR2RGB);
  return FromBytes(picture);
}

LabelMap ReadTeacherLabels(const std::filesystem::path& photo) {
  return LabelsFromCelebAMask(ReadGrey(Beside(photo, "_parse.png")));
}

FaceMesh ReadTeacherMesh(const std::filesystem::path& photo) {
  const FloatArray array = ReadNpy(Beside(photo, "_mesh.npy"));
  if (array.shape != std::vector<std::size_t>{kMeshPointCount, 3}) {
    throw std::runtime_error(photo.string() + ": its mesh is not 468 x 3");
  }
  using Rows = Eigen::Matrix<float, kMeshPointCount, 3, Eigen::RowMajor>;
  return Eigen::Map<const Rows>(array.values.data()).cast<double>();
}

AlphaMap ReadTeacherMatte(const std::filesystem::path& photo) {
  const std::filesystem::path file = Beside(photo, "_matte.png");
  if (std::filesystem::exists(file)) return AlphaOf(ReadGrey(file));
  const LabelMap labels = ReadTeacherLabels(photo);
  return Blur(AlphaOf(cv::Mat((labels != 0) & (labels != kUnjudged))), 1);
}

bool HasTeacherLabels(const std::filesystem::path& photo) {
  return std::filesystem::exists(Beside(photo, "_parse.png")) &&
         std::filesystem::exists(Beside(photo, "_mesh.npy"));
}

HeadView ReadTeacherView(const std::filesystem::path& photo, double largest_face) {
  HeadView view;
  view.color = ReadPhoto(photo);
  view.labels = ReadTeacherLabels(photo);
  view.labels.setTo(0, view.labels == kUnjudged);
  view.matte = ReadTeacherMatte(photo);
  view.mesh = ReadTeacherMesh(photo);
  view.window = cv::Rect(cv::Point(), view.color.size());
  view.cut_left = view.cut_top = view.cut_right = view.cut_bottom = true;
  const double face = FaceSize(view.mesh);
  if (largest_face <= 0 || face <= largest_face) return view;

  view.scale = largest_face / face;
  const cv::Size size(std::max(1, cvRound(view.color.cols * view.scale)),
                      std::max(1, cvRound(view.color.rows * view.scale)));
  cv::resize(view.color, view.color, size, 0, 0, cv::INTER_AREA);
  cv::resize(view.matte, view.matte, size, 0, 0, cv::INTER_AREA);
  cv::resize(view.labels, view.labels, size, 0, 0, cv::INTER_NEAREST);
  // Pixel centres lie on integers: the picture's corner is at -0.5 before and after.
  const double shift = (view.scale - 1) / 2;
  view.mesh = TransformMesh({view.scale, 0, shift, 0, view.scale, shift}, view.mesh);
  return view;
}

std::vector<DevPair> ReadDevPairs() {
  std::ifstream stream(SharedFolder().value() / "pairs/dev.csv");
  std::vector<DevPair> pairs;
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const std::vector<std::string> cells = Split(line, ',');
    if (cells.size() < 4) continue;
    pairs.push_back({cells[0], cells[1], cells[2], Split(cells[3], ';')});
  }
  return pairs;
}

void WritePicture(const std::filesystem::path& file, const ColorImage& image) {
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
  cv::Mat bytes;
  cv::cvtColor(ToBytes(image), bytes, cv::COLOR_RGB2BGR);
  if (!cv::imwrite(file.string(), bytes)) {
    throw std::runtime_error(file.string() + " cannot be written");
  }
}

}  // namespace heser::test
