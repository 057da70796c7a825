#include "engine/core/json_text.h"

#include <algorithm>

namespace heser {

std::string PlaceInText(std::string_view text, std::size_t bytes) {
  const std::size_t place = std::max<std::size_t>(bytes, 1) - 1;
  const std::string_view before = text.substr(0, std::min(place, text.size()));
  const auto line = std::ranges::count(before, '\n') + 1;
  const auto is_character = [](char byte) { return (byte & 0xC0) != 0x80; };
  const auto column =
      std::ranges::count_if(before.substr(before.rfind('\n') + 1), is_character) + 1;
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

void RepeatedKeys::See(const std::string& key) {
  Level& level = open_.back();
  level.key = key;
  if (level.keys.insert(key).second) return;
  RepeatedKey repeated{key, {}};
  for (std::size_t i = 0; i + 1 < open_.size(); ++i) {
    repeated.where.push_back(open_[i].is_array ? std::to_string(open_[i].element) : open_[i].key);
  }
  repeated_.push_back(std::move(repeated));
}

std::string TwiceText(const std::string& key) { return "the key \"" + key + "\" stands twice"; }

}  // namespace heser
