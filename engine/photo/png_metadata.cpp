#include "engine/photo/png_metadata.h"

#include <array>
#include <cstdint>

namespace heser {
namespace {

std::string BigEndian(std::uint32_t number) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(number >> shift));
  return bytes;
}

// ISO/IEC 15948, annex D.
std::uint32_t Checksum(const std::string& bytes) {
  static const auto table = [] {
    std::array<std::uint32_t, 256> values{};
    for (std::uint32_t n = 0; n < values.size(); ++n) {
      std::uint32_t value = n;
      for (int bit = 0; bit < 8; ++bit) {
        value = (value & 1u) != 0 ? 0xedb88320u ^ (value >> 1) : value >> 1;
      }
      values[n] = value;
    }
    return values;
  }();
  std::uint32_t sum = 0xffffffffu;
  for (char c : bytes) sum = table[(sum ^ static_cast<unsigned char>(c)) & 0xffu] ^ (sum >> 8);
  return ~sum;
}

std::string Chunk(const std::string& type, const std::string& data) {
  const std::string body = type + data;
  return BigEndian(static_cast<std::uint32_t>(data.size())) + body + BigEndian(Checksum(body));
}

}  // namespace

std::string PngMetadataChunks(const std::string& exif, const std::string& xmp) {
  std::string chunks;
  if (!exif.empty()) chunks += Chunk("eXIf", exif);
  // Keyword, then: not compressed, no method, no language, no translated keyword.
  const std::string head("XML:com.adobe.xmp\0\0\0\0\0", 22);
  if (!xmp.empty()) chunks += Chunk("iTXt", head + xmp);
  return chunks;
}

}  // namespace heser
