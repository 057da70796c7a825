#include "engine/pipeline/usable_sources.h"

#include <QtTest/QtTest>

#include "engine/core/error.h"

namespace heser {

using Kind = SwapWarning::Kind;

/// Which sources a swap goes on with.
class UsableSourcesTest : public QObject {
  Q_OBJECT

 private:
  template <typename Failure>
  static std::exception_ptr Failed(const Failure& failure) {
    return std::make_exception_ptr(failure);
  }
  static std::exception_ptr NoFace(const char* photo) {
    return Failed(Error(ErrorKind::kNoFace, photo));
  }
  static std::exception_ptr FaceCut() {
    return Failed(Error(ErrorKind::kFaceCut, "cut.jpg", "", 0.4, 0.19));
  }
  /// Sources that their weights tell apart: 1/4, 2/4...
  static SwapRequest RequestFor(std::size_t count, bool leaves_out = true) {
    SwapRequest request;
    for (std::size_t i = 0; i < count; ++i) {
      request.sources.push_back({nullptr});
      request.sources.back().weight = static_cast<double>(i + 1) / 4;
    }
    request.leave_out_unusable = leaves_out;
    return request;
  }
  using Views = std::vector<std::shared_ptr<const HeadView>>;
  /// A head of a colour of its own where there was no failure.
  static Views ViewsOf(const std::vector<std::exception_ptr>& failures) {
    Views views;
    for (std::size_t i = 0; i < failures.size(); ++i) {
      views.push_back(failures[i] == nullptr ? HeadOf(static_cast<float>(i + 1)) : nullptr);
    }
    return views;
  }
  static std::shared_ptr<HeadView> HeadOf(float color) {
    auto view = std::make_shared<HeadView>();
    view->color = ColorImage(4, 3, cv::Vec3f::all(color));
    view->labels = LabelMap(4, 3, std::uint8_t{1});
    view->matte = AlphaMap(4, 3, 0.5F);
    view->mesh.setConstant(7);
    return view;
  }
  static UsableSources Find(const SwapRequest& request,
                            const std::vector<std::exception_ptr>& failures) {
    return FindUsableSources(request, failures, ViewsOf(failures));
  }
  static UsableSources FindAmong(const SwapRequest& request, const Views& views) {
    return FindUsableSources(request, std::vector<std::exception_ptr>(views.size()), views);
  }
  /// What is thrown, if anything.
  static std::optional<Error> Refusal(const SwapRequest& request,
                                      const std::vector<std::exception_ptr>& failures) {
    try {
      Find(request, failures);
    } catch (const Error& error) {
      return error;
    }
    return {};
  }
  /// Its subject; empty: nothing is.
  static std::string Refused(const SwapRequest& request,
                             const std::vector<std::exception_ptr>& failures) {
    const auto refusal = Refusal(request, failures);
    return refusal ? refusal->subject() : std::string();
  }

 private slots:
  void WhatCannotBeUsedIsLeftOutWithAWarningOfItsOwnNumber() {
    const std::vector<std::exception_ptr> failures{NoFace("a.jpg"), nullptr, FaceCut(), nullptr};
    const UsableSources usable = Find(RequestFor(4), failures);
    QCOMPARE(usable.indices, (std::vector<std::size_t>{1, 3}));
    QCOMPARE(usable.request.sources.size(), std::size_t{2});
    QCOMPARE(usable.request.sources[0].weight, 0.5);
    QCOMPARE(usable.request.sources[1].weight, 1.0);
    QCOMPARE(usable.warnings.size(), std::size_t{2});
    QVERIFY(usable.warnings[0].kind == Kind::kSourceNoFace && usable.warnings[0].source == 0);
    QVERIFY(usable.warnings[1].kind == Kind::kSourceFaceCut && usable.warnings[1].source == 2);
    QCOMPARE(usable.warnings[1].value, 0.4);
  }

  void APhotoThatCannotBeReadIsLeftOutAndOneThatIsNotThereIsASlip() {
    const Error damaged(ErrorKind::kUnreadable, "a.jpg", "damaged or cut short");
    const Error small(ErrorKind::kTooSmall, "b.jpg", "", 20, 64);
    const Error large(ErrorKind::kTooLarge, "c.jpg", "", 400, 300);
    const UsableSources usable =
        Find(RequestFor(4), {Failed(damaged), Failed(small), Failed(large), nullptr});
    QCOMPARE(usable.indices, (std::vector<std::size_t>{3}));
    QCOMPARE(usable.warnings.size(), std::size_t{3});
    QVERIFY(usable.warnings[0].kind == Kind::kSourceUnreadable && usable.warnings[0].source == 0);
    QCOMPARE(usable.warnings[0].detail, std::string("damaged or cut short"));
    QVERIFY(usable.warnings[1].kind == Kind::kSourceTooSmall && usable.warnings[1].value == 20);
    QVERIFY(usable.warnings[2].kind == Kind::kSourceTooLarge && usable.warnings[2].value == 400);
    const Error missing(ErrorKind::kFileNotFound, "d.jpg");
    QCOMPARE(Refused(RequestFor(2), {Failed(missing), nullptr}), std::string("d.jpg"));
  }

  void TheSettingThatHidesAFaceGoesWithTheWarning() {
    const Error hidden(ErrorKind::kNoFace, "a.jpg", "analyzer.least_face");
    const UsableSources usable = Find(RequestFor(2), {Failed(hidden), nullptr});
    QCOMPARE(usable.warnings[0].detail, std::string("analyzer.least_face"));
  }

  void NothingIsLeftOutThatWasNotToBe() {
    QCOMPARE(Refused(RequestFor(2, false), {nullptr, NoFace("b.jpg")}), std::string("b.jpg"));
    QCOMPARE(Refused(RequestFor(2, false), {nullptr, nullptr}), std::string());
  }

  void AllAreNamedWhereNoneIsLeft() {
    QVERIFY(Refusal(RequestFor(1), {FaceCut()})->kind() == ErrorKind::kFaceCut);
    const auto none = Refusal(RequestFor(2), {NoFace("a.jpg"), FaceCut()});
    QCOMPARE(none->kind(), ErrorKind::kNoSource);
    QCOMPARE(none->causes().size(), std::size_t{2});
    QCOMPARE(none->causes()[0].subject(), std::string("a.jpg"));
    QCOMPARE(none->causes()[1].kind(), ErrorKind::kFaceCut);
  }

  void WhatWasAskedOfASourceThatIsLeftOutIsSaidToCountForNothing() {
    SwapRequest request = RequestFor(3);
    request.sources[0].pinned = true;
    request.sources[0].face.number = 1;
    request.sources[1].pinned = true;
    const UsableSources usable = Find(request, {NoFace("a.jpg"), nullptr, FaceCut()});
    QCOMPARE(usable.warnings.size(), std::size_t{4});
    QVERIFY(usable.warnings[1].kind == Kind::kLeadLeftOut && usable.warnings[1].source == 0);
    QVERIFY(usable.warnings[2].kind == Kind::kFaceLeftOut && usable.warnings[2].source == 0);
    QVERIFY(usable.warnings[3].kind == Kind::kSourceFaceCut && usable.warnings[3].source == 2);
  }

  void TheSameHeadCountsOnce() {
    const Views views{HeadOf(1), HeadOf(2), HeadOf(1), HeadOf(1)};
    const UsableSources usable = FindAmong(RequestFor(4, false), views);
    QCOMPARE(usable.indices, (std::vector<std::size_t>{0, 1}));
    QCOMPARE(usable.warnings.size(), std::size_t{2});
    for (const int copy : {0, 1}) {
      QVERIFY(usable.warnings[copy].kind == Kind::kSourceTwice);
      QCOMPARE(usable.warnings[copy].source, copy + 2);
      QCOMPARE(usable.warnings[copy].value, 1.0);
    }
    // The one that is to lead stays.
    SwapRequest request = RequestFor(4);
    request.sources[2].pinned = true;
    const UsableSources led = FindAmong(request, views);
    QCOMPARE(led.indices, (std::vector<std::size_t>{1, 2}));
    QVERIFY(led.request.sources[1].pinned);
    QCOMPARE(led.warnings[0].source, 0);
    QCOMPARE(led.warnings[0].value, 3.0);
    QCOMPARE(led.warnings[1].source, 3);

    SwapResult result;
    result.used_sources = led.indices;
    result.warnings = led.warnings;
    QCOMPARE(PlaceOfSource(result, 0), std::optional<std::size_t>(1));
    QCOMPARE(PlaceOfSource(result, 1), std::optional<std::size_t>(0));
    QCOMPARE(PlaceOfSource(result, 2), std::optional<std::size_t>(1));
    QCOMPARE(PlaceOfSource(result, 4), std::optional<std::size_t>());
  }

  void HeadsThatDifferInAnythingBothCount() {
    auto other = HeadOf(1);
    const auto counted = [&] {
      return FindAmong(RequestFor(2), {HeadOf(1), other}).indices.size();
    };
    QCOMPARE(counted(), std::size_t{1});
    other->labels(2, 2) = 0;
    QCOMPARE(counted(), std::size_t{2});
    other = HeadOf(1);
    other->matte(2, 2) = 0;
    QCOMPARE(counted(), std::size_t{2});
    other = HeadOf(1);
    other->mesh(5, 1) += 1e-6;
    QCOMPARE(counted(), std::size_t{2});
    other = HeadOf(1);
    other->color(2, 2)[1] += 1e-6F;
    QCOMPARE(counted(), std::size_t{2});
    other = HeadOf(1);
    other->exact_matte = Mask(4, 3, std::uint8_t{255});
    QCOMPARE(counted(), std::size_t{2});
  }

  void WhatIsNoFaultOfAPhotoEndsTheSwap() {
    const auto missing = Failed(Error(ErrorKind::kNoSuchFace, "b.jpg", "face 7", 1));
    QCOMPARE(Refused(RequestFor(3), {NoFace("a.jpg"), missing, nullptr}), std::string("b.jpg"));
    const std::vector<std::exception_ptr> stopped{nullptr, Failed(Cancelled())};
    QVERIFY_EXCEPTION_THROWN(Find(RequestFor(2), stopped), Cancelled);
  }

  void TheLeadIsToldWhereThereWasAChoice() {
    SwapRequest request = RequestFor(3);
    SwapResult result;
    AlignedHead head;
    head.source = 1;
    result.aligned_head = std::make_shared<const AlignedHead>(head);
    result.used_sources = {0, 2};
    QVERIFY(ChosenLead(request, result) == std::size_t{2});
    // Who was to lead and was left out did not choose.
    request.sources[1].pinned = true;
    QVERIFY(ChosenLead(request, result) == std::size_t{2});
    request.sources[2].pinned = true;
    QVERIFY(!ChosenLead(request, result));
    request.sources[2].pinned = false;
    head.source = 0;
    result.aligned_head = std::make_shared<const AlignedHead>(head);
    result.used_sources = {2};
    QVERIFY(!ChosenLead(request, result));
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::UsableSourcesTest)
#include "usable_sources_test.moc"
