#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "engine/core/error.h"

namespace heser {

/// Where reading a text ended: "line 3, column 7", both from 1, columns in UTF-8 characters.
/// `bytes` is how many were read, the last of them the one in question; it may be one more than
/// there are.
std::string PlaceInText(std::string_view text, std::size_t bytes);

/// The value that a JSON text holds. Throws Error{kBadFile} about `file` with the place of what is
/// wrong. Thread-safe.
template <typename Json>
Json ParseJson(const std::string& text, const std::string& file) {
  try {
    return Json::parse(text);
  } catch (const typename Json::parse_error& error) {
    throw Error(ErrorKind::kBadFile, file, "not valid JSON, " + PlaceInText(text, error.byte));
  } catch (const typename Json::exception&) {
    // A number beyond all range.
    throw Error(ErrorKind::kBadFile, file, "not valid JSON");
  }
}

}  // namespace heser
