#include "engine/photo/iptc_block.h"

#include <cstdint>

namespace heser {
namespace {

const std::string kMark("Photoshop 3.0\0", 14);
constexpr unsigned kIptcResource = 0x0404;
constexpr char kRecordMark = 0x1c;

std::uint32_t BigEndian(const std::string& bytes, std::size_t place, int size) {
  std::uint32_t number = 0;
  for (int i = 0; i < size; ++i) {
    number = number << 8 | static_cast<unsigned char>(bytes[place + static_cast<std::size_t>(i)]);
  }
  return number;
}

std::size_t Even(std::size_t size) { return size + size % 2; }

}  // namespace

std::string IptcRecords(const std::string& block) {
  if (!block.empty() && block[0] == kRecordMark) return block;
  std::size_t at = block.starts_with(kMark) ? kMark.size() : 0;
  // A resource: "8BIM", number, name with its length (padded to even), size, data (padded).
  while (at + 12 <= block.size() && block.compare(at, 4, "8BIM") == 0) {
    const unsigned resource = BigEndian(block, at + 4, 2);
    const std::size_t name = Even(1 + static_cast<unsigned char>(block[at + 6]));
    const std::size_t size_place = at + 6 + name;
    if (size_place + 4 > block.size()) break;
    const std::size_t size = BigEndian(block, size_place, 4);
    if (size > block.size() - size_place - 4) break;
    if (resource == kIptcResource) return block.substr(size_place + 4, size);
    at = size_place + 4 + Even(size);
  }
  return {};
}

std::string PhotoshopBlock(const std::string& records) {
  std::string block = kMark + "8BIM" + std::string("\x04\x04\0\0", 4);
  for (int shift = 24; shift >= 0; shift -= 8) {
    block.push_back(static_cast<char>(records.size() >> shift));
  }
  block += records;
  if (records.size() % 2 != 0) block.push_back('\0');
  return block;
}

}  // namespace heser
