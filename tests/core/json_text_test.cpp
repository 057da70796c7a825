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
    for (const char* nothing : {"", " ", "\n\t\r\n"}) {
      QCOMPARE(detail(nothing), std::string("an empty file"));
    }
    QCOMPARE(detail("[1"), std::string("not valid JSON, line 1, column 3"));
    QCOMPARE(detail("[1e999]"), std::string("the number 1e999 is too large"));
    QCOMPARE(detail("[1e999,]"), std::string("not valid JSON, line 1, column 8"));
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
    std::vector<JsonFlaw> flaws;
    const Json json = ParseJson<Json>(
        R"({"a": [1, {"b": [[], {"c": 1}]}, {"d": {"e": 1, "e": 2}}], "f": 1, "f": 2})", "f",
        flaws);
    QCOMPARE(json["f"], Json(2));
    QCOMPARE(flaws.size(), std::size_t{2});
    QCOMPARE(flaws[0].text, std::string("the key \"e\" stands twice"));
    QVERIFY((flaws[0].where == std::vector<std::string>{"a", "2", "d"}));
    QCOMPARE(flaws[1].text, std::string("the key \"f\" stands twice"));
    QVERIFY(flaws[1].where.empty());
  }

  void WhereANumberIsTooLargeIsToldAndTheRestIsRead() {
    using Json = nlohmann::json;
    std::vector<JsonFlaw> flaws;
    const Json json = ParseJson<Json>(
        "{\"1e999\": null, \"\\\"-2e999\": [1.5e308, {\"b\": -1.5e999}], "
        "\"c\": [[], 1e-999, 2E+400]}",
        "f", flaws);
    QCOMPARE(json["\"-2e999"][0], Json(1.5e308));
    QCOMPARE(json["c"][1], Json(0.0));
    QCOMPARE(flaws.size(), std::size_t{2});
    QCOMPARE(flaws[0].text, std::string("the number -1.5e999 is too large"));
    QVERIFY((flaws[0].where == std::vector<std::string>{"\"-2e999", "1", "b"}));
    QCOMPARE(flaws[1].text, std::string("the number 2E+400 is too large"));
    QVERIFY((flaws[1].where == std::vector<std::string>{"c", "2"}));
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::JsonTextTest)
#include "json_text_test.moc"
