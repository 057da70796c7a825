#include "engine/photo/file_damage.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

#include <zlib.h>

namespace heser {
namespace {

constexpr std::size_t kPngSignatureLength = 8;
constexpr std::size_t kPngHeadLength = 8;  // Length and type of a chunk.
constexpr std::size_t kReadStep = std::size_t{1} << 20;

std::uint32_t BigEndian32(const unsigned char* bytes) {
  return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 |
         std::uint32_t{bytes[2]} << 8 | std::uint32_t{bytes[3]};
}

std::uint32_t LittleEndian32(const unsigned char* bytes) {
  return std::uint32_t{bytes[3]} << 24 | std::uint32_t{bytes[2]} << 16 |
         std::uint32_t{bytes[1]} << 8 | std::uint32_t{bytes[0]};
}

bool ReadInto(std::istream& stream, unsigned char* bytes, std::size_t count) {
  stream.read(reinterpret_cast<char*>(bytes), static_cast<std::streamsize>(count));
  return static_cast<std::size_t>(stream.gcount()) == count;
}

bool ShapesPixels(const std::string& type) {
  static constexpr std::array<const char*, 4> kTypes = {"IHDR", "PLTE", "tRNS", "IDAT"};
  return std::ranges::find(kTypes, type) != kTypes.end();
}

/// Whether the rest of a chunk, after its head, is there and has the checksum that it says.
bool IsWhole(std::istream& stream, const unsigned char* type, std::size_t length) {
  uLong checksum = crc32(0, type, 4);
  std::vector<unsigned char> bytes(std::min(length, kReadStep));
  while (length > 0) {
    const std::size_t count = std::min(length, bytes.size());
    if (!ReadInto(stream, bytes.data(), count)) return false;
    checksum = crc32(checksum, bytes.data(), static_cast<uInt>(count));
    length -= count;
  }
  std::array<unsigned char, 4> stated{};
  return ReadInto(stream, stated.data(), stated.size()) && BigEndian32(stated.data()) == checksum;
}

}  // namespace

bool HasDamagedPngChunks(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  stream.seekg(kPngSignatureLength);
  std::array<unsigned char, kPngHeadLength> head{};
  while (ReadInto(stream, head.data(), head.size())) {
    const std::size_t length = BigEndian32(head.data());
    const std::string type(head.begin() + 4, head.end());
    if (type == "IEND") return false;
    if (ShapesPixels(type)) {
      if (!IsWhole(stream, head.data() + 4, length)) return true;
    } else {
      stream.seekg(static_cast<std::streamoff>(length) + 4, std::ios::cur);
    }
  }
  return false;  // Where pixels are missing without a trace here, the decoder misses them.
}

bool HoldsFilm(const std::filesystem::path& path) {
  constexpr std::uint32_t kLongSize = 1;  // The size proper follows in eight bytes.
  std::ifstream stream(path, std::ios::binary);
  std::array<unsigned char, 16> head{};
  while (ReadInto(stream, head.data(), 8)) {
    if (std::equal(head.begin() + 4, head.begin() + 8, "moov")) return true;
    std::uint64_t size = BigEndian32(head.data());
    std::uint64_t read = 8;
    if (size == kLongSize && ReadInto(stream, head.data() + 8, 8)) {
      size = std::uint64_t{BigEndian32(head.data() + 8)} << 32 | BigEndian32(head.data() + 12);
      read = 16;
    }
    if (size < read || size > std::uint64_t{1} << 48) return false;
    stream.seekg(static_cast<std::streamoff>(size - read), std::ios::cur);
  }
  return false;
}

bool IsCutWebp(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::array<unsigned char, 8> head{};
  if (!ReadInto(stream, head.data(), head.size())) return true;
  std::error_code unknown;
  const std::uintmax_t size = std::filesystem::file_size(path, unknown);
  return !unknown && size < std::uintmax_t{LittleEndian32(head.data() + 4)} + head.size();
}

}  // namespace heser
