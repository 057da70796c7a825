#include <QtTest>
#include <algorithm>
#include <memory>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/face_hull.h"
#include "engine/core/image_ops.h"
#include "engine/photo/photo_reader.h"
#include "engine/pipeline/swap_pipeline.h"
#include "tests/support/teacher_view.h"

namespace heser {
namespace {

constexpr char kHead[] = "portraits/faker/female_016.jpg";
constexpr char kBody[] = "portraits/faker/male_034.jpg";
const cv::Vec3f kGreen(0.1F, 0.8F, 0.1F);

using Kind = SwapWarning::Kind;
using PhotoPointer = std::shared_ptr<const Photo>;

PhotoPointer ReadShared(const std::string& file) {
  return std::make_shared<const Photo>(ReadPhoto(test::SharedPhoto(file)));
}

/// With a green mask over the lower half of the face.
PhotoPointer Masked(const Photo& photo, const FaceMesh& mesh) {
  cv::Mat samples = photo.samples().clone();
  const auto nose = static_cast<int>(mesh(2, 1));
  const auto left = static_cast<int>(mesh.col(0).minCoeff());
  const auto right = static_cast<int>(mesh.col(0).maxCoeff());
  const auto chin = static_cast<int>(mesh.col(1).maxCoeff());
  cv::rectangle(samples, cv::Rect(left, nose, right - left, chin - nose) & photo.bounds(),
                cv::Scalar(26, 204, 26), cv::FILLED);
  return std::make_shared<const Photo>(samples, photo.metadata());
}

PhotoPointer HalfTransparent(const Photo& photo) {
  cv::Mat samples;
  cv::cvtColor(photo.samples(), samples, cv::COLOR_RGB2RGBA);
  for (cv::Vec4b& pixel : cv::Mat_<cv::Vec4b>(samples)) pixel[3] = 128;
  return std::make_shared<const Photo>(samples, photo.metadata());
}

bool Says(const SwapResult& result, Kind kind, int source) {
  return std::ranges::any_of(result.warnings, [&](const SwapWarning& warning) {
    return warning.kind == kind && warning.source == source;
  });
}

/// Share of the new face that is about as green as the mask.
double GreenShare(const AlignedHead& head) {
  const Mask face = FaceHull(head.mesh, head.color.size());
  int green = 0;
  for (int y = 0; y < face.rows; ++y) {
    for (int x = 0; x < face.cols; ++x) {
      const cv::Vec3f& color = head.color(y, x);
      if (face(y, x) != 0 && color[1] > 1.15F * std::max(color[0], color[2])) ++green;
    }
  }
  return green / static_cast<double>(cv::countNonZero(face));
}

}  // namespace

/// Photos of which something lies over the face, or whose face can be seen through.
class CoveredFaceTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    if (!test::SharedFolder()) QSKIP("no shared photos");
    head_ = ReadShared(kHead);
    body_ = ReadShared(kBody);
    head_mesh_ = pipeline_.DetectFaces(head_, {}).at(0).mesh;
    body_mesh_ = pipeline_.DetectFaces(body_, {}).at(0).mesh;
  }

  void ACoveredCopyLeadsOnlyWhereItIsAsked_data() {
    QTest::addColumn<bool>("pinned");
    QTest::newRow("by itself") << false;
    QTest::newRow("as it was told") << true;
  }
  void ACoveredCopyLeadsOnlyWhereItIsAsked() {
    QFETCH(bool, pinned);
    SwapRequest request = RequestOf({Masked(*head_, head_mesh_), head_});
    request.sources[0].pinned = pinned;
    const SwapResult result = pipeline_.Run(request, {});
    QCOMPARE(result.aligned_head->source, pinned ? 0 : 1);
    QVERIFY(Says(result, Kind::kSourceCoveredAside, 0));
    QVERIFY(!Says(result, Kind::kSourceCoveredAside, 1));
    for (const int source : {0, 1}) QVERIFY(!Says(result, Kind::kOtherPerson, source));
    const double green = GreenShare(*result.aligned_head);
    QVERIFY2(green < 0.02, qPrintable(QString::number(green)));
  }

  void ACoveredSourceIsUsedWhereThereIsNoOther() {
    const SwapResult result = pipeline_.Run(RequestOf({Masked(*head_, head_mesh_)}), {});
    QVERIFY(Says(result, Kind::kSourceCovered, 0));
    QVERIFY(GreenShare(*result.aligned_head) > 0.2);
  }

  void AHalfTransparentCopyDoesNotLead() {
    const SwapResult alone = pipeline_.Run(RequestOf({head_}), {});
    const SwapResult result = pipeline_.Run(RequestOf({HalfTransparent(*head_), head_}), {});
    QCOMPARE(result.aligned_head->source, 1);
    const Mask face = FaceHull(alone.aligned_head->mesh, alone.aligned_head->alpha.size());
    const double opaque = cv::mean(alone.aligned_head->alpha, face)[0];
    const double fused = cv::mean(result.aligned_head->alpha, face)[0];
    QVERIFY2(fused > opaque - 0.005, qPrintable(QString::number(fused)));
  }

  void ACoverOfTheTargetGivesTheHeadNoColor() {
    SwapRequest request = RequestOf({head_});
    const SwapResult bare = pipeline_.Run(request, {});
    QVERIFY(!Says(bare, Kind::kTargetCovered, -1));
    request.target.photo = Masked(*body_, body_mesh_);
    const SwapResult covered = pipeline_.Run(request, {});
    QVERIFY(Says(covered, Kind::kTargetCovered, -1));
    for (int c = 0; c < 3; ++c) {
      const double ratio =
          covered.color_reference->skin_gain[c] / bare.color_reference->skin_gain[c];
      // Its upper half alone is lighter, and by no means green.
      QVERIFY2(ratio > 0.9 && ratio < 1.35, qPrintable(QString::number(ratio)));
    }
  }

 private:
  SwapRequest RequestOf(const std::vector<PhotoPointer>& sources) const {
    SwapRequest request;
    for (const PhotoPointer& source : sources) request.sources.push_back({source, {}});
    request.target = {body_, {}};
    return request;
  }

  SwapPipeline pipeline_{ResolveDevice("cpu")};
  PhotoPointer head_;
  PhotoPointer body_;
  FaceMesh head_mesh_;
  FaceMesh body_mesh_;
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::CoveredFaceTest)
#include "covered_face_test.moc"
