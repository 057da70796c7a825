#include "engine/photo/embedded_metadata.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "engine/photo/iptc_block.h"

namespace heser {
namespace {

// What one segment of a split profile holds: 65533 less its name and two counters.
constexpr std::size_t kProfilePart = 65533 - 14;

std::string BigEndian(std::size_t number, int size) {
  std::string bytes;
  for (int i = size; i-- > 0;) bytes.push_back(static_cast<char>(number >> (8 * i)));
  return bytes;
}

std::string LittleEndian(std::size_t number, int size) {
  std::string bytes = BigEndian(number, size);
  std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

std::size_t LittleEndianAt(const std::string& bytes, std::size_t place) {
  std::size_t number = 0;
  for (std::size_t i = place + 4; i-- > place;) {
    number = number << 8 | static_cast<unsigned char>(bytes[i]);
  }
  return number;
}

std::string Segment(char marker, const std::string& data) {
  return std::string{'\xff', marker} + BigEndian(data.size() + 2, 2) + data;
}

// JFIF 1.01 without a thumbnail.
std::string JfifSegment(const EmbeddedMetadata& metadata) {
  const bool inches = metadata.resolution_in_inches;
  const auto density = [inches](double per_mm) {
    return static_cast<std::size_t>(
        std::clamp(std::round(per_mm * (inches ? 25.4 : 10)), 1., 65535.));
  };
  return Segment('\xe0', std::string("JFIF\0\1\1", 7) + (inches ? '\1' : '\2') +
                             BigEndian(density(metadata.horizontal_per_mm), 2) +
                             BigEndian(density(metadata.vertical_per_mm), 2) +
                             std::string(2, '\0'));
}

std::string ProfileSegments(const std::string& icc) {
  const std::size_t count = (icc.size() + kProfilePart - 1) / kProfilePart;
  std::string segments;
  for (std::size_t i = 0; i < count && count < 256; ++i) {
    const std::string head = std::string("ICC_PROFILE\0", 12) + BigEndian(i + 1, 1);
    segments +=
        Segment('\xe2', head + BigEndian(count, 1) + icc.substr(i * kProfilePart, kProfilePart));
  }
  return segments;
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

std::string PngChunk(const std::string& type, const std::string& data) {
  const std::string body = type + data;
  return BigEndian(data.size(), 4) + body + BigEndian(Checksum(body), 4);
}

std::string RiffChunk(const std::string& type, const std::string& data) {
  std::string chunk = type + LittleEndian(data.size(), 4) + data;
  if (data.size() % 2 != 0) chunk.push_back('\0');
  return chunk;
}

std::string OptionalRiffChunk(const std::string& type, const std::string& data) {
  return data.empty() ? std::string() : RiffChunk(type, data);
}

}  // namespace

std::string JpegSegments(const EmbeddedMetadata& metadata) {
  std::string segments = JfifSegment(metadata);
  if (!metadata.exif.empty() && metadata.exif.size() <= kLargestJpegPart) {
    segments += Segment('\xe1', std::string("Exif\0\0", 6) + metadata.exif);
  }
  if (!metadata.xmp.empty() && metadata.xmp.size() <= kLargestJpegPart) {
    segments += Segment('\xe1', std::string("http://ns.adobe.com/xap/1.0/\0", 29) + metadata.xmp);
  }
  if (!metadata.icc.empty()) segments += ProfileSegments(metadata.icc);
  if (!metadata.iptc.empty() && metadata.iptc.size() <= kLargestJpegPart) {
    segments += Segment('\xed', PhotoshopBlock(metadata.iptc));
  }
  return segments;
}

std::string PngChunks(const EmbeddedMetadata& metadata) {
  std::string chunks;
  if (!metadata.exif.empty()) chunks += PngChunk("eXIf", metadata.exif);
  // Keyword, then: not compressed, no method, no language, no translated keyword.
  const std::string head("XML:com.adobe.xmp\0\0\0\0\0", 22);
  if (!metadata.xmp.empty()) chunks += PngChunk("iTXt", head + metadata.xmp);
  return chunks;
}

std::string WebpWithMetadata(const std::string& file, const EmbeddedMetadata& metadata,
                             cv::Size size, bool has_alpha) {
  constexpr std::size_t kHeadSize = 12;
  // The pixels' chunks; an extended header is made anew.
  std::string pixels;
  for (std::size_t at = kHeadSize; at + 8 <= file.size();) {
    const std::size_t length = LittleEndianAt(file, at + 4);
    const std::string type = file.substr(at, 4);
    const std::size_t end = at + 8 + length + length % 2;
    if (type == "ALPH" || type == "VP8 " || type == "VP8L") pixels += file.substr(at, end - at);
    at = end;
  }
  constexpr char kProfileFlag = 0x20, kAlphaFlag = 0x10, kExifFlag = 0x08, kXmpFlag = 0x04;
  char flags = 0;
  if (!metadata.icc.empty()) flags |= kProfileFlag;
  if (has_alpha) flags |= kAlphaFlag;
  if (!metadata.exif.empty()) flags |= kExifFlag;
  if (!metadata.xmp.empty()) flags |= kXmpFlag;
  std::string header = std::string{flags} + std::string(3, '\0');
  header += LittleEndian(static_cast<std::size_t>(size.width - 1), 3);
  header += LittleEndian(static_cast<std::size_t>(size.height - 1), 3);
  std::string content = "WEBP" + RiffChunk("VP8X", header);
  content += OptionalRiffChunk("ICCP", metadata.icc) + pixels;
  content += OptionalRiffChunk("EXIF", metadata.exif) + OptionalRiffChunk("XMP ", metadata.xmp);
  return RiffChunk("RIFF", content);
}

}  // namespace heser
