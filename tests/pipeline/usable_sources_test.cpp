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
  /// The subject of what is thrown; empty: nothing is.
  static std::string Refused(const SwapRequest& request,
                             const std::vector<std::exception_ptr>& failures) {
    try {
      FindUsableSources(request, failures);
    } catch (const Error& error) {
      return error.subject();
    }
    return {};
  }

 private slots:
  void WhatCannotBeUsedIsLeftOutWithAWarningOfItsOwnNumber() {
    const std::vector<std::exception_ptr> failures{NoFace("a.jpg"), nullptr, FaceCut(), nullptr};
    const UsableSources usable = FindUsableSources(RequestFor(4), failures);
    QCOMPARE(usable.indices, (std::vector<std::size_t>{1, 3}));
    QCOMPARE(usable.request.sources.size(), std::size_t{2});
    QCOMPARE(usable.request.sources[0].weight, 0.5);
    QCOMPARE(usable.request.sources[1].weight, 1.0);
    QCOMPARE(usable.warnings.size(), std::size_t{2});
    QVERIFY(usable.warnings[0].kind == Kind::kSourceNoFace && usable.warnings[0].source == 0);
    QVERIFY(usable.warnings[1].kind == Kind::kSourceFaceCut && usable.warnings[1].source == 2);
    QCOMPARE(usable.warnings[1].value, 0.4);
  }

  void NothingIsLeftOutThatWasNotToBe() {
    QCOMPARE(Refused(RequestFor(2, false), {nullptr, NoFace("b.jpg")}), std::string("b.jpg"));
    QCOMPARE(Refused(RequestFor(2, false), {nullptr, nullptr}), std::string());
  }

  void TheFirstIsRefusedWhereNoneIsLeft() {
    QCOMPARE(Refused(RequestFor(1), {FaceCut()}), std::string("cut.jpg"));
    QCOMPARE(Refused(RequestFor(2), {NoFace("a.jpg"), FaceCut()}), std::string("a.jpg"));
  }

  void WhatIsNoFaultOfAPhotoEndsTheSwap() {
    const auto missing = Failed(Error(ErrorKind::kNoSuchFace, "b.jpg", "face 7", 1));
    QCOMPARE(Refused(RequestFor(3), {NoFace("a.jpg"), missing, nullptr}), std::string("b.jpg"));
    const std::vector<std::exception_ptr> stopped{nullptr, Failed(Cancelled())};
    QVERIFY_EXCEPTION_THROWN(FindUsableSources(RequestFor(2), stopped), Cancelled);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::UsableSourcesTest)
#include "usable_sources_test.moc"
