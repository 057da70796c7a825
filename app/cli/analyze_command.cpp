#include <cmath>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>

#include "app/cli/commands.h"
#include "app/cli/console_progress.h"
#include "app/cli/debug_pictures.h"
#include "app/cli/standard_streams.h"
#include "app/cli/usage.h"
#include "app/export/output_files.h"
#include "engine/analysis/analyzer.h"
#include "engine/core/error.h"
#include "engine/core/image_ops.h"
#include "engine/photo/photo_reader.h"
#include "engine/photo/picture_files.h"
#include "engine/pipeline/missing_face.h"

namespace heser::cli {
namespace {

using Json = nlohmann::ordered_json;

struct AnalyzeArguments {
  std::string photo;
  std::string labels;
  std::string matte;
  std::string json;
  std::string overlay;
  std::string device = "auto";
  bool quiet = false;
};

/// What is drawn or written at the photo's size, put together from all its heads.
struct WholePhoto {
  LabelMap labels;
  AlphaMap matte;
};

Json FaceJson(const DetectedFace& face) {
  Json points = Json::array();
  for (int i = 0; i < kMeshPointCount; ++i) {
    points.push_back({face.mesh(i, 0), face.mesh(i, 1), face.mesh(i, 2)});
  }
  const cv::Rect2d box = face.Box();
  const ExpressionMeasures& e = face.expression;
  return {{"box", {box.x, box.y, box.width, box.height}},
          {"presence", face.presence},
          {"yaw", face.angles.yaw},
          {"pitch", face.angles.pitch},
          {"roll", face.angles.roll},
          {"expression",
           {{"mouth_open", e.mouth_open},
            {"mouth_width", e.mouth_width},
            {"eye_left_open", e.eye_left_open},
            {"eye_right_open", e.eye_right_open},
            {"brow_left_raise", e.brow_left_raise},
            {"brow_right_raise", e.brow_right_raise},
            {"smile", e.smile}}},
          {"landmarks", points}};
}

/// Writes one head's labels and matte over the whole photo; heads come smallest first, so that the
/// nearest person's labels stand where two views overlap.
void AddHead(const HeadView& view, WholePhoto* whole) {
  LabelMap labels;
  cv::resize(view.labels, labels, view.window.size(), 0, 0, cv::INTER_NEAREST);
  AlphaMap matte;
  cv::resize(view.matte, matte, view.window.size(), 0, 0, cv::INTER_LINEAR);
  labels.copyTo(whole->labels(view.window), labels != 0);
  cv::Mat covered = whole->matte(view.window);
  cv::max(covered, matte, covered);
}

ColorImage DrawOverlay(const Photo& photo, const WholePhoto& whole,
                       const std::vector<DetectedFace>& faces) {
  constexpr float kLabelShare = 0.45f;
  const ColorImage color = photo.WorkingPixels(photo.bounds());
  const AlphaMap share = AlphaOf(cv::Mat(whole.labels != 0)) * kLabelShare;
  cv::Mat painted = Mix(color, PaintLabels(whole.labels), share);
  for (const DetectedFace& face : faces) {
    const double radius = std::max(1.0, FaceSize(face.mesh) / 250);
    for (int i = 0; i < kMeshPointCount; ++i) {
      cv::circle(painted, cv::Point(cvRound(face.mesh(i, 0)), cvRound(face.mesh(i, 1))),
                 cvRound(radius), cv::Scalar(0.2, 1.0, 0.4), cv::FILLED, cv::LINE_AA);
    }
    const cv::Rect2d box = face.Box();
    cv::rectangle(painted, cv::Rect(box), cv::Scalar(1.0, 0.9, 0.2), cvRound(2 * radius),
                  cv::LINE_AA);
  }
  return painted;
}

/// The files that are to be written.
std::vector<std::string> FilesOf(const AnalyzeArguments& arguments) {
  std::vector<std::string> files{arguments.labels, arguments.matte, arguments.overlay};
  if (!IsStandardOutput(arguments.json)) files.push_back(arguments.json);
  std::erase(files, std::string());
  return files;
}

/// Pictures are PNG files, and every output is a file of its own.
void CheckOutputs(const AnalyzeArguments& arguments) {
  for (const std::string& picture : {arguments.labels, arguments.matte, arguments.overlay}) {
    RequireFileForPicture(picture);
    const std::string ending = std::filesystem::path(picture).extension();
    if (!picture.empty() && ending != ".png" && ending != ".PNG") {
      throw Error(ErrorKind::kWrongUse, picture, "the name must end in .png");
    }
  }
  std::set<std::filesystem::path> outputs;
  for (const std::string& file : FilesOf(arguments)) {
    if (!outputs.insert(RealPath(file)).second) {
      throw Error(ErrorKind::kWrongUse, file, "two outputs go to this file");
    }
    RequireNotAmong(file, {arguments.photo}, GivenFile::kPhoto);
    RequireWritable(file);
  }
  if (outputs.empty() || IsStandardOutput(arguments.json)) RequireStandardOutput();
}

/// Takes the files that were not there before away again, unless all could be written.
class FilesTogether {
 public:
  explicit FilesTogether(const std::vector<std::string>& files) {
    for (const std::string& file : files) {
      if (!IsThere(file)) new_files_.push_back(file);
    }
  }
  ~FilesTogether() {
    std::error_code ignored;
    for (const std::string& file : new_files_) std::filesystem::remove(file, ignored);
  }
  FilesTogether(const FilesTogether&) = delete;
  FilesTogether& operator=(const FilesTogether&) = delete;
  void Keep() { new_files_.clear(); }

 private:
  std::vector<std::string> new_files_;
};

void WriteResults(const AnalyzeArguments& arguments, const Photo& photo, const WholePhoto& whole,
                  const std::vector<DetectedFace>& faces) {
  Json report = {{"photo", arguments.photo},
                 {"width", photo.size().width},
                 {"height", photo.size().height},
                 {"faces", Json::array()}};
  for (const DetectedFace& face : faces) report["faces"].push_back(FaceJson(face));
  const std::string text = report.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
  FilesTogether files(FilesOf(arguments));
  if (!arguments.labels.empty()) WriteBytes(whole.labels, arguments.labels);
  if (!arguments.matte.empty()) WriteAlpha(whole.matte, arguments.matte);
  if (!arguments.overlay.empty()) WriteColor(DrawOverlay(photo, whole, faces), arguments.overlay);
  if (IsStandardOutput(arguments.json)) {
    Print(text);
  } else if (!arguments.json.empty()) {
    WriteText(arguments.json, text);
  }
  files.Keep();
}

/// "yaw -10 (to the left in the picture)": degrees, and which way they go; 0 goes none.
std::string AngleText(const char* name, double degrees, const char* above, const char* below) {
  const long rounded = std::lround(degrees);
  std::string text = std::string(name) + " " + std::to_string(rounded);
  if (rounded != 0) text += std::string(" (") + (rounded > 0 ? above : below) + ")";
  return text;
}

void PrintSummary(const AnalyzeArguments& arguments, const std::vector<DetectedFace>& faces) {
  std::printf("%s: %zu %s\n", arguments.photo.c_str(), faces.size(),
              faces.size() == 1 ? "face" : "faces");
  for (std::size_t i = 0; i < faces.size(); ++i) {
    const cv::Rect2d box = faces[i].Box();
    const HeadAngles& angles = faces[i].angles;
    std::printf(
        "  face %zu at %.0f,%.0f, size %.0fx%.0f, %s, %s, %s degrees, presence %.2f\n", i + 1,
        box.x, box.y, box.width, box.height,
        AngleText("yaw", angles.yaw, "to the right in the picture", "to the left in the picture")
            .c_str(),
        AngleText("pitch", angles.pitch, "up", "down").c_str(),
        AngleText("roll", angles.roll, "clockwise", "anticlockwise").c_str(), faces[i].presence);
  }
  if (FilesOf(arguments).empty()) Print({});
}

void RunAnalyze(const AnalyzeArguments& arguments) {
  CheckOutputs(arguments);
  ConsoleProgress console(arguments.quiet);
  const Progress progress = console.MakeProgress();
  const Photo photo = ReadPhoto(arguments.photo, {}, progress.Part(0, 0.05, "read"));
  const Analyzer analyzer(ResolveDevice(arguments.device).device);
  const AnalyzerOptions options;
  const std::vector<DetectedFace> faces =
      analyzer.DetectFaces(photo, options, progress.Part(0.05, 0.4, "detect"));
  if (faces.empty()) throw Error(WhyNoFace(analyzer, photo, options, progress.Part(0.4, 0.9)));

  WholePhoto whole{LabelMap(photo.size(), std::uint8_t{0}), AlphaMap(photo.size(), 0.0f)};
  for (std::size_t i = faces.size(); i-- > 0;) {
    constexpr double kWholeSize = 1e9;
    AddHead(
        analyzer.ViewHead(photo, faces[i], kWholeSize, options, progress.Part(0.4, 0.9, "labels")),
        &whole);
  }
  // The last place to interrupt: all files or none.
  progress.Part(0.9, 1, FilesOf(arguments).empty() ? "labels" : "write").Report(0);
  WriteResults(arguments, photo, whole, faces);
  console.Finish();
  // JSON that is read by a program stands alone.
  if (!IsStandardOutput(arguments.json)) PrintSummary(arguments, faces);
}

}  // namespace

void AddAnalyzeCommand(CLI::App& app) {
  CLI::App* command = app.add_subcommand(
      "analyze", "Finds the faces of a photo: landmarks, pose, expression, labels, matte.");
  auto arguments = std::make_shared<AnalyzeArguments>();
  AnalyzeArguments& a = *arguments;
  command->add_option("photo", a.photo, "The photo.")
      ->required()
      ->check(FileName())
      ->type_name("PHOTO");
  command->add_option("--labels", a.labels, "PNG of class indices, at the photo's size.")
      ->check(FileName())
      ->type_name("PNG");
  command->add_option("--matte", a.matte, "PNG of the persons' coverage.")
      ->check(FileName())
      ->type_name("PNG");
  command
      ->add_option("--json", a.json,
                   "All measurements, with the 468 landmarks of each face; - prints them.")
      ->check(FileName())
      ->type_name("JSON");
  command
      ->add_option("--overlay", a.overlay, "PNG of the photo with labels and landmarks drawn in.")
      ->check(FileName())
      ->type_name("PNG");
  AddDeviceOption(*command, a.device);
  command->add_flag("--quiet", a.quiet, "Shows no progress.");
  command->callback([arguments] { RunAnalyze(*arguments); });
}

}  // namespace heser::cli
