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

/// Finds keys that stand twice in one object while a text is parsed: which of them counts is
/// anybody's guess.
class RepeatedKeys {
 public:
  /// Call it for each object that begins and ends, and for each key.
  void Begin() { open_.emplace_back(); }
  void End() { open_.pop_back(); }
  void See(const std::string& key) {
    if (!open_.back().insert(key).second && repeated_.empty()) repeated_ = key;
  }
  /// The first that was found; empty: none was, or it is the empty key.
  const std::string& repeated() const { return repeated_; }

 private:
  std::vector<std::set<std::string>> open_;
  std::string repeated_;
};

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

/// The value that a JSON text holds. Throws Error{kBadFile} about `file` with the place of what is
/// wrong, or the key that stands twice. Thread-safe.
template <typename Json>
Json ParseJson(const std::string& text, const std::string& file) {
  RepeatedKeys keys;
  const auto watch = [&](int, typename Json::parse_event_t event, const Json& parsed) {
    using Event = typename Json::parse_event_t;
    if (event == Event::object_start) keys.Begin();
    if (event == Event::object_end) keys.End();
    if (event == Event::key) keys.See(parsed.template get<std::string>());
    return true;
  };
  try {
    Json json = Json::parse(text, watch);
    if (!keys.repeated().empty()) {
      throw Error(ErrorKind::kBadFile, file, "the key \"" + keys.repeated() + "\" stands twice");
    }
    return json;
  } catch (const typename Json::parse_error& error) {
    throw Error(ErrorKind::kBadFile, file, "not valid JSON, " + PlaceInText(text, error.byte));
  } catch (const typename Json::exception&) {
    // A number beyond all range.
    throw Error(ErrorKind::kBadFile, file, "not valid JSON");
  }
}

}  // namespace heser
