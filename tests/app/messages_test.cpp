#include "app/messages.h"

#include <QTest>
#include <map>

#include "app/project/project_file.h"
#include "engine/pipeline/swap_pipeline.h"

namespace heser {
namespace {

constexpr ErrorKind kEveryKind[] = {
    ErrorKind::kWrongUse,   ErrorKind::kFileNotFound, ErrorKind::kUnreadable,
    ErrorKind::kTooLarge,   ErrorKind::kTooSmall,     ErrorKind::kNoFace,
    ErrorKind::kFaceCut,    ErrorKind::kNoFolder,     ErrorKind::kFaceErased,
    ErrorKind::kNoSuchFace, ErrorKind::kCannotWrite,  ErrorKind::kBadModel,
    ErrorKind::kBadFile,    ErrorKind::kOutOfMemory,  ErrorKind::kDeviceFailed,
    ErrorKind::kPeerLost};

constexpr SwapWarning::Kind kEveryWarning[] = {
    SwapWarning::Kind::kLargeAngle,        SwapWarning::Kind::kSourceSmall,
    SwapWarning::Kind::kSourceCut,         SwapWarning::Kind::kSourceBlurred,
    SwapWarning::Kind::kClippedLight,      SwapWarning::Kind::kSeveralFaces,
    SwapWarning::Kind::kDeviceFallback,    SwapWarning::Kind::kSourceUnlike,
    SwapWarning::Kind::kSourceSofter,      SwapWarning::Kind::kSourceNoUse,
    SwapWarning::Kind::kNoRefinement,      SwapWarning::Kind::kNoBlendingNetwork,
    SwapWarning::Kind::kOtherPerson,       SwapWarning::Kind::kTurnedAway,
    SwapWarning::Kind::kHairUnseen,        SwapWarning::Kind::kNoNeck,
    SwapWarning::Kind::kBodyHidden,        SwapWarning::Kind::kSourceNoFace,
    SwapWarning::Kind::kSourceFaceCut,     SwapWarning::Kind::kSourceTransparent,
    SwapWarning::Kind::kSourceFaceErased,  SwapWarning::Kind::kSourceTwice,
    SwapWarning::Kind::kLeadLeftOut,       SwapWarning::Kind::kFaceLeftOut,
    SwapWarning::Kind::kHeadBeyond,        SwapWarning::Kind::kSourceCopy,
    SwapWarning::Kind::kSourceUnreadable,  SwapWarning::Kind::kSourceTooSmall,
    SwapWarning::Kind::kSourceTooLarge,    SwapWarning::Kind::kSourceCovered,
    SwapWarning::Kind::kTargetTransparent, SwapWarning::Kind::kSourceCoveredAside,
    SwapWarning::Kind::kTargetCovered,     SwapWarning::Kind::kTargetThin,
    SwapWarning::Kind::kAlphaLost,         SwapWarning::Kind::kSkinFar};

bool IsOneSentence(const QString& text) {
  return text.endsWith('.') && !text.contains('%') && !text.contains('\n') &&
         !text.left(text.size() - 1).contains(". ");
}

}  // namespace

class MessagesTest : public QObject {
  Q_OBJECT

 private slots:
  void EveryErrorIsOneSentenceThatNamesItsSubject() {
    for (ErrorKind kind : kEveryKind) {
      const QString text = MessageFor(Error(kind, "photos/anna.jpg", "a reason"));
      QVERIFY2(IsOneSentence(text), qPrintable(text));
      QVERIFY2(text.contains("photos/anna.jpg"), qPrintable(text));
    }
  }

  void FactsOfAnErrorAreInItsSentence() {
    const QString small = MessageFor(Error(ErrorKind::kTooSmall, "anna.jpg", "", 31, 48));
    QVERIFY2(small.contains("31") && small.contains("48"), qPrintable(small));
    const QString large = MessageFor(Error(ErrorKind::kTooLarge, "anna.jpg", "", 310, 200));
    QVERIFY2(large.contains("310") && large.contains("200"), qPrintable(large));
    const QString choice = MessageFor(Error(ErrorKind::kNoSuchFace, "anna.jpg", "", 3));
    QVERIFY2(choice.contains('3'), qPrintable(choice));
    const QString write = MessageFor(Error(ErrorKind::kCannotWrite, "out.png", "disk full"));
    QVERIFY2(write.contains("disk full"), qPrintable(write));
    const QString folder = MessageFor(Error(ErrorKind::kNoFolder, "out/a.png", "out"));
    QVERIFY2(folder.contains("no folder out;"), qPrintable(folder));
  }

  void OfSeveralPhotosThatCannotBeUsedEachIsNamedWithItsReason() {
    const std::vector<Error> causes{Error(ErrorKind::kNoFace, "a/anna.jpg"),
                                    Error(ErrorKind::kFaceCut, "a/berta.jpg", "", 0.5, 0.2),
                                    Error(ErrorKind::kFaceErased, "a/dora.png", "", 0.9, 0.2)};
    const Error none(ErrorKind::kNoSource, causes);
    QCOMPARE(none.subject(), std::string("a/anna.jpg"));
    QVERIFY2(std::string(none.what()).find("berta.jpg") != std::string::npos, none.what());
    const QString text = MessageFor(none);
    QVERIFY2(IsOneSentence(text), qPrintable(text));
    QVERIFY2(text.contains("no face was found in a/anna.jpg, the border of a/berta.jpg cuts") &&
                 text.contains("the face in a/dora.png is transparent"),
             qPrintable(text));
    std::vector<Error> many;
    for (int i = 0; i < 100; ++i) {
      many.emplace_back(ErrorKind::kNoFace, std::to_string(i) + "long.jpg");
    }
    const QString short_text = MessageFor(Error(ErrorKind::kNoSource, many));
    QVERIFY2(short_text.size() < 600 && short_text.contains("7long.jpg, and more"),
             qPrintable(short_text));
    const QString hidden = MessageFor(Error(ErrorKind::kNoFace, "anna.png", "", 0.63));
    QVERIFY2(hidden.contains("anna.png, of which 63 % is transparent"), qPrintable(hidden));
  }

  void ASettingThatHidesAFaceIsNamed() {
    const QString error = MessageFor(Error(ErrorKind::kNoFace, "anna.jpg", "analyzer.least_face"));
    QVERIFY2(IsOneSentence(error) && error.contains("the setting analyzer.least_face"),
             qPrintable(error));
    const SwapWarning left_out{SwapWarning::Kind::kSourceNoFace, 0, 0, "analyzer.least_face"};
    const QString note = MessageFor(left_out, {"anna.jpg"}, "beach.jpg");
    QVERIFY2(IsOneSentence(note) && note.contains("the setting analyzer.least_face") &&
                 note.contains("left out"),
             qPrintable(note));
  }

  void WhereNoSourceIsLeftForASettingThatIsToBeSetBack() {
    const std::vector<Error> causes{Error(ErrorKind::kNoFace, "anna.jpg", "analyzer.least_face"),
                                    Error(ErrorKind::kNoFace, "berta.jpg")};
    const QString text = MessageFor(Error(ErrorKind::kNoSource, causes));
    QVERIFY2(IsOneSentence(text) && text.contains("(analyzer.least_face)") &&
                 text.contains("set the settings that are named back"),
             qPrintable(text));
    const std::vector<Error> others{causes[1], causes[1]};
    QVERIFY(!MessageFor(Error(ErrorKind::kNoSource, others)).contains("setting"));
  }

  void WhoIsAnotherPersonIsSaidOfThePhotoThatItWasComparedWith() {
    SwapWarning other{SwapWarning::Kind::kOtherPerson, 2, -0.5};
    other.other = 1;
    const QStringList names{"wall.jpg", "anna.jpg", "berta.jpg"};
    const QString text = MessageFor(other, names, "beach.jpg");
    QVERIFY2(text.contains("berta.jpg seems to show another person than anna.jpg"),
             qPrintable(text));
    other.other = -1;
    QVERIFY(
        MessageFor(other, names, "beach.jpg").contains("the first of the photos that are used"));
  }

  void WhyAPhotoOfAProjectIsLostIsSaid() {
    ProjectRemark small{ProjectRemark::Kind::kSourceLost, "dot.png"};
    QVERIFY(MessageFor({small}, "a.heser").contains("dot.png is damaged"));
    small.reason = ErrorKind::kTooSmall;
    QVERIFY(MessageFor({small}, "a.heser").contains("dot.png is too small"));
    small.reason = ErrorKind::kTooLarge;
    QVERIFY(MessageFor({small}, "a.heser").contains("dot.png is too large"));
  }

  void AFileThatIsLeftOutIsNamedWithItsReason() {
    const SwapWarning damaged{SwapWarning::Kind::kSourceUnreadable, 0, 0, "an empty file"};
    const QString note = MessageFor(damaged, {"anna.jpg"}, "beach.jpg");
    QVERIFY2(
        note.contains("anna.jpg cannot be read as a photo (an empty file), so it was left out"),
        qPrintable(note));
  }

  void TheWindowNamesAFileByItsLastPart() {
    const Error error(ErrorKind::kNoFace, "/home/me/photos/anna.jpg");
    const QString text = MessageFor(error, SubjectForm::kFileName);
    QVERIFY2(text.contains("anna.jpg") && !text.contains("/home"), qPrintable(text));
  }

  void AnErrorWithoutSubjectIsStillASentence() {
    for (ErrorKind kind : kEveryKind) {
      const QString text = MessageFor(Error(kind, ""));
      QVERIFY2(IsOneSentence(text), qPrintable(text));
      QVERIFY2(!text.contains("  ") && !text.startsWith(' '), qPrintable(text));
    }
  }

  void ANameCannotBreakTheLineOrSteerTheTerminal() {
    const QString text =
        MessageFor(Error(ErrorKind::kUnreadable, "a\nb\x1b[31m \xc3\xbc \xf0\x9f\x99\x82.jpg"));
    QVERIFY2(IsOneSentence(text), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("a?b?[31m ü 🙂.jpg")), qPrintable(text));
  }

  void AReasonCannotBreakTheLineNorFillTheScreen() {
    const QString text = MessageFor(
        Error(ErrorKind::kBadFile, "a.json", "no option a\n\x1b[2Jb" + std::string(100000, 'k')));
    QVERIFY2(IsOneSentence(text) && text.size() < 500, qPrintable(text.left(600)));
    QVERIFY2(text.contains("a??[2Jb"), qPrintable(text));
    const QString other = MessageForUnexpected("\n\nError in line 7.\n\n  It failed.\n");
    QVERIFY2(!other.contains('\n') && other.endsWith("Error in line 7. It failed."),
             qPrintable(other));
  }

  void ASinglePixelIsNoPlural() {
    const QString text = MessageFor(Error(ErrorKind::kTooSmall, "dot.png", "", 1, 48));
    QVERIFY2(!text.contains("1 pixels"), qPrintable(text));
  }

  void WhatAProjectLostIsOneSentenceThatNamesIt() {
    using Kind = ProjectRemark::Kind;
    const QString text = MessageFor({{Kind::kSourceLost, "anna.jpg"},
                                     {Kind::kTargetLost, "beach.jpg"},
                                     {Kind::kEditsLost, "berta.jpg"},
                                     {Kind::kSettingUnknown, "aligner.turns"},
                                     {Kind::kSettingInvalid, "aligner.yaw"},
                                     {Kind::kPhotoExchanged, "dora.jpg"},
                                     {Kind::kPhotoFieldLost, "emil.jpg", "weight"},
                                     {Kind::kFieldLost, "version"}},
                                    "work/team.heser");
    QVERIFY2(IsOneSentence(text), qPrintable(text));
    QVERIFY2(text.startsWith("work/team.heser "), qPrintable(text));
    for (const char* part : {"anna.jpg", "beach.jpg", "berta.jpg", "aligner.turns", "aligner.yaw",
                             "dora.jpg", "emil.jpg", "weight", "version"}) {
      QVERIFY2(text.contains(part), part);
    }
    const std::vector<ProjectRemark> many(100, {Kind::kSettingInvalid, "aligner.yaw"});
    QVERIFY(MessageFor(many, "a.heser").count("aligner.yaw") == 1);
    std::vector<ProjectRemark> different;
    for (int i = 0; i < 100; ++i) different.push_back({Kind::kEditsLost, QString::number(i)});
    QVERIFY(MessageFor(different, "a.heser").size() < 600);
  }

  void AWarningNamesThePhotoItIsAbout() {
    for (SwapWarning::Kind kind : kEveryWarning) {
      const QString text = MessageFor({kind, 1, 0.5}, {"anna.jpg", "berta.jpg"}, "beach.jpg");
      QVERIFY2(text.endsWith('.'), qPrintable(text));
      const bool about_all =
          kind == SwapWarning::Kind::kDeviceFallback || kind == SwapWarning::Kind::kNoRefinement ||
          kind == SwapWarning::Kind::kNoBlendingNetwork || kind == SwapWarning::Kind::kAlphaLost;
      if (!about_all) {
        QVERIFY2(text.contains("berta.jpg"), qPrintable(text));
      }
    }
    const SwapWarning about_target{SwapWarning::Kind::kSeveralFaces, -1, 4};
    const QString text = MessageFor(about_target, {"anna.jpg"}, "beach.jpg");
    QVERIFY2(text.contains("beach.jpg") && text.contains('4'), qPrintable(text));
    const SwapWarning hidden{SwapWarning::Kind::kBodyHidden, -1, 0.64};
    const QString share = MessageFor(hidden, {"anna.jpg"}, "beach.jpg");
    QVERIFY2(share.contains("beach.jpg") && share.contains("64 %"), qPrintable(share));
    const SwapWarning copy{SwapWarning::Kind::kSourceTwice, 1, 1};
    const QString twice = MessageFor(copy, {"anna.jpg", "copy.jpg"}, "beach.jpg");
    QVERIFY2(twice.contains("copy.jpg shows the very same head as anna.jpg"), qPrintable(twice));
    const QString same = MessageFor(copy, {"anna.jpg", "anna.jpg"}, "beach.jpg");
    QCOMPARE(same, QString("anna.jpg is given more than once; it counts once."));
    const SwapWarning gpu{SwapWarning::Kind::kDeviceFallback, -1, 7};
    QVERIFY(MessageFor(gpu, {"anna.jpg"}, "beach.jpg").contains("cuda:7 is not there"));
    const SwapWarning erased{SwapWarning::Kind::kSourceTransparent, 0, 0.31};
    const QString part = MessageFor(erased, {"anna.jpg"}, "beach.jpg");
    QVERIFY2(part.contains("anna.jpg") && part.contains("31 %"), qPrintable(part));
  }

  void EveryStageOfASwapHasAName() {
    for (const char* stage : kSwapStages) {
      QVERIFY2(StageName(stage) != QLatin1String(stage), stage);
    }
  }

  void ExitCodesAreThoseThatScriptsRelyOn() {
    const std::map<ErrorKind, int> expected = {
        {ErrorKind::kWrongUse, 1},     {ErrorKind::kFileNotFound, 2}, {ErrorKind::kUnreadable, 2},
        {ErrorKind::kTooLarge, 2},     {ErrorKind::kTooSmall, 2},     {ErrorKind::kNoFace, 2},
        {ErrorKind::kFaceErased, 2},   {ErrorKind::kNoSource, 2},     {ErrorKind::kFaceCut, 2},
        {ErrorKind::kNoFolder, 3},     {ErrorKind::kNoSuchFace, 2},   {ErrorKind::kCannotWrite, 3},
        {ErrorKind::kBadModel, 2},     {ErrorKind::kBadFile, 2},      {ErrorKind::kOutOfMemory, 4},
        {ErrorKind::kDeviceFailed, 4}, {ErrorKind::kPeerLost, 4}};
    for (const auto& [kind, code] : expected) QCOMPARE(ExitCodeFor(Error(kind, "x")), code);
    for (ErrorKind kind : kEveryKind) QVERIFY(expected.contains(kind));
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::MessagesTest)
#include "messages_test.moc"
