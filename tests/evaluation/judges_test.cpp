#include <QtTest>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/evaluation/face_judges.h"
#include "engine/evaluation/identity_judge.h"
#include "engine/evaluation/pair_judge.h"
#include "engine/evaluation/perceptual_judge.h"
#include "engine/evaluation/picture_judges.h"
#include "engine/photo/photo_reader.h"
#include "tests/support/teacher_view.h"

namespace heser {
namespace {

cv::Mat3b Noise(cv::Size size, int seed) {
  cv::Mat3b picture(size);
  cv::RNG(static_cast<std::uint64_t>(seed)).fill(picture, cv::RNG::UNIFORM, 0, 200);
  return picture;
}

/// The mean face of 100 pixels, turned.
FaceMesh Face(double yaw, cv::Point2d place = {80, 90}) {
  Similarity3 photo_from_head;
  photo_from_head.scale = 100;
  photo_from_head.rotation = RotationFromAngles({yaw, 0, 0});
  photo_from_head.translation = {place.x, place.y, 0};
  return photo_from_head.Apply(DefaultFaceMeshModel().mean);
}

/// A view whose face is of one colour and whose neck is of another.
HeadView View(const cv::Vec3f& skin, const cv::Vec3f& neck, double yaw = 0) {
  HeadView view;
  view.window = {0, 0, 160, 200};
  view.color = ColorImage(200, 160, skin);
  view.labels = LabelMap(200, 160, static_cast<std::uint8_t>(Label::kSkin));
  view.color.rowRange(140, 200).setTo(neck);
  view.labels.rowRange(140, 200).setTo(static_cast<std::uint8_t>(Label::kNeck));
  view.mesh = Face(yaw);
  return view;
}

double LabDifference(const cv::Vec3f& a, const cv::Vec3f& b) {
  const cv::Mat3f lab_a = LabFromSrgb(ColorImage(1, 1, a));
  const cv::Mat3f lab_b = LabFromSrgb(ColorImage(1, 1, b));
  return cv::norm(lab_a(0, 0) - lab_b(0, 0));
}

}  // namespace

class JudgesTest : public QObject {
  Q_OBJECT

 private slots:
  void PsnrIsThatOfTheMeanSquare() {
    const cv::Mat3b a = Noise({64, 48}, 1);
    cv::Mat3b b = a + cv::Scalar::all(5);
    QVERIFY(std::abs(Psnr(a, b) - 20 * std::log10(255.0 / 5)) < 1e-6);
    QCOMPARE(Psnr(a, a.clone()), 100.0);
  }

  void SsimIsOneForTheSameAndFallsWithNoise() {
    const cv::Mat3b a = Noise({64, 64}, 1);
    QVERIFY(std::abs(Ssim(a, a.clone()) - 1) < 1e-9);
    cv::Mat3b blurred;
    cv::GaussianBlur(a, blurred, {}, 1);
    const double soft = Ssim(a, blurred);
    QVERIFY(soft > 0.05 && soft < 0.95);
    QVERIFY(std::abs(Ssim(a, Noise({64, 64}, 2))) < soft);
  }

  void SsimOfFlatPicturesIsThatOfTheFormula() {
    // No variance: only the first factor is left. OpenCV computes in single precision.
    const cv::Mat3b a(32, 32, cv::Vec3b::all(100));
    const cv::Mat3b b(32, 32, cv::Vec3b::all(120));
    const double c1 = 0.01 * 255 * 0.01 * 255;
    const double expected = (2 * 100.0 * 120 + c1) / (100.0 * 100 + 120.0 * 120 + c1);
    QVERIFY(std::abs(Ssim(a, b) - expected) < 1e-4);
  }

  void AChangeCountsOnlyOutsideTheRegion() {
    const cv::Mat samples(40, 50, CV_8UC3, cv::Scalar::all(90));
    cv::Mat changed = samples.clone();
    changed.at<cv::Vec3b>(10, 12)[1] = 200;  // Within the region.
    const cv::Rect window(5, 5, 20, 20);
    cv::Mat1f region(window.size(), 0.f);
    region(5, 7) = 0.001f;
    QCOMPARE(LargestChangeOutside(Photo(samples), Photo(changed.clone()), window, region), 0.0);
    changed.at<cv::Vec3b>(10, 13)[2] = 93;
    QCOMPARE(LargestChangeOutside(Photo(samples), Photo(changed.clone()), window, region), 3.0);
    changed.at<cv::Vec3b>(39, 49)[0] = 83;
    QCOMPARE(LargestChangeOutside(Photo(samples), Photo(changed.clone()), window, region), 7.0);
  }

  void SixteenBitChangesCountInEightBitSteps() {
    const cv::Mat samples(20, 20, CV_16UC1, cv::Scalar::all(1000));
    cv::Mat changed = samples.clone();
    changed.at<std::uint16_t>(3, 3) = 1000 + 514;
    QCOMPARE(
        LargestChangeOutside(Photo(samples), Photo(changed), {0, 0, 2, 2}, cv::Mat1f(2, 2, 1.f)),
        2.0);
  }

  void AFaceLikeTheTargetsHasNoErrors() {
    const HeadView view = View({0.8f, 0.6f, 0.5f}, {0.7f, 0.5f, 0.4f});
    Figures figures;
    JudgeFace(view, view, figures);
    for (const Figure figure : {Figure::kPose, Figure::kPlace, Figure::kSize, Figure::kExpression,
                                Figure::kSkinTarget, Figure::kSkinNeck}) {
      QVERIFY2(figures[figure] && std::abs(*figures[figure]) < 1e-4, InfoOf(figure).name);
    }
  }

  void PosePlaceAndSizeAreMeasuredInThePhoto() {
    HeadView target = View({0.8f, 0.6f, 0.5f}, {0.7f, 0.5f, 0.4f});
    HeadView result = target;
    result.mesh = Face(12);
    Figures figures;
    JudgeFace(result, target, figures);
    QVERIFY(std::abs(*figures[Figure::kPose] - 12) < 0.5);
    // The same face seen at half the scale in a window elsewhere.
    HeadView half = target;
    half.scale = 0.5;
    half.window = {-60, -70, 320, 400};
    half.mesh.col(0).array() = (target.mesh.col(0).array() + 60.5) * 0.5 - 0.5;
    half.mesh.col(1).array() = (target.mesh.col(1).array() + 70.5) * 0.5 - 0.5;
    half.mesh.col(2).array() = target.mesh.col(2).array() * 0.5;
    QVERIFY((PhotoMesh(half) - target.mesh).cwiseAbs().maxCoeff() < 1e-9);
    result.mesh = Face(0, {80 + 0.1 * target.face_size(), 90});
    JudgeFace(result, target, figures);
    QVERIFY(std::abs(*figures[Figure::kPlace] - 0.1) < 1e-6);
    QVERIFY(*figures[Figure::kSize] < 1e-9);
    result.mesh = 1.25 * target.mesh;
    JudgeFace(result, target, figures);
    QVERIFY(std::abs(*figures[Figure::kSize] - 0.25) < 1e-9);
  }

  void SkinIsComparedWithTheFaceAndTheStepToTheNeckWithTheTargetsOwn() {
    const cv::Vec3f face(0.8f, 0.6f, 0.5f);
    const cv::Vec3f neck(0.7f, 0.5f, 0.4f);
    const cv::Vec3f other(0.6f, 0.5f, 0.5f);
    Figures figures;
    JudgeFace(View(other, neck), View(face, neck), figures);
    const double expected = LabDifference(face, other);
    QVERIFY(std::abs(*figures[Figure::kSkinTarget] - expected) < 0.01);
    QVERIFY(std::abs(*figures[Figure::kSkinNeck] - expected) < 0.01);
    // Without a neck there is no step, but a colour of the face.
    HeadView covered = View(face, neck);
    covered.labels.rowRange(140, 200).setTo(static_cast<std::uint8_t>(Label::kClothing));
    Figures fewer;
    JudgeFace(covered, View(face, neck), fewer);
    QVERIFY(fewer[Figure::kSkinTarget] && !fewer[Figure::kSkinNeck]);
  }

  void ASwapWithItselfIsNearlyTheTruth() {
    if (!test::SharedFolder()) QSKIP("the shared photos are not beside this checkout");
    const auto photo = std::make_shared<const Photo>(
        ReadPhoto(test::SharedPhoto("portraits/faker/female_016.jpg")));
    SwapRequest request;
    request.sources = {{photo, {}}};
    request.target = {photo, {}};
    SwapPipeline pipeline(ResolveDevice("cpu"));
    const SwapResult result = pipeline.Run(request, {});
    PairJudge judge({});
    const Figures figures = judge.Judge(request, result, true, "self", pipeline.Networks(), {});
    QVERIFY2(*figures[Figure::kPsnr] > 25, qPrintable(QString::number(*figures[Figure::kPsnr])));
    QVERIFY(*figures[Figure::kSsim] > 0.85);
    QVERIFY(*figures[Figure::kPose] < 1.5);
    QVERIFY(*figures[Figure::kPlace] < 0.02);
    QVERIFY(*figures[Figure::kSkinTarget] < 2);
    QCOMPARE(*figures[Figure::kBackground], 0.0);
    QCOMPARE(figures[Figure::kIdentitySource].has_value(), IdentityJudge::IsAvailable());
    QVERIFY(!figures[Figure::kPerceptual] && !figures[Figure::kIdentityTarget]);
    if (IdentityJudge::IsAvailable()) QVERIFY(*figures[Figure::kIdentityTruth] > 0.97);
  }

  void PerceptualDistanceIsNoneForTheSameAndGrowsWithBlur() {
    if (!test::SharedFolder()) QSKIP("the shared photos are not beside this checkout");
    const auto file = *test::SharedFolder() / "teachers/squeezenet10_fp16.npz";
    const cv::Mat3b picture =
        ToBytes(test::ReadPhoto(test::SharedPhoto("portraits/faker/female_016.jpg")));
    cv::Mat3b soft;
    cv::Mat3b softer;
    cv::GaussianBlur(picture, soft, {}, 1);
    cv::GaussianBlur(picture, softer, {}, 4);
    PerceptualJudge judge(file);
    QVERIFY(std::abs(judge.Distance(picture, picture)) < 1e-4);
    const double little = judge.Distance(picture, soft);
    QVERIFY(little > 0.01);
    QVERIFY(judge.Distance(picture, softer) > 1.5 * little);
  }

  void IdentityTellsPeopleApart() {
    if (!test::SharedFolder()) QSKIP("the shared photos are not beside this checkout");
    if (!IdentityJudge::IsAvailable()) QSKIP("dlib's recognition network is not installed");
    IdentityJudge judge;
    const auto features = [&](const char* file) {
      const auto photo = test::SharedPhoto(file);
      return judge.Features(test::ReadPhoto(photo), test::ReadTeacherMesh(photo));
    };
    const auto one = features("same_person/london/001_neutral.jpg");
    const double same = Similarity(one, features("same_person/london/001_smiling.jpg"));
    const double other = Similarity(one, features("same_person/london/002_neutral.jpg"));
    QVERIFY(std::abs(Similarity(one, one) - 1) < 1e-9);
    QVERIFY2(same > 0.93 && other < 0.9, qPrintable(QString("%1 %2").arg(same).arg(other)));
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::JudgesTest)
#include "judges_test.moc"
