#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <memory>
#include <set>

#include <opencv2/imgproc.hpp>

#include "engine/core/error.h"
#include "engine/core/image_ops.h"
#include "engine/core/resources.h"
#include "engine/edits/hand_edits.h"
#include "engine/edits/tile_walk.h"
#include "engine/photo/photo_reader.h"
#include "engine/pipeline/pose_feedback.h"
#include "engine/pipeline/swap_pipeline.h"
#include "tests/support/teacher_view.h"

namespace heser {
namespace {

std::shared_ptr<const Photo> ReadShared(const std::string& file) {
  return std::make_shared<const Photo>(ReadPhoto(test::SharedPhoto(file)));
}

SwapRequest RequestOf(const std::string& source, const std::string& target) {
  SwapRequest request;
  request.sources.push_back({ReadShared(source), {}});
  request.target = {ReadShared(target), {}};
  return request;
}

/// The same head a little brighter: another photo, not the same one again.
PhotoFace Brighter(const PhotoFace& face) {
  const cv::Mat samples = face.photo->samples() + cv::Scalar::all(2);
  return {std::make_shared<const Photo>(samples, face.photo->metadata()), {}};
}

/// 8-bit PSNR of two photos where the mask, in the pixels of `window`, selects.
double Psnr(const Photo& a, const Photo& b, const cv::Rect& window, const Mask& mask) {
  cv::Mat difference;
  cv::absdiff(ToBytes(a.WorkingPixels(window)), ToBytes(b.WorkingPixels(window)), difference);
  difference.convertTo(difference, CV_32F);
  const cv::Scalar mean = cv::mean(difference.mul(difference), mask);
  return 10 * std::log10(255.0 * 255.0 / std::max(1e-9, (mean[0] + mean[1] + mean[2]) / 3));
}

bool RanAgain(const SwapResult& result, const std::string& stage) {
  for (const StageTime& time : result.times) {
    if (time.stage == stage) return !time.cached;
  }
  return false;
}

constexpr char kWoman[] = "portraits/faker/female_016.jpg";
constexpr char kMan[] = "portraits/faker/male_034.jpg";

}  // namespace

/// The whole engine on real photos.
class PipelineTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    if (!test::SharedFolder()) QSKIP("the shared photos are not beside this checkout");
  }

  void OutsideTheBlendRegionNothingChanges() {
    const SwapRequest request = RequestOf(kMan, kWoman);
    const SwapResult result = pipeline_.Run(request, {});
    const cv::Rect window = result.target_view->window;
    Mask changed(request.target.photo->size(), std::uint8_t{0});
    AlphaMap region;
    cv::resize(result.blend->blend_region, region, window.size(), 0, 0, cv::INTER_NEAREST);
    cv::Mat(region > 0).copyTo(changed(window));
    cv::Mat difference;
    cv::absdiff(request.target.photo->samples(), result.picture->samples(), difference);
    difference.setTo(0, changed);
    QCOMPARE(cv::countNonZero(difference.reshape(1)), 0);
    QVERIFY(cv::countNonZero(changed) > 0.05 * static_cast<double>(changed.total()));
  }

  void APhotoSwappedWithItselfComesBack() {
    const SwapRequest request = RequestOf(kWoman, kWoman);
    const SwapResult result = pipeline_.Run(request, {});
    const HeadView& view = *result.target_view;
    Mask head;
    cv::resize(Erode(MaskOf(view.labels, kHeadLabels), 0.02 * view.face_size()), head,
               view.window.size(), 0, 0, cv::INTER_NEAREST);
    const double psnr = Psnr(*request.target.photo, *result.picture, view.window, head);
    QVERIFY2(psnr > 35, qPrintable(QStringLiteral("PSNR over the head %1 dB").arg(psnr)));
  }

  void TheHeadTakesTheTargetsPose() {
    const SwapResult result = pipeline_.Run(RequestOf(kMan, kWoman), {});
    QVERIFY(PoseDifferenceDegrees(result.aligned_head->mesh, result.target_view->mesh) < 8);
    QVERIFY(cv::norm(FaceCenter(result.aligned_head->mesh) - FaceCenter(result.target_view->mesh)) <
            0.1 * result.target_view->face_size());
  }

  void TheAngleThatIsWarnedOfIsNotTheCorrectedOne() {
    SwapRequest request = RequestOf(kMan, kWoman);
    request.sources.push_back(Brighter(request.sources.front()));
    request.settings.aligner.yaw = 40;
    const auto angle = [&] {
      for (const SwapWarning& warning : pipeline_.Run(request, {}).warnings) {
        if (warning.kind == SwapWarning::Kind::kLargeAngle) return warning.value;
      }
      return 0.0;
    };
    const double corrected = angle();
    QVERIFY2(corrected > 30, qPrintable(QString::number(corrected)));
    request.settings.feedback.rounds = 0;
    QVERIFY(std::abs(angle() - corrected) < 0.01);
  }

  void APreviewShowsWhatTheFinalPictureWillBe() {
    SwapRequest request = RequestOf(kMan, kWoman);
    request.settings.color_reference.light = 1;
    const SwapResult finished = pipeline_.Run(request, {});
    request.quality = SwapQuality::kPreview;
    const SwapResult preview = pipeline_.Run(request, {});
    QVERIFY(preview.picture == nullptr);
    QCOMPARE(preview.target_view->window, finished.target_view->window);
    QVERIFY(preview.blend->color.cols < finished.blend->color.cols);
    ColorImage reduced;
    cv::resize(finished.blend->color, reduced, preview.blend->color.size(), 0, 0, cv::INTER_AREA);
    cv::Mat difference;
    cv::absdiff(reduced, preview.blend->color, difference);
    const cv::Scalar mean = cv::mean(difference);
    QVERIFY2((mean[0] + mean[1] + mean[2]) / 3 < 0.02,
             qPrintable(QString::number((mean[0] + mean[1] + mean[2]) / 3)));
  }

  void APreviewOfAChangeIsInThePoseThatTheFinalRunWillMeasure() {
    SwapRequest request = RequestOf(kMan, kWoman);
    pipeline_.Run(request, {});
    request.settings.aligner.expression = 0.9;
    request.quality = SwapQuality::kPreview;
    const SwapResult preview = pipeline_.Run(request, {});
    request.quality = SwapQuality::kFinal;
    const SwapResult finished = pipeline_.Run(request, {});
    const FaceMesh& mesh = finished.aligned_head->mesh;
    const double apart = PoseDifferenceDegrees(preview.aligned_head->mesh, mesh);
    QVERIFY2(apart < 1, qPrintable(QString::number(apart)));
    const auto place = [](const SwapResult& result) {
      return FaceCenter(result.aligned_head->mesh) * (1.0 / result.target_view->color.cols);
    };
    QVERIFY(cv::norm(place(preview) - place(finished)) < 0.01);
  }

  void ACorrectionIsMadeAlikeAtAnotherSizeAndPlace() {
    const FaceMesh before = 200 * DefaultFaceMeshModel().mean;
    const auto moved = [](const FaceMesh& mesh, double degrees, double scale, double shift) {
      Similarity3 turn;
      turn.rotation = RotationFromAngles({degrees, 0, 0});
      turn.scale = scale;
      turn.translation.x() = shift;
      return FaceMesh(turn.Apply(mesh));
    };
    FaceMesh centred = before;
    centred.rowwise() -= before.colwise().mean().eval();
    const FaceMesh after = moved(centred, 5, 1.04, 10);
    FaceMesh half = 0.5 * centred;
    half.rowwise() += Eigen::RowVector3d(100, 40, 0);
    FaceMesh expected = 0.5 * after;
    expected.rowwise() += Eigen::RowVector3d(100, 40, 0);
    QVERIFY((CorrectAlike(half, centred, after) - expected).norm() < 1e-6);
  }

  void APreviewLeavesTheFinalResultsInTheCache() {
    SwapRequest request = RequestOf(kMan, kWoman);
    pipeline_.Run(request, {});
    request.quality = SwapQuality::kPreview;
    request.settings.color_reference.light = 0.2;
    pipeline_.Run(request, {});
    request.quality = SwapQuality::kFinal;
    request.settings = {};
    for (const StageTime& time : pipeline_.Run(request, {}).times) {
      QVERIFY2(time.cached, qPrintable(QString::fromStdString(time.stage)));
    }
  }

  void ASecondRunReusesEverything() {
    const SwapRequest request = RequestOf(kMan, kWoman);
    pipeline_.Run(request, {});
    for (const StageTime& time : pipeline_.Run(request, {}).times) {
      QVERIFY2(time.cached, qPrintable(QString::fromStdString(time.stage)));
    }
  }

  void EveryStageThatIsTimedHasANameOfItsOwn() {
    std::set<std::string> names;
    for (const StageTime& time : pipeline_.Run(RequestOf(kMan, kWoman), {}).times) {
      QVERIFY2(names.insert(time.stage).second, time.stage.c_str());
      QVERIFY2(std::ranges::find(kSwapStages, time.stage) != std::end(kSwapStages),
               time.stage.c_str());
    }
    QVERIFY(names.contains("find_refinement") && names.contains("refine"));
  }

  void TheQualityOfEachSourceIsMeasuredOnce() {
    SwapRequest request = RequestOf(kMan, kWoman);
    request.sources.push_back(Brighter(request.sources[0]));
    const SwapResult first = pipeline_.Run(request, {});
    QCOMPARE(first.source_qualities.size(), std::size_t(2));
    for (std::size_t i = 0; i < 2; ++i) {
      const FaceQuality measured = MeasureQuality(*first.source_views[i]);
      QCOMPARE(first.source_qualities[i].sharpness, measured.sharpness);
      QCOMPARE(first.source_qualities[i].clipped_share, measured.clipped_share);
    }
    request.settings.aligner.expression = 0.2;
    const SwapResult second = pipeline_.Run(request, {});
    QVERIFY(RanAgain(second, "align"));
    QVERIFY(!RanAgain(second, "measure"));
    QCOMPARE(second.source_qualities[1].sharpness, first.source_qualities[1].sharpness);
  }

  void AChangeOfColourRunsOnlyWhatDependsOnIt() {
    SwapRequest request = RequestOf(kMan, kWoman);
    pipeline_.Run(request, {});
    request.settings.color_reference.amount = 0.3;
    const SwapResult result = pipeline_.Run(request, {});
    QVERIFY(!RanAgain(result, "detect_target"));
    QVERIFY(!RanAgain(result, "surface"));
    QVERIFY(!RanAgain(result, "align"));
    QVERIFY(RanAgain(result, "color_reference"));
    QVERIFY(RanAgain(result, "blend"));
  }

  void PaintingOnTheTargetsMasksDoesNotAlignTheHeadAnew() {
    SwapRequest request = RequestOf(kMan, kWoman);
    const SwapResult before = pipeline_.Run(request, {});
    TileMap painted;
    const cv::Point middle(request.target.photo->size().width / 2,
                           request.target.photo->size().height / 2);
    painted.Writable(TileMap::PlaceOf(middle.x, middle.y)).fill(LabelEdit(Label::kBackground));
    request.target.labels = std::make_shared<const TileMap>(painted);
    const SwapResult after = pipeline_.Run(request, {});
    for (const char* stage : {"align", "feedback"}) {
      QVERIFY2(!RanAgain(after, stage), stage);
    }
    QVERIFY(RanAgain(after, "color_reference") && RanAgain(after, "blend"));
    // The same as if it had never been otherwise.
    pipeline_.Forget();
    QCOMPARE(cv::norm(pipeline_.Run(request, {}).picture->samples(), after.picture->samples()),
             0.0);
    QVERIFY(cv::norm(before.picture->samples(), after.picture->samples()) > 0);
  }

  void APaintedMatteOfASourceShowsInTheResult() {
    SwapRequest request = RequestOf(kMan, kWoman);
    const SwapResult before = pipeline_.Run(request, {});
    // The upper half of the hair is uncovered by hand.
    const HeadView& source = *before.source_views[0];
    const cv::Rect hair = cv::boundingRect(MaskOf(source.labels, {Label::kHair}));
    const auto in_photo = [&](int x, int y) {
      return cv::Point(source.window.x + cvRound(x / source.scale),
                       source.window.y + cvRound(y / source.scale));
    };
    const cv::Rect upper(in_photo(hair.x, hair.y), in_photo(hair.br().x, hair.y + hair.height / 4));
    TileMap covered;
    ForEachTile(upper, [&](TileMap::Place place, const cv::Rect& box) {
      TileMap::Tile& tile = covered.Writable(place);
      for (int y = box.y; y < box.br().y; ++y) {
        for (int x = box.x; x < box.br().x; ++x) tile[IndexInTile(place, x, y)] = kRegionTarget;
      }
    });
    request.sources[0].matte = std::make_shared<const TileMap>(covered);
    const SwapResult after = pipeline_.Run(request, {});
    QVERIFY(RanAgain(after, "edit_matte"));
    QVERIFY(!RanAgain(after, "view_source"));
    const auto coverage = [](const SwapResult& result) {
      return cv::sum(result.aligned_head->alpha)[0];
    };
    QVERIFY2(coverage(after) < 0.97 * coverage(before),
             qPrintable(QStringLiteral("%1 of %2").arg(coverage(after)).arg(coverage(before))));
    QVERIFY(cv::sum(after.blend->head_alpha)[0] < 0.97 * cv::sum(before.blend->head_alpha)[0]);
    QVERIFY(after.picture != before.picture);
    request.sources[0].matte = nullptr;
    QCOMPARE(cv::norm(pipeline_.Run(request, {}).picture->samples(), before.picture->samples()),
             0.0);
  }

  void AHeadBringsItsNeckWhenTheSeamGoesDown() {
    SwapRequest request = RequestOf(kMan, kWoman);
    const SwapResult before = pipeline_.Run(request, {});
    request.settings.blender.edge.seam_height = -0.2;
    const SwapResult after = pipeline_.Run(request, {});
    QVERIFY(RanAgain(after, "surface"));
    const int chin = cvRound(before.target_view->mesh(mesh_point::kChin, 1) +
                             0.06 * before.target_view->face_size());
    const auto below_chin = [&](const SwapResult& result) {
      const AlphaMap& alpha = result.blend->head_alpha;
      const int middle = cvRound(before.target_view->mesh(mesh_point::kChin, 0));
      return alpha(std::min(chin, alpha.rows - 1), std::clamp(middle, 0, alpha.cols - 1));
    };
    QVERIFY(below_chin(before) < 0.05f);
    QVERIFY2(below_chin(after) > 0.5f, qPrintable(QString::number(below_chin(after))));
  }

  void AWeightOfASourceOnlyAlignsAnew() {
    SwapRequest request = RequestOf(kMan, kWoman);
    request.sources.push_back(Brighter(request.sources[0]));
    pipeline_.Run(request, {});
    request.sources[1].weight = 0.2;
    const SwapResult result = pipeline_.Run(request, {});
    QVERIFY(RanAgain(result, "align"));
    QVERIFY(!RanAgain(result, "surface"));
    QCOMPARE(result.aligned_head->source, 0);
    request.sources[1].pinned = true;
    const SwapResult pinned = pipeline_.Run(request, {});
    QVERIFY(RanAgain(pinned, "align"));
    QCOMPARE(pinned.aligned_head->source, 1);
    request.sources[1].weight = 0;
    QVERIFY_EXCEPTION_THROWN(pipeline_.Run(request, {}), Error);
  }

  void WithForeignWeightsGeometryGoesOnAndSaysSo() {
    const QTemporaryDir folder;
    const std::filesystem::path resources(folder.path().toStdString());
    std::filesystem::copy(ResourceFolder(), resources, std::filesystem::copy_options::recursive);
    std::ofstream(resources / "models" / "aligner_net.hwt") << "of something else";
    const QByteArray before = qgetenv("HESER_RESOURCES");
    qputenv("HESER_RESOURCES", folder.path().toUtf8());
    SwapPipeline pipeline{ResolvedDevice{}};
    SwapRequest request = RequestOf(kMan, kWoman);
    request.settings.refinement.amount = 0;
    const SwapResult geometric = pipeline.Run(request, {});
    request.settings.refinement.amount = 1;
    const SwapResult refused = pipeline.Run(request, {});
    if (before.isEmpty()) {
      qunsetenv("HESER_RESOURCES");
    } else {
      qputenv("HESER_RESOURCES", before);
    }

    QCOMPARE(refused.aligned_head, geometric.aligned_head);
    QCOMPARE(refused.picture, geometric.picture);
    const auto told = [](const SwapResult& result) {
      return std::ranges::count(result.warnings, SwapWarning::Kind::kNoRefinement,
                                &SwapWarning::kind);
    };
    QCOMPARE(told(geometric), 0);
    QCOMPARE(told(refused), 1);
  }

  void ACancelledRunStopsAndTheNextOneWorks() {
    const SwapRequest request = RequestOf(kMan, kWoman);
    for (const std::string stage : {"detect_target", "view_target", "align", "feedback", "blend"}) {
      pipeline_.Forget();
      CancelSwitch cancel;
      const Progress progress(
          [&](double, std::string_view current) {
            if (current == stage) cancel.Cancel();
          },
          cancel);
      QVERIFY_THROWS_EXCEPTION(Cancelled, pipeline_.Run(request, progress));
    }
    QVERIFY(pipeline_.Run(request, {}).picture != nullptr);
  }

  void ACancelAtAnyReportEndsTheRun() {
    SwapRequest request = RequestOf(kMan, kWoman);
    pipeline_.Run(request, {});
    // Every run blends anew what was aligned and coloured before: no stage in between looks at the
    // switch.
    for (int last = 1;; ++last) {
      request.settings.blender.fill.grain = 1 - 0.001 * last;
      CancelSwitch cancel;
      int reports = 0;
      const Progress progress(
          [&](double, std::string_view) {
            // As if the switch had been thrown just before this report looked at it.
            if (++reports != last) return;
            cancel.Cancel();
            throw Cancelled();
          },
          cancel);
      try {
        pipeline_.Run(request, progress);
        QVERIFY(last > 5);
        return;
      } catch (const Cancelled&) {
        QVERIFY(reports >= last);
      }
    }
  }

  void AFaceThatIsNotThereIsRefused() {
    SwapRequest request = RequestOf(kMan, kWoman);
    request.target.face.number = 7;
    try {
      pipeline_.Run(request, {});
      QFAIL("face 8 of a portrait was accepted");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), ErrorKind::kNoSuchFace);
    }
  }

  void AFaceThatTheBorderHalvesIsRefusedAsASourceOnly() {
    const SwapRequest whole = RequestOf(kMan, kWoman);
    const std::vector<DetectedFace> faces = pipeline_.DetectFaces(whole.sources[0].photo, {});
    const auto cut_to = [&](double share) {
      const Photo& photo = *whole.sources[0].photo;
      const cv::Rect2d face = faces.front().Box();
      const int width = cvRound(face.x + share * face.width);
      return std::make_shared<const Photo>(
          photo.samples()(cv::Rect(0, 0, width, photo.size().height)).clone(), PhotoMetadata(),
          PhotoOrigin{.path = "cut.png"});
    };
    SwapRequest request = whole;
    request.sources[0].photo = cut_to(0.6);
    try {
      pipeline_.Run(request, {});
      QFAIL("half a face was accepted");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), ErrorKind::kFaceCut);
      QCOMPARE(error.subject(), std::string("cut.png"));
      QVERIFY2(error.value() > error.limit() && error.value() < 1, error.what());
    }
    request.sources[0].photo = cut_to(0.93);
    QVERIFY(pipeline_.Run(request, {}).picture != nullptr);
    request.sources = {whole.target};
    request.target.photo = cut_to(0.6);
    QVERIFY(pipeline_.Run(request, {}).picture != nullptr);
  }

  void WhatASourceHidesUnderTransparencyIsNoPartOfTheHead() {
    SwapRequest request = RequestOf(kWoman, kMan);
    const Photo& photo = *request.sources[0].photo;
    const auto whole = pipeline_.Run(request, {});
    const auto faces = pipeline_.DetectFaces(request.sources[0].photo, {});
    const cv::Rect2d face = faces.front().Box();
    cv::Mat samples;
    cv::cvtColor(photo.samples(), samples, cv::COLOR_RGB2RGBA);
    const auto source_of = [&] {
      return std::make_shared<const Photo>(samples.clone(), PhotoMetadata(), PhotoOrigin());
    };
    const auto coverage = [&] {
      return cv::sum(pipeline_.Run(request, {}).aligned_head->alpha)[0];
    };
    const auto hidden_share = [&] {
      for (const SwapWarning& warning : pipeline_.Run(request, {}).warnings) {
        if (warning.kind == SwapWarning::Kind::kSourceTransparent) return warning.value;
      }
      return 0.0;
    };
    request.sources[0].photo = source_of();
    const double all = coverage();
    QCOMPARE(hidden_share(), 0.0);
    QVERIFY(std::abs(all / cv::sum(whole.aligned_head->alpha)[0] - 1) < 0.001);
    // Ground around a head that was cut out is no part of it.
    const HeadView& view = *whole.source_views[0];
    Mask ground;
    cv::resize(MaskOf(view.labels, {Label::kBackground}), ground, view.window.size(), 0, 0,
               cv::INTER_NEAREST);
    const cv::Mat before = samples.clone();
    samples.setTo(cv::Scalar::all(0));
    before(view.window).copyTo(samples(view.window), ground == 0);
    request.sources[0].photo = source_of();
    QCOMPARE(hidden_share(), 0.0);
    before.copyTo(samples);
    // The hair above the face, whose colours stay.
    const cv::Rect above(0, 0, samples.cols, cvRound(face.y));
    cv::Mat hidden = samples(above);
    cv::insertChannel(cv::Mat1b(above.size(), std::uint8_t{0}), hidden, 3);
    request.sources[0].photo = source_of();
    const double visible = coverage();
    QVERIFY2(hidden_share() > 0.1 && hidden_share() < 0.5,
             qPrintable(QString::number(hidden_share())));
    QVERIFY2(visible < 0.93 * all, qPrintable(QString::number(visible / all)));
    // The face, too.
    cv::insertChannel(cv::Mat1b(samples.size(), std::uint8_t{0}), samples, 3);
    request.sources[0].photo = source_of();
    try {
      pipeline_.Run(request, {});
      QFAIL("a head that is erased was put on");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), ErrorKind::kFaceErased);
      QVERIFY2(error.value() > 0.99, error.what());
    }
  }

  void APhotoWithoutAFaceIsRefusedByName() {
    SwapRequest request = RequestOf(kMan, kWoman);
    cv::Mat noise(400, 500, CV_8UC3);
    cv::RNG(7).fill(noise, cv::RNG::UNIFORM, 0, 255);
    request.target.photo =
        std::make_shared<const Photo>(noise, PhotoMetadata(), PhotoOrigin{.path = "noise.png"});
    try {
      pipeline_.Run(request, {});
      QFAIL("a face was found in noise");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), ErrorKind::kNoFace);
      QCOMPARE(error.subject(), std::string("noise.png"));
    }
  }

 private:
  SwapPipeline pipeline_{ResolvedDevice()};
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::PipelineTest)
#include "pipeline_test.moc"
