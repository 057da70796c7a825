// aligner_sheet OUT.png TILE NAME...: for each named pair of pairs/dev.csv a row of source, target,
// aligned head over grey, over the target, and alpha with labels; seconds of each stage on standard
// error. Needs the `shared` folder and HESER_RESOURCES.
#include <chrono>
#include <iostream>
#include <string>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/aligner/aligner.h"
#include "engine/aligner/reduced_view.h"
#include "engine/core/image_ops.h"
#include "tests/support/teacher_view.h"

namespace {

using namespace heser;

double SecondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

ColorImage Tile(const ColorImage& image, int side) {
  const double factor = static_cast<double>(side) / std::max(image.cols, image.rows);
  cv::Mat small;
  cv::resize(image, small, {}, factor, factor, cv::INTER_AREA);
  ColorImage tile(side, side, cv::Vec3f(1, 1, 1));
  small.copyTo(tile(cv::Rect(0, 0, small.cols, small.rows)));
  return tile;
}

ColorImage LabelColors(const LabelMap& labels, const AlphaMap& alpha) {
  cv::Mat3f hsv(labels.size());
  for (int y = 0; y < labels.rows; ++y) {
    for (int x = 0; x < labels.cols; ++x) {
      hsv(y, x) = {static_cast<float>(labels(y, x)) * 26, labels(y, x) == 0 ? 0.0f : 0.6f,
                   alpha(y, x)};
    }
  }
  cv::Mat rgb;
  cv::cvtColor(hsv, rgb, cv::COLOR_HSV2RGB);
  return rgb;
}

ColorImage Row(const test::DevPair& pair, int side) {
  const HeadView target = test::ReadTeacherView(test::SharedPhoto(pair.target));
  AlignerInput input;
  input.target = target.mesh;
  input.size = target.color.size();
  std::vector<HeadView> views;
  auto start = std::chrono::steady_clock::now();
  for (const std::string& file : pair.sources) {
    if (!test::HasTeacherLabels(test::SharedPhoto(file))) continue;
    views.push_back(ReduceView(test::ReadTeacherView(test::SharedPhoto(file)),
                               kLargestSourceScale * target.face_size()));
    start = std::chrono::steady_clock::now();
    input.sources.push_back(std::make_shared<HeadSurface>(
        BuildHeadSurface(views.back(), DefaultFaceMeshModel(), {}, {})));
  }
  const double surface_seconds = SecondsSince(start);
  start = std::chrono::steady_clock::now();
  const AlignedHead head =
      AlignHeadAt(input, FindDestination(input, DefaultFaceMeshModel(), {}), {});
  std::cerr << pair.name << ": face " << cvRound(target.face_size()) << " px, angle "
            << head.angle_degrees << ", surface " << surface_seconds << " s, align "
            << SecondsSince(start) << " s\n";

  const ColorImage grey(input.size, cv::Vec3f::all(0.6f));
  std::vector<cv::Mat> tiles = {Tile(views[head.source].color, side), Tile(target.color, side),
                                Tile(Mix(grey, head.color, head.alpha), side),
                                Tile(Mix(target.color, head.color, head.alpha), side),
                                Tile(LabelColors(head.labels, head.alpha), side)};
  cv::Mat row;
  cv::hconcat(tiles, row);
  return row;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) return 1;
  std::vector<cv::Mat> rows;
  for (const test::DevPair& pair : test::ReadDevPairs()) {
    for (int i = 3; i < count; ++i) {
      if (pair.name == arguments[i]) rows.push_back(Row(pair, std::stoi(arguments[2])));
    }
  }
  cv::Mat sheet;
  cv::vconcat(rows, sheet);
  test::WritePicture(arguments[1], sheet);
}
