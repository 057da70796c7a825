#include <QtTest>
#include <algorithm>
#include <memory>

#include "engine/photo/photo_reader.h"
#include "engine/pipeline/swap_pipeline.h"
#include "tests/support/teacher_view.h"

namespace heser {
namespace {

using PhotoPointer = std::shared_ptr<const Photo>;

PhotoPointer Read(const std::string& file) {
  return std::make_shared<const Photo>(ReadPhoto(test::SharedPhoto(file)));
}

/// A tenth of its light.
PhotoPointer Darkened(const Photo& photo) {
  cv::Mat samples;
  photo.samples().convertTo(samples, -1, 0.35);
  return std::make_shared<const Photo>(samples, photo.metadata());
}

const SwapWarning* SkinWarning(const SwapResult& result) {
  const auto found =
      std::ranges::find(result.warnings, SwapWarning::Kind::kSkinFar, &SwapWarning::kind);
  return found == result.warnings.end() ? nullptr : &*found;
}

}  // namespace

/// A head that loses its complexion.
class SkinWarningTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    if (!test::SharedFolder()) QSKIP("no shared photos");
    head_ = Read("portraits/faker/female_016.jpg");
    body_ = Read("portraits/faker/male_034.jpg");
  }

  void SkinsThatAreNearSayNothing() { QVERIFY(!SkinWarning(Swap(head_, body_, 0.895))); }

  void AFarSkinIsToldInBothDirections() {
    const SwapResult darker = Swap(head_, Darkened(*body_), 0.895);
    QVERIFY(SkinWarning(darker));
    QVERIFY(SkinWarning(darker)->value < 0.4);
    const SwapResult lighter = Swap(Darkened(*head_), body_, 0.895);
    QVERIFY(SkinWarning(lighter));
    QVERIFY(SkinWarning(lighter)->value > 2.5);
  }

  void WhatTheNoteAdvisesEndsIt() { QVERIFY(!SkinWarning(Swap(head_, Darkened(*body_), 0.3))); }

 private:
  SwapResult Swap(const PhotoPointer& head, const PhotoPointer& body, double amount) {
    SwapRequest request;
    request.sources.push_back({head, {}});
    request.target = {body, {}};
    request.settings.color_reference.amount = amount;
    return pipeline_.Run(request, {});
  }

  SwapPipeline pipeline_{ResolveDevice("cpu")};
  PhotoPointer head_;
  PhotoPointer body_;
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::SkinWarningTest)
#include "skin_warning_test.moc"
