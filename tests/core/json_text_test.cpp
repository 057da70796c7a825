#include "engine/core/json_text.h"

#include <QtTest>

namespace heser {

class JsonTextTest : public QObject {
  Q_OBJECT

 private slots:
  void APlaceIsCountedInLinesAndCharacters() {
    const std::string text =
        "ab\nc\xc3\xa4"
        "d\n";
    QCOMPARE(PlaceInText(text, 1), std::string("line 1, column 1"));
    QCOMPARE(PlaceInText(text, 3), std::string("line 1, column 3"));
    QCOMPARE(PlaceInText(text, 4), std::string("line 2, column 1"));
    QCOMPARE(PlaceInText(text, 7), std::string("line 2, column 3"));
    QCOMPARE(PlaceInText(text, text.size() + 1), std::string("line 3, column 1"));
    QCOMPARE(PlaceInText({}, 0), std::string("line 1, column 1"));
  }

  void WhatIsWrongIsFoundInTheText() {
    using Json = nlohmann::json;
    QCOMPARE(ParseJson<Json>("[1, 2]", "f").size(), std::size_t(2));
    const auto detail = [](const char* text) -> std::string {
      try {
        ParseJson<Json>(text, "s.json");
      } catch (const Error& error) {
        return error.kind() == ErrorKind::kBadFile && error.subject() == "s.json" ? error.detail()
                                                                                  : std::string();
      }
      return {};
    };
    QCOMPARE(detail("{\n\"a\": 1,\n}"), std::string("not valid JSON, line 3, column 1"));
    QCOMPARE(detail("[1"), std::string("not valid JSON, line 1, column 3"));
    QCOMPARE(detail("[1e999]"), std::string("a number in it is too large"));
    QCOMPARE(detail(R"({"a": {"b": 1, "c": 2, "b": 3}})"),
             std::string("the key \"b\" stands twice"));
    QCOMPARE(detail(R"([{"a": {"a": 1}}, {"a": 1}])"), std::string());
  }

  void ANumberWithoutAFractionIsWhole() {
    using Json = nlohmann::json;
    for (const char* whole : {"1", "1.0", "-3e2", "18446744073709551615"}) {
      QVERIFY2(IsWholeNumber(Json::parse(whole)), whole);
    }
    for (const char* other : {"1.5", "1e300", "true", "\"1\""}) {
      QVERIFY2(!IsWholeNumber(Json::parse(other)), other);
    }
  }

  void WhereAKeyStandsTwiceIsTold() {
    using Json = nlohmann::json;
    std::vector<RepeatedKey> repeated;
    const Json json = ParseJson<Json>(
        R"({"a": [1, {"b": [[], {"c": 1}]}, {"d": {"e": 1, "e": 2}}], "f": 1, "f": 2})", "f",
        repeated);
    QCOMPARE(json["f"], Json(2));
    QCOMPARE(repeated.size(), std::size_t{2});
    QCOMPARE(repeated[0].key, std::string("e"));
    QVERIFY((repeated[0].where == std::vector<std::string>{"a", "2", "d"}));
    QCOMPARE(repeated[1].key, std::string("f"));
    QVERIFY(repeated[1].where.empty());
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::JsonTextTest)
#include "json_text_test.moc"
