#include "engine/core/json_text.h"

#include <algorithm>
#include <sstream>

namespace heser {

namespace {

/// Beyond what double holds.
bool IsHuge(const std::string& number) {
  double value = 0;
  std::istringstream stream(number);  // Unlike strtod it reads a point in every language.
  stream >> value;
  // What is no number at all leaves 0.
  return stream.fail() && value != 0;
}

}  // namespace

std::string PlaceInText(std::string_view text, std::size_t bytes) {
  const std::size_t place = std::max<std::size_t>(bytes, 1) - 1;
  const std::string_view before = text.substr(0, std::min(place, text.size()));
  const auto line = std::ranges::count(before, '\n') + 1;
  const auto is_character = [](char byte) { return (byte & 0xC0) != 0x80; };
  const auto column =
      std::ranges::count_if(before.substr(before.rfind('\n') + 1), is_character) + 1;
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

void JsonFlaws::See(const std::string& key) {
  Level& level = open_.back();
  level.key = key;
  if (level.keys.insert(key).second) return;
  flaws_.push_back({"the key \"" + key + "\" stands twice", Where(open_.size() - 1)});
}

void JsonFlaws::Value(bool is_null) {
  Count();
  if (!is_null) return;
  const auto huge = huge_numbers_.find(nulls_++);
  if (huge == huge_numbers_.end()) return;
  flaws_.push_back({"the number " + huge->second + " is too large", Where(open_.size())});
}

std::vector<std::string> JsonFlaws::Where(std::size_t levels) const {
  std::vector<std::string> where;
  where.reserve(levels);
  for (std::size_t i = 0; i < levels; ++i) {
    where.push_back(open_[i].is_array ? std::to_string(open_[i].element) : open_[i].key);
  }
  return where;
}

std::string WithoutHugeNumbers(const std::string& text,
                               std::map<std::size_t, std::string>* huge_numbers) {
  constexpr std::string_view kNull = "null";
  constexpr std::string_view kNumberLetters = "+-.0123456789Ee";
  std::string readable = text;
  std::size_t nulls = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '"') {  // On to the end of the text in quotes.
      for (++i; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\\') ++i;
      }
      ++i;
    } else if (text[i] == '-' || (text[i] >= '0' && text[i] <= '9')) {
      const std::size_t end = std::min(text.find_first_not_of(kNumberLetters, i), text.size());
      const std::string number = text.substr(i, end - i);
      // Only what has an exponent or hundreds of digits: there is room for "null".
      if (IsHuge(number)) {
        readable.replace(i, number.size(), number.size(), ' ').replace(i, kNull.size(), kNull);
        huge_numbers->emplace(nulls++, number);
      }
      i = end;
    } else {
      if (text[i] == 'n') ++nulls;
      ++i;
    }
  }
  return readable;
}

}  // namespace heser
