#pragma once

#include <cmath>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/core/error.h"

namespace heser {

/// Where reading a text ended: "line 3, column 7", both from 1, columns in UTF-8 characters.
/// `bytes` is how many were read, the last of them the one in question; it may be one more than
/// there are.
std::string PlaceInText(std::string_view text, std::size_t bytes);

/// What is wrong with one value of a text that can be read apart from it.
struct JsonFlaw {
  std::string text;  ///< What is said of it, such as "the key "a" stands twice".
  /// From the outermost value on the keys and, from 0, the numbers of elements that lead to the
  /// value; to its object where a key is what is wrong.
  std::vector<std::string> where;
};

/// Finds flaws while a text is parsed: keys that stand twice in one object, of which it is
/// anybody's guess which one counts, and numbers that are too large.
class JsonFlaws {
 public:
  /// `huge_numbers`: see WithoutHugeNumbers.
  explicit JsonFlaws(std::map<std::size_t, std::string> huge_numbers)
      : huge_numbers_(std::move(huge_numbers)) {}

  /// Call them for each object and array that begins and ends, for each key and each other value.
  void Begin(bool is_array) {
    Count();
    open_.push_back({is_array, {}, {}, -1});
  }
  void End() { open_.pop_back(); }
  void See(const std::string& key);
  void Value(bool is_null);

  /// In their order.
  const std::vector<JsonFlaw>& flaws() const { return flaws_; }

 private:
  struct Level {
    bool is_array = false;
    std::set<std::string> keys;
    std::string key;   ///< The last.
    int element = -1;  ///< The last.
  };
  void Count() {
    if (!open_.empty() && open_.back().is_array) ++open_.back().element;
  }
  /// To the last value of the outermost levels, so many of them.
  std::vector<std::string> Where(std::size_t levels) const;

  std::map<std::size_t, std::string> huge_numbers_;
  std::size_t nulls_ = 0;
  std::vector<Level> open_;
  std::vector<JsonFlaw> flaws_;
};

/// A JSON text in which null stands for each number beyond what double holds (and blanks, so that
/// every other letter keeps its place). `huge_numbers` gets those numbers as they were written, by
/// the place of their null among all of the text, from 0.
std::string WithoutHugeNumbers(const std::string& text,
                               std::map<std::size_t, std::string>* huge_numbers);

/// Whether a JSON value is a number without a fraction, also one that is written with a point
/// (1.0), as far as 53 bits hold that.
template <typename Json>
bool IsWholeNumber(const Json& json) {
  constexpr double kExact = 9007199254740992;  // 2 to the 53rd.
  if (json.is_number_integer()) return true;
  if (!json.is_number()) return false;
  const auto number = json.template get<double>();
  return std::abs(number) <= kExact && number == std::floor(number);
}

/// The value that a JSON text holds, as far as it has no flaws, which `flaws` gets: with the last
/// of keys that stand twice, and null for numbers that are too large. Throws Error{kBadFile} about
/// `file` with the place of what is wrong beyond that. Thread-safe.
template <typename Json>
Json ParseJson(const std::string& text, const std::string& file, std::vector<JsonFlaw>& flaws) {
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    throw Error(ErrorKind::kBadFile, file, "an empty file");
  }
  std::map<std::size_t, std::string> huge_numbers;
  const std::string readable = WithoutHugeNumbers(text, &huge_numbers);
  JsonFlaws found(std::move(huge_numbers));
  const auto watch = [&](int, typename Json::parse_event_t event, const Json& parsed) {
    using Event = typename Json::parse_event_t;
    if (event == Event::object_start || event == Event::array_start) {
      found.Begin(event == Event::array_start);
    }
    if (event == Event::object_end || event == Event::array_end) found.End();
    if (event == Event::key) found.See(parsed.template get<std::string>());
    if (event == Event::value) found.Value(parsed.is_null());
    return true;
  };
  try {
    Json json = Json::parse(readable, watch);
    flaws = found.flaws();
    return json;
  } catch (const typename Json::parse_error& error) {
    throw Error(ErrorKind::kBadFile, file, "not valid JSON, " + PlaceInText(text, error.byte));
  } catch (const typename Json::exception&) {
    throw Error(ErrorKind::kBadFile, file, "not valid JSON");
  }
}

/// The same; throws Error{kBadFile} for a flaw, too.
template <typename Json>
Json ParseJson(const std::string& text, const std::string& file) {
  std::vector<JsonFlaw> flaws;
  Json json = ParseJson<Json>(text, file, flaws);
  if (!flaws.empty()) throw Error(ErrorKind::kBadFile, file, flaws.front().text);
  return json;
}

}  // namespace heser
