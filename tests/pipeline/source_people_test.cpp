#include <QtTest>
#include <algorithm>

#include "engine/photo/photo_reader.h"
#include "engine/pipeline/swap_pipeline.h"
#include "tests/support/teacher_view.h"

namespace heser {

using Kind = SwapWarning::Kind;

/// What a swap says of sources that do not belong together, by the photos alone.
class SourcePeopleTest : public QObject {
  Q_OBJECT

 private:
  static PhotoFace Read(const char* file) {
    return {std::make_shared<const Photo>(ReadPhoto(test::SharedPhoto(file))), {}};
  }
  /// The photo a little brighter.
  static PhotoFace CopyOf(const PhotoFace& face) {
    const cv::Mat samples = face.photo->samples() + cv::Scalar::all(6);
    return {std::make_shared<const Photo>(samples, face.photo->metadata()), {}};
  }
  std::vector<SwapWarning> WarningsOf(const std::vector<PhotoFace>& sources) {
    SwapRequest request;
    request.sources = sources;
    request.target = Read("portraits/faker/female_016.jpg");
    request.leave_out_unusable = true;
    return pipeline_.Run(request, {}).warnings;
  }
  static const SwapWarning* Find(const std::vector<SwapWarning>& warnings, Kind kind) {
    const auto found = std::ranges::find(warnings, kind, &SwapWarning::kind);
    return found == warnings.end() ? nullptr : &*found;
  }

 private slots:
  void AnotherPersonIsTold() {
    const auto warnings =
        WarningsOf({Read("portraits/faker/male_034.jpg"), Read("portraits/faker/female_090.jpg")});
    const SwapWarning* told = Find(warnings, Kind::kOtherPerson);
    QVERIFY(told != nullptr);
    QCOMPARE(told->source, 1);
    QVERIFY(told->value < -0.2);
    // Once.
    QVERIFY(Find(warnings, Kind::kSourceUnlike) == nullptr);
    QVERIFY(Find(warnings, Kind::kSourceCopy) == nullptr);
  }

  void TheSkinTellsWhomShapeAndLookAloneDoNot() {
    const auto warnings =
        WarningsOf({Read("portraits/faker/male_094.jpg"), Read("portraits/faker/male_045.jpg")});
    QVERIFY(Find(warnings, Kind::kOtherPerson) != nullptr);
  }

  void OtherLightAndDyedHairAreNoOtherPerson() {
    const auto warnings =
        WarningsOf({Read("few_shot/lisa/lisa2.jpg"), Read("few_shot/lisa/zoom_15cm.jpg")});
    QVERIFY(Find(warnings, Kind::kOtherPerson) == nullptr);
  }

  void TheSamePersonIsNot() {
    const auto warnings = WarningsOf(
        {Read("same_person/london/005_neutral.jpg"), Read("same_person/london/005_smiling.jpg")});
    QVERIFY(Find(warnings, Kind::kOtherPerson) == nullptr);
    QVERIFY(Find(warnings, Kind::kSourceCopy) == nullptr);
  }

  void ACopyIsToldByItsNumberInTheRequest() {
    const PhotoFace man = Read("portraits/faker/male_034.jpg");
    // The first shows nobody and is left out.
    const PhotoFace wall{
        std::make_shared<const Photo>(cv::Mat(300, 400, CV_8UC3, cv::Scalar::all(99))), {}};
    const auto warnings = WarningsOf({wall, man, CopyOf(man)});
    const SwapWarning* told = Find(warnings, Kind::kSourceCopy);
    QVERIFY(told != nullptr);
    QCOMPARE(told->source, 2);
    QCOMPARE(told->value, 2.0);
    QVERIFY(Find(warnings, Kind::kSourceTwice) == nullptr);
  }

 private:
  SwapPipeline pipeline_{ResolveDevice("cpu")};
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::SourcePeopleTest)
#include "source_people_test.moc"
