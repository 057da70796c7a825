#pragma once

#include <cmath>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/core/error.h"

namespace heser {

/// Where reading a text ended: "line 3, column 7", both from 1, columns in UTF-8 characters.
/// `bytes` is how many were read, the last of them the one in question; it may be one more than
/// there are.
std::string PlaceInText(std::string_view text, std::size_t bytes);

/// A key that stands twice in one object.
struct RepeatedKey {
  std::string key;
  /// From the outermost value on the keys and, from 0, the numbers of elements that lead to the
  /// object.
  std::vector<std::string> where;
};

/// Finds keys that stand twice in one object while a text is parsed: which of them counts is
/// anybody's guess.
class RepeatedKeys {
 public:
  /// Call them for each object and array that begins and ends, for each key and each other value.
  void Begin(bool is_array) {
    Count();
    open_.push_back({is_array, {}, {}, -1});
  }
  void End() { open_.pop_back(); }
  void See(const std::string& key);
  void Value() { Count(); }

  /// In their order.
  const std::vector<RepeatedKey>& repeated() const { return repeated_; }

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

  std::vector<Level> open_;
  std::vector<RepeatedKey> repeated_;
};

/// What is said of one that stands twice.
std::string TwiceText(const std::string& key);

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

/// The value that a JSON text holds, with the last of keys that stand twice, which `repeated` gets.
/// Throws Error{kBadFile} about `file` with the place of what is wrong. Thread-safe.
template <typename Json>
Json ParseJson(const std::string& text, const std::string& file,
               std::vector<RepeatedKey>& repeated) {
  RepeatedKeys keys;
  const auto watch = [&](int, typename Json::parse_event_t event, const Json& parsed) {
    using Event = typename Json::parse_event_t;
    if (event == Event::object_start || event == Event::array_start) {
      keys.Begin(event == Event::array_start);
    }
    if (event == Event::object_end || event == Event::array_end) keys.End();
    if (event == Event::key) keys.See(parsed.template get<std::string>());
    if (event == Event::value) keys.Value();
    return true;
  };
  try {
    Json json = Json::parse(text, watch);
    repeated = keys.repeated();
    return json;
  } catch (const typename Json::parse_error& error) {
    throw Error(ErrorKind::kBadFile, file, "not valid JSON, " + PlaceInText(text, error.byte));
  } catch (const typename Json::out_of_range&) {
    throw Error(ErrorKind::kBadFile, file, "a number in it is too large");
  } catch (const typename Json::exception&) {
    throw Error(ErrorKind::kBadFile, file, "not valid JSON");
  }
}

/// The same; throws Error{kBadFile}, too, for a key that stands twice.
template <typename Json>
Json ParseJson(const std::string& text, const std::string& file) {
  std::vector<RepeatedKey> repeated;
  Json json = ParseJson<Json>(text, file, repeated);
  if (!repeated.empty()) {
    throw Error(ErrorKind::kBadFile, file, TwiceText(repeated.front().key));
  }
  return json;
}

}  // namespace heser
