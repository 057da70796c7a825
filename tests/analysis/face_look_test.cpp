#include "engine/analysis/face_look.h"

#include <QtTest>
#include <cmath>
#include <numbers>
#include <numeric>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/face_reader.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

constexpr int kSide = 512;

/// A face of 256 pixels' size whose features are bars at this angle (radians), each cell another
/// way by `twist`.
ColorImage Barred(double angle, double twist = 0) {
  ColorImage picture(kSide, kSide);
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const int cell = x / 43 + 3 * (y / 43);
      const double turned = angle + twist * cell;
      const double phase = (x * std::cos(turned) + y * std::sin(turned)) / 10;
      const auto value = static_cast<float>(0.5 + 0.3 * std::sin(phase));
      picture(y, x) = {value, value, value};
    }
  }
  return picture;
}

FaceMesh Mesh() { return MeshOfProposal({{255.5, 255.5}, 256, 0, 1}); }

double Length(const std::vector<float>& values) {
  return std::sqrt(std::inner_product(values.begin(), values.end(), values.begin(), 0.0));
}

}  // namespace

class FaceLookTest : public QObject {
  Q_OBJECT

 private slots:
  void BothListsHaveLengthOne() {
    const FaceLook look = LookOf(Barred(0.3, 0.7), Mesh());
    QCOMPARE(look.pixels.size(), std::size_t(48 * 56));
    QCOMPARE(look.edges.size(), std::size_t(6 * 7 * 9));
    QVERIFY(std::abs(Length(look.pixels) - 1) < 1e-4);
    QVERIFY(std::abs(Length(look.edges) - 1) < 1e-4);
    QVERIFY(std::abs(Likeness(look.edges, look.edges) - 1) < 1e-4);
  }

  void ItIsTheSameInOtherLightAndSize() {
    const ColorImage picture = Barred(0.3, 0.7);
    const FaceLook look = LookOf(picture, Mesh());
    const FaceLook darker = LookOf(ColorImage(picture * 0.4), Mesh());
    QVERIFY(Likeness(look.pixels, darker.pixels) > 0.9999);
    QVERIFY(Likeness(look.edges, darker.edges) > 0.98);
    ColorImage half;
    cv::resize(picture, half, {}, 0.5, 0.5, cv::INTER_AREA);
    const FaceLook smaller = LookOf(half, TransformMesh({0.5, 0, -0.25, 0, 0.5, -0.25}, Mesh()));
    QVERIFY(Likeness(look.pixels, smaller.pixels) > 0.99);
    QVERIFY(Likeness(look.edges, smaller.edges) > 0.98);
  }

  void OtherFeaturesLookOtherwise() {
    const FaceLook look = LookOf(Barred(0), Mesh());
    const FaceLook other = LookOf(Barred(std::numbers::pi / 2), Mesh());
    QVERIFY(Likeness(look.pixels, other.pixels) < 0.3);
    QVERIFY(Likeness(look.edges, other.edges) < 0.3);
  }

  void AHistogramTellsTheDirectionOfEdges() {
    cv::Mat1f face(56, 48, 0.f);
    for (int x = 0; x < 48; ++x) face.col(x).setTo(0.2f + 0.015f * static_cast<float>(x));
    const std::vector<float> histograms = EdgeHistograms(face);
    // Brighter to the right: shared by the first and the last of nine directions.
    for (std::size_t cell = 0; cell < histograms.size(); cell += 9) {
      QVERIFY(std::abs(histograms[cell] - histograms[cell + 8]) < 1e-3);
      QVERIFY(histograms[cell] > 0.6);
      for (std::size_t bin = 1; bin < 8; ++bin) QVERIFY(histograms[cell + bin] < 1e-3);
    }
    for (const float value : EdgeHistograms(cv::Mat1f(56, 48, 0.5f))) QCOMPARE(value, 0.f);
  }

  void InAPhotoTheFaceAloneCounts() {
    ColorImage picture;
    cv::copyMakeBorder(Barred(0.3, 0.7), picture, 300, 200, 250, 350, cv::BORDER_CONSTANT);
    const FaceMesh mesh = TransformMesh({1, 0, 250, 0, 1, 300}, Mesh());
    const FaceLook alone = LookOf(Barred(0.3, 0.7), Mesh());
    const FaceLook within = LookOf(Photo(ToBytes(picture)), mesh);
    QVERIFY(Likeness(alone.pixels, within.pixels) > 0.999);
    QVERIFY(Likeness(alone.edges, within.edges) > 0.99);
  }

  void SkinsAreToldApartByColorAndByLight() {
    const auto skin = [](const cv::Vec3f& color) {
      return LookOf(ColorImage(kSide, kSide, color), Mesh());
    };
    const FaceLook fair = skin({0.85f, 0.68f, 0.6f});
    QCOMPARE(SkinDifference(fair, fair), 0.0);
    // A little darker: the same skin.
    QCOMPARE(SkinDifference(fair, skin({0.8f, 0.64f, 0.565f})), 0.0);
    QCOMPARE(SkinDifference(fair, skin({0.4f, 0.32f, 0.282f})), 1.0);
    QCOMPARE(SkinDifference(fair, skin({0.85f, 0.55f, 0.4f})), 1.0);
    const double between = SkinDifference(fair, skin({0.85f, 0.65f, 0.57f}));
    QVERIFY2(between > 0 && between < 1, qPrintable(QString::number(between)));
    // Of a picture without colours nothing is known.
    QVERIFY(!skin({0.3f, 0.3f, 0.3f}).skin);
    QCOMPARE(SkinDifference(fair, skin({0.3f, 0.3f, 0.3f})), 0.0);
  }

  void OfNothingKnownNothingIsSaid() { QCOMPARE(Likeness({}, {1.f}), 1.0); }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::FaceLookTest)
#include "face_look_test.moc"
