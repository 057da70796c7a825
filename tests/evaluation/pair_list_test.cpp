#include "engine/evaluation/pair_list.h"

#include <QtTest>

#include "engine/core/error.h"

namespace heser {
namespace {

constexpr const char* kHeader = "name,kind,target,sources\n";

std::vector<EvaluationPair> Read(const std::string& lines) {
  return PairsFromCsv(kHeader + lines, "list.csv", "photos");
}

/// The sentence's technical part that refuses these lines, or "accepted".
std::string Refusal(const std::string& text) {
  try {
    PairsFromCsv(text, "list.csv", "photos");
    return "accepted";
  } catch (const Error& error) {
    return error.kind() == ErrorKind::kBadFile && error.subject() == "list.csv" ? error.detail()
                                                                                : error.what();
  }
}

}  // namespace

class PairListTest : public QObject {
  Q_OBJECT

 private slots:
  void PairsNameTheirPhotosBelowTheFolder() {
    const auto pairs =
        Read("one,portrait,a/t.jpg,s.jpg\r\n\ntwo,same_person_pose,t.jpg,x.jpg;y.jpg");
    QCOMPARE(pairs.size(), 2U);
    QCOMPARE(pairs[0].name, std::string("one"));
    QCOMPARE(pairs[0].target.string(), std::string("photos/a/t.jpg"));
    QVERIFY(!pairs[0].HasTruth());
    QCOMPARE(pairs[1].kind, std::string("same_person_pose"));
    QCOMPARE(pairs[1].sources.size(), 2U);
    QCOMPARE(pairs[1].sources[1].string(), std::string("photos/y.jpg"));
    QVERIFY(pairs[1].HasTruth());
  }

  void AByteOrderMarkDoesNoHarm() {
    QCOMPARE(Refusal(std::string("\xef\xbb\xbf") + kHeader + "one,k,t.jpg,s.jpg\n"),
             std::string("accepted"));
  }

  void QuotedFieldsMayHoldCommasAndQuotes() {
    const auto pairs = Read(R"(one,portrait,"a, ""b"".jpg",s.jpg)");
    QCOMPARE(pairs[0].target.string(), std::string("photos/a, \"b\".jpg"));
  }

  void WhatIsWrongIsToldWithItsLine() {
    const std::string header = kHeader;
    QVERIFY(Refusal("name,target\n").starts_with("line 1"));
    QVERIFY(Refusal("").ends_with("no pairs"));
    QVERIFY(Refusal(header).ends_with("no pairs"));
    QVERIFY(Refusal(header + "one,portrait,t.jpg\n").starts_with("line 2"));
    QVERIFY(Refusal(header + "one,k,t,s\none,k,t,s\n").starts_with("line 3: one comes twice"));
    QVERIFY(Refusal(header + "../one,k,t,s\n").starts_with("line 2"));
    QVERIFY(Refusal(header + "one,k/l,t,s\n").starts_with("line 2"));
    QVERIFY(Refusal(header + std::string(300, 'n') + ",k,t,s\n").starts_with("line 2"));
    QVERIFY(Refusal(header + ",k,t,s\n").starts_with("line 2"));
    QVERIFY(Refusal(header + "one,k,,s\n").starts_with("line 2: the target"));
    QVERIFY(Refusal(header + "one,k,t,\n").starts_with("line 2: the sources"));
    QVERIFY(Refusal(header + "one,k,t,a;;b\n").starts_with("line 2: a source"));
  }

  void ASelectionTakesTheFirstOfAKind() {
    const auto pairs = Read("a,x,t,s\nb,y,t,s\nc,y,t,s\nd,x,t,s\n");
    QCOMPARE(SelectPairs(pairs, {}).size(), 4U);
    const auto one = SelectPairs(pairs, {"y", 1});
    QCOMPARE(one.size(), 1U);
    QCOMPARE(one[0].name, std::string("b"));
    try {
      SelectPairs(pairs, {"z", 0});
      QFAIL("an unknown kind was accepted");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), ErrorKind::kWrongUse);
      QVERIFY(error.detail().find("x, y") != std::string::npos);
    }
  }

  void APhotoThatIsMissingIsNamed() {
    try {
      RequirePhotos(Read("a,x,none.jpg,s.jpg\n"));
      QFAIL("a missing photo was accepted");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), ErrorKind::kFileNotFound);
      QCOMPARE(error.subject(), std::string("photos/none.jpg"));
    }
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::PairListTest)
#include "pair_list_test.moc"
