#include "engine/analysis/analyzer.h"

#include <QtTest>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "engine/core/error.h"
#include "tests/support/teacher_view.h"

namespace heser {
namespace {

constexpr const char* kPortrait = "same_person/london/001_neutral.jpg";

/// Photos of public people from Debian's python-matplotlib-data and python3-skimage, installed or
/// unpacked into the folder that $HESER_SAMPLE_PHOTOS names.
std::vector<std::filesystem::path> SamplePhotos() {
  std::vector<std::filesystem::path> files = {
      "/usr/share/matplotlib/mpl-data/sample_data/grace_hopper.jpg",
      "/usr/lib/python3/dist-packages/skimage/data/astronaut.png"};
  if (const char* folder = std::getenv("HESER_SAMPLE_PHOTOS")) {
    for (const char* name : {"grace_hopper.jpg", "astronaut.png"}) {
      files.push_back(std::filesystem::path(folder) / name);
    }
  }
  std::erase_if(files, [](const auto& file) { return !std::filesystem::exists(file); });
  return files;
}

/// A photo with the teacher's mesh of its face.
struct Portrait {
  cv::Mat3b photo;
  FaceMesh mesh;
};

Portrait ReadPortrait(const char* file = kPortrait) {
  const auto path = test::SharedPhoto(file);
  return {ToBytes(test::ReadPhoto(path)), test::ReadTeacherMesh(path)};
}

Portrait Transformed(const Portrait& portrait, const cv::Matx23d& to_from, cv::Size size) {
  const double scale = std::hypot(to_from(0, 0), to_from(1, 0));
  Portrait result;
  cv::Mat3b smooth = portrait.photo;
  if (scale < 1) cv::GaussianBlur(smooth, smooth, {}, 0.4 / scale);
  cv::warpAffine(smooth, result.photo, to_from, size, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  result.mesh = TransformMesh(to_from, portrait.mesh);
  return result;
}

/// Mean distance of the points of two meshes, share of the face size.
double MeshError(const FaceMesh& found, const FaceMesh& truth) {
  return (found - truth).leftCols<2>().rowwise().norm().mean() / FaceSize(truth);
}

/// Hills under a sky, with noise: nothing that is a face.
cv::Mat3b Landscape() {
  cv::Mat3b scene(600, 900);
  for (int y = 0; y < scene.rows; ++y) {
    for (int x = 0; x < scene.cols; ++x) {
      const double hill = 330 + 60 * std::sin(x / 90.0) + 25 * std::sin(x / 31.0);
      scene(y, x) =
          y < hill ? cv::Vec3b(120 + y / 8, 150 + y / 8, 220) : cv::Vec3b(60, 110 - y / 12, 40);
    }
  }
  cv::Mat3b noise(scene.size());
  cv::theRNG().state = 11;
  cv::randu(noise, cv::Scalar::all(0), cv::Scalar::all(24));
  scene += noise;
  return scene;
}

}  // namespace

class AnalyzerTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { analyzer_.emplace(Device{}); }

  void APortraitHasOneFaceWhereItsMeshIs() {
    if (!test::SharedFolder()) QSKIP("the judges' photos are not here");
    const Portrait portrait = ReadPortrait();
    const auto faces = Detect(portrait.photo);
    QCOMPARE(faces.size(), std::size_t{1});
    QVERIFY(MeshError(faces[0].mesh, portrait.mesh) < 0.06);
    QVERIFY(faces[0].presence >= options_.least_presence);
    QVERIFY(std::abs(faces[0].angles.yaw) < 15);
    QVERIFY(std::abs(faces[0].angles.roll) < 15);
  }

  void TwoPhotosSideBySideHaveTwoFacesTheLargerFirst() {
    if (!test::SharedFolder()) QSKIP("the judges' photos are not here");
    const Portrait portrait = ReadPortrait();
    const cv::Size half(portrait.photo.cols / 2, portrait.photo.rows);
    const Portrait small = Transformed(portrait, {0.5, 0, 0, 0, 0.5, 0}, half);
    cv::Mat3b pair;
    cv::hconcat(small.photo, portrait.photo, pair);
    const cv::Matx23d to_the_right(1, 0, half.width, 0, 1, 0);
    const auto faces = Detect(pair);
    QCOMPARE(faces.size(), std::size_t{2});
    QVERIFY(MeshError(faces[0].mesh, TransformMesh(to_the_right, portrait.mesh)) < 0.08);
    QVERIFY(MeshError(faces[1].mesh, small.mesh) < 0.08);
  }

  void AFaceOfSixtyFourPixelsIsFound() {
    if (!test::SharedFolder()) QSKIP("the judges' photos are not here");
    const Portrait portrait = ReadPortrait();
    const double scale = 64 / FaceSize(portrait.mesh);
    const Portrait small = Transformed(portrait, {scale, 0, 300, 0, scale, 120}, {900, 700});
    const auto faces = Detect(small.photo);
    QCOMPARE(faces.size(), std::size_t{1});
    QVERIFY(MeshError(faces[0].mesh, small.mesh) < 0.1);
  }

  void FacesSmallerThanAskedForAreLeftOut() {
    if (!test::SharedFolder()) QSKIP("the judges' photos are not here");
    const Portrait portrait = ReadPortrait();
    AnalyzerOptions options;
    options.least_face = std::ceil(FaceSize(portrait.mesh) * 1.5);
    QVERIFY(analyzer_->DetectFaces(Photo(portrait.photo), options, {}).empty());
  }

  void ATurnedPhotosFaceHasItsRoll() {
    if (!test::SharedFolder()) QSKIP("the judges' photos are not here");
    const Portrait portrait = ReadPortrait();
    for (const double turn : {-30.0, 30.0, 90.0}) {
      const int side = portrait.photo.rows;
      const cv::Point2d middle(portrait.photo.cols / 2.0, portrait.photo.rows / 2.0);
      const Portrait turned =
          Transformed(portrait, CropFromPhoto(middle, 0.7 * side, -turn, side), {side, side});
      const auto faces = Detect(turned.photo);
      QCOMPARE(faces.size(), std::size_t{1});
      QVERIFY(MeshError(faces[0].mesh, turned.mesh) < 0.1);
      QVERIFY(std::abs(std::remainder(faces[0].angles.roll - turn, 360)) < 12);
    }
  }

  void APhotoFilledByItsFaceIsRead() {
    if (!test::SharedFolder()) QSKIP("the judges' photos are not here");
    const Portrait portrait = ReadPortrait();
    const double fs = FaceSize(portrait.mesh);
    const cv::Point2d middle = FaceCenter(portrait.mesh);
    const cv::Size size(cvRound(fs), cvRound(fs));
    const Portrait tight = Transformed(
        portrait,
        {1, 0, size.width / 2.0 - middle.x, 0, 1, size.height / 2.0 - middle.y - 0.03 * fs}, size);
    const auto faces = Detect(tight.photo);
    QCOMPARE(faces.size(), std::size_t{1});
    QVERIFY(MeshError(faces[0].mesh, tight.mesh) < 0.1);
  }

  void PhotosWithoutPeopleHaveNoFace() {
    cv::Mat3b noise(400, 500);
    cv::theRNG().state = 5;
    cv::randu(noise, cv::Scalar::all(0), cv::Scalar::all(255));
    QVERIFY(Detect(noise).empty());
    QVERIFY(Detect(Landscape()).empty());
    QVERIFY(Detect(cv::Mat3b(300, 200, cv::Vec3b(80, 90, 100))).empty());
  }

  void SamplePhotosOfDebianHaveOneFace() {
    const auto files = SamplePhotos();
    if (files.empty()) QSKIP("neither python-matplotlib-data nor python3-skimage is here");
    for (const auto& file : files) {
      cv::Mat3b photo;
      cv::cvtColor(cv::imread(file.string(), cv::IMREAD_COLOR), photo, cv::COLOR_BGR2RGB);
      QCOMPARE(Detect(photo).size(), std::size_t{1});
    }
  }

  void TheViewHoldsTheHeadAtTheSizeAskedFor() {
    if (!test::SharedFolder()) QSKIP("the judges' photos are not here");
    const Portrait portrait = ReadPortrait();
    const HeadView view = View(portrait, 200);
    QVERIFY(std::abs(view.face_size() - 200) < 2);
    QCOMPARE(view.labels.size(), view.color.size());
    QCOMPARE(view.matte.size(), view.color.size());
    QVERIFY(std::abs(view.color.cols - view.window.width * view.scale) <= 1);
    const cv::Rect photo({0, 0}, portrait.photo.size());
    QVERIFY((view.window & photo) == view.window);
    // Its mesh lies on the face: skin at the nose's wings, background in the upper corner.
    const cv::Point2d middle = FaceCenter(view.mesh);
    QVERIFY(kFaceLabels.Contains(view.labels(cv::Point(middle))));
    QVERIFY(view.matte(cv::Point(middle)) > 0.95f);
    QVERIFY(view.matte(2, 2) < 0.1f);
  }

  void AViewIsNeverLargerThanItsPhoto() {
    if (!test::SharedFolder()) QSKIP("the judges' photos are not here");
    const HeadView view = View(ReadPortrait(), 100000);
    QCOMPARE(view.scale, 1.0);
    QCOMPARE(view.color.size(), view.window.size());
  }

  void SidesThatThePhotoCutsAreMarked() {
    if (!test::SharedFolder()) QSKIP("the judges' photos are not here");
    const Portrait portrait = ReadPortrait();
    const double fs = FaceSize(portrait.mesh);
    const cv::Point2d middle = FaceCenter(portrait.mesh);
    // The face one face size from the left and upper border, far from the others.
    const Portrait corner = Transformed(portrait, {1, 0, fs - middle.x, 0, 1, fs - middle.y},
                                        {cvRound(6 * fs), cvRound(6 * fs)});
    const HeadView view = View(corner, 200);
    QVERIFY(view.cut_left);
    QVERIFY(view.cut_top);
    QVERIFY(!view.cut_right);
    QVERIFY(!view.cut_bottom);
    QCOMPARE(view.window.tl(), cv::Point(0, 0));
  }

  void AMovedFaceIsMeasuredWhereItIs() {
    if (!test::SharedFolder()) QSKIP("the judges' photos are not here");
    const Portrait portrait = ReadPortrait();
    const double fs = FaceSize(portrait.mesh);
    const FaceMesh guess = TransformMesh({1.1, 0, 0.05 * fs, 0, 1.1, -0.1 * fs}, portrait.mesh);
    const DetectedFace face = analyzer_->MeasureFace(FromBytes(portrait.photo), guess);
    QVERIFY(MeshError(face.mesh, portrait.mesh) < 0.06);
    QVERIFY(face.presence > 0.5);
  }

  void WorkStopsWhenTold() {
    CancelSwitch cancel;
    const Progress progress([](double, std::string_view) {}, cancel);
    cancel.Cancel();
    const Photo photo(Landscape());
    QVERIFY_THROWS_EXCEPTION(Cancelled, analyzer_->DetectFaces(photo, options_, progress));
    DetectedFace face;
    face.mesh = 100 * DefaultFaceMeshModel().mean;
    face.mesh.col(0).array() += 300;
    face.mesh.col(1).array() += 300;
    QVERIFY_THROWS_EXCEPTION(Cancelled, analyzer_->ViewHead(photo, face, 200, options_, progress));
  }

 private:
  std::vector<DetectedFace> Detect(const cv::Mat3b& photo) const {
    return analyzer_->DetectFaces(Photo(photo), options_, {});
  }

  HeadView View(const Portrait& portrait, double largest_face_size) const {
    DetectedFace face;
    face.mesh = portrait.mesh;
    return analyzer_->ViewHead(Photo(portrait.photo), face, largest_face_size, options_, {});
  }

  std::optional<Analyzer> analyzer_;
  AnalyzerOptions options_;
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::AnalyzerTest)
#include "analyzer_test.moc"
