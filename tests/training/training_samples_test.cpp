#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include <opencv2/imgproc.hpp>

#include "engine/core/error.h"
#include "engine/training/drawn_backgrounds.h"
#include "engine/training/mean_mesh.h"
#include "engine/training/npy.h"
#include "engine/training/training_sample.h"
#include "engine/training/turned_heads.h"
#include "synthetic_photos.h"

namespace heser {
namespace {

constexpr int kPhotos = 12;
constexpr double kHeldOut = 0.3;

/// Where the nose tip of a sample lies in its label map.
cv::Point NosePlace(const TrainingSample& sample) {
  const int side = sample.labels.cols;
  return {cvRound((sample.mesh(mesh_point::kNoseTip, 0) + 0.5) * side - 0.5),
          cvRound((sample.mesh(mesh_point::kNoseTip, 1) + 0.5) * side - 0.5)};
}

}  // namespace

class TrainingSamplesTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  std::filesystem::path data_;
  std::vector<TrainingPhoto> photos_;

 private slots:
  void initTestCase() {
    data_ = std::filesystem::path(folder_.path().toStdString()) / "data";
    test::WriteSyntheticPhotos(data_, kPhotos);
    photos_ = LoadTrainingPhotos(data_, kHeldOut, {});
  }

  void PhotosForTestsAloneAreNeverRead() {
    QCOMPARE(photos_.size(), std::size_t{kPhotos});
    for (const TrainingPhoto& photo : photos_) QVERIFY(photo.name.starts_with("portraits/"));
  }

  void SomePeopleAreHeldOutAndAlwaysTheSame() {
    int held_out = 0;
    for (const TrainingPhoto& photo : photos_) {
      QCOMPARE(photo.held_out, IsHeldOut(photo.identity, kHeldOut));
      held_out += photo.held_out ? 1 : 0;
    }
    QVERIFY(held_out > 0 && held_out < kPhotos);
    int of_many = 0;
    for (int i = 0; i < 2000; ++i) of_many += IsHeldOut("name" + std::to_string(i), 0.1) ? 1 : 0;
    QVERIFY(of_many > 150 && of_many < 250);
  }

  void ArraysSurviveTheirFile() {
    const auto file = data_ / "array.npy";
    WriteNpy(file, {{2, 3}, {1, 2, 3, 4, 5, -6}});
    const NpyArray array = ReadNpy(file);
    QVERIFY((array.shape == std::vector<int>{2, 3}));
    QVERIFY((array.values == std::vector<float>{1, 2, 3, 4, 5, -6}));
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
    QVERIFY_EXCEPTION_THROWN(ReadNpy(file), Error);
  }

  void ThePlainCropShowsTheFaceInItsPlace() {
    const SampleMaker maker(photos_, CropKind::kHead, 256, {});
    const TrainingSample sample = maker.Plain(photos_[0], {});
    QCOMPARE(sample.image.size(), cv::Size(256, 256));
    QCOMPARE(sample.labels.size(), cv::Size(128, 128));
    QVERIFY(sample.labels(NosePlace(sample)) == static_cast<int>(Label::kNose));
    QVERIFY(sample.matte(NosePlace(sample)) == 255);
  }

  void MeshAndLabelsStayTogetherUnderEveryChange() {
    const SampleMaker maker(photos_, CropKind::kHead, 128,
                            {.turned_share = 0.5, .largest_yaw = 40, .faceless_share = 0});
    int judged = 0;
    int on_nose = 0;
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
      std::mt19937 random(seed);
      const TrainingSample sample = maker.Draw(random);
      const cv::Point nose = NosePlace(sample);
      if (!cv::Rect({0, 0}, sample.labels.size()).contains(nose)) continue;
      if (sample.labels(nose) == kUnjudged) continue;
      ++judged;
      on_nose += sample.labels(nose) == static_cast<int>(Label::kNose) ? 1 : 0;
    }
    QVERIFY(judged > 30);
    QVERIFY2(on_nose >= 0.9 * judged, qPrintable(QString("%1 of %2").arg(on_nose).arg(judged)));
  }

  void TheViewersLeftStaysLeftAlsoInMirroredSamples() {
    const SampleMaker maker(photos_, CropKind::kMesh, 128,
                            {.turned_share = 0, .faceless_share = 0});
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
      std::mt19937 random(seed);
      const FaceMesh mesh = maker.Draw(random).mesh;
      QVERIFY(mesh(mesh_point::kEyeLeftOuter, 0) < mesh(mesh_point::kEyeRightOuter, 0));
      QVERIFY(mesh(mesh_point::kMouthLeft, 0) < mesh(mesh_point::kMouthRight, 0));
    }
  }

  void TheSameRandomNumbersGiveTheSameSample() {
    const SampleMaker maker(photos_, CropKind::kHead, 64, {});
    std::mt19937 first(5);
    std::mt19937 second(5);
    const TrainingSample a = maker.Draw(first);
    const TrainingSample b = maker.Draw(second);
    QCOMPARE(cv::norm(a.image, b.image, cv::NORM_INF), 0.0);
    QVERIFY(a.mesh == b.mesh);
  }

  void CropsWithoutAFaceTeachNoLabels() {
    const SampleMaker maker(photos_, CropKind::kHead, 64, {.faceless_share = 1});
    std::mt19937 random(1);
    for (int i = 0; i < 8; ++i) {
      const TrainingSample sample = maker.Draw(random);
      QVERIFY(!sample.has_face);
      QCOMPARE(cv::countNonZero(sample.labels != kUnjudged), 0);
    }
  }

  void ADrawnBackgroundLeavesThePersonAndTheTruth() {
    const SampleMaker maker(photos_, CropKind::kHead, 128, {});
    const TrainingSample plain = maker.Plain(photos_.front(), {});
    std::mt19937 random(5);
    const TrainingSample changed = maker.BeforeDrawnBackground(plain, random);
    cv::Mat matte;
    cv::resize(plain.matte, matte, plain.image.size());
    cv::Mat difference;
    cv::absdiff(plain.image, changed.image, difference);
    cv::Mat channels = difference.reshape(1, static_cast<int>(difference.total()));
    cv::Mat largest;
    cv::reduce(channels, largest, 1, cv::REDUCE_MAX);
    largest = largest.reshape(1, difference.rows);
    double most_on_person = 0;
    cv::minMaxLoc(largest, nullptr, &most_on_person, nullptr, nullptr, matte == 255);
    QVERIFY(most_on_person <= 1);
    QVERIFY(cv::mean(largest, matte == 0)[0] > 10);
    QCOMPARE(cv::countNonZero(plain.labels != changed.labels), 0);
  }

  void DrawnBackgroundsHaveStructureAndTakeTheColorOfHair() {
    const cv::Vec3b brown(90, 60, 40);
    std::mt19937 random(7);
    cv::Vec3d of_brown(0, 0, 0);
    constexpr int kMany = 40;
    int plain_walls = 0;
    for (int i = 0; i < kMany; ++i) {
      const cv::Mat3b picture = DrawBackground({64, 64}, &brown, random);
      QCOMPARE(picture.size(), cv::Size(64, 64));
      cv::Scalar mean;
      cv::Scalar deviation;
      cv::meanStdDev(picture, mean, deviation);
      for (int k = 0; k < 3; ++k) of_brown[k] += mean[k] / kMany;
      if (deviation[0] < 3) ++plain_walls;
    }
    QVERIFY(plain_walls <= kMany / 10);
    QVERIFY(of_brown[0] > of_brown[1] && of_brown[1] > of_brown[2]);
    QVERIFY(std::abs(of_brown[0] - brown[0]) < 30);
    std::mt19937 again(7);
    std::mt19937 other(7);
    const cv::Mat3b first = DrawBackground({64, 64}, nullptr, again);
    QCOMPARE(cv::norm(first, DrawBackground({64, 64}, nullptr, other), cv::NORM_INF), 0.0);
  }

  void ATurnMovesTheNoseTowardsWhereTheFaceLooks() {
    const TrainingPhoto& photo = photos_[0];
    const FaceMesh turned = TurnMesh(photo.mesh, photo.depth, {.yaw = 30});
    const auto nose_beside_cheeks = [](const FaceMesh& mesh) {
      return mesh(mesh_point::kNoseTip, 0) -
             (mesh(mesh_point::kCheekLeft, 0) + mesh(mesh_point::kCheekRight, 0)) / 2;
    };
    QVERIFY(nose_beside_cheeks(turned) > nose_beside_cheeks(photo.mesh) + 5);
    QVERIFY(std::abs(PoseDifferenceDegrees(turned, photo.mesh) - 30) < 0.1);
  }

  void PreparedTurnsSurviveTheirFolder() {
    const auto folder = data_.parent_path() / "turned";
    PrepareTurnedHeads(std::span(photos_).first(4), folder, {.copies = 1}, {});
    const std::vector<TrainingPhoto> turned = LoadTurnedHeads(folder, {});
    std::size_t trained_on = 0;
    for (int i = 0; i < 4; ++i) trained_on += photos_[static_cast<std::size_t>(i)].held_out ? 0 : 1;
    QCOMPARE(turned.size(), trained_on);
    for (const TrainingPhoto& photo : turned) {
      QVERIFY(photo.prepared && !photo.held_out);
      QVERIFY(photo.labels.size() == photo.image.size());
      const TrainingPhoto& original =
          *std::ranges::find(photos_, photo.identity, &TrainingPhoto::identity);
      QVERIFY(PoseDifferenceDegrees(photo.mesh, original.mesh) > 15);
      const cv::Point middle(cvRound(photo.mesh.col(0).mean()), cvRound(photo.mesh.col(1).mean()));
      QVERIFY(photo.matte(middle) > 200);
    }
  }

  void PreparedSwapsShowTheHeadOnAnotherBody() {
    const auto folder = data_.parent_path() / "swapped";
    PrepareSwappedHeads(photos_, folder, {.copies = 1}, {});
    const std::vector<TrainingPhoto> swapped = LoadTurnedHeads(folder, {});
    QCOMPARE(static_cast<std::ptrdiff_t>(swapped.size()),
             std::ranges::count(photos_, false, &TrainingPhoto::held_out));
    for (const TrainingPhoto& photo : swapped) {
      QVERIFY(photo.prepared);
      // It has the size of a body's photo that may be learnt from, and the head is in it.
      QVERIFY(std::ranges::any_of(photos_, [&](const TrainingPhoto& body) {
        return !body.held_out && body.image.size() == photo.image.size();
      }));
      const cv::Point middle(cvRound(photo.mesh.col(0).mean()), cvRound(photo.mesh.col(1).mean()));
      QVERIFY(cv::Rect({0, 0}, photo.image.size()).contains(middle));
      QVERIFY(photo.matte(middle) > 200);
    }
  }

  void TheMeanOfMovedMeanMeshesIsTheMeanMesh() {
    const FaceMesh& mean = DefaultFaceMeshModel().mean;
    std::vector<FaceMesh> meshes;
    for (const double yaw : {-20.0, 5.0, 30.0}) {
      const Similarity3 moved{
          90 + yaw, RotationFromAngles({.yaw = yaw, .roll = yaw / 2}), {300, 200 + yaw, 10}};
      meshes.push_back(moved.Apply(mean));
    }
    const FaceMesh found = MeanFaceMesh(meshes);
    QVERIFY(PoseDifferenceDegrees(found, mean) < 0.5);
    QVERIFY((found - mean).cwiseAbs().maxCoeff() < 0.01);
    const auto mirror = MakeFaceMeshModel(found).mirror;
    for (int i = 0; i < kMeshPointCount; ++i) {
      QVERIFY(std::abs(found(i, 0) + found(mirror[static_cast<std::size_t>(i)], 0)) < 1e-6);
    }
    const auto file = data_ / "mean.json";
    WriteMeanFaceMesh(file, found);
    QVERIFY((LoadFaceMeshModel(file).mean - found).cwiseAbs().maxCoeff() < 1e-4);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::TrainingSamplesTest)
#include "training_samples_test.moc"
