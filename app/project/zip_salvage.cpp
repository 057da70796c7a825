#include "app/project/zip_salvage.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace heser {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kLocalSignature = "PK\3\4"sv;
constexpr std::string_view kDirectorySignature = "PK\1\2"sv;
constexpr std::string_view kEndSignature = "PK\5\6"sv;
constexpr std::size_t kLocalLength = 30;  // Bytes before the name.
// "Version needed" up to the length of extra fields are alike in both kinds of header.
constexpr std::size_t kSharedBegin = 4;
constexpr std::size_t kSharedEnd = kLocalLength;
constexpr unsigned kSizeBehindFlag = 1U << 3;
constexpr std::uint64_t kLargest = 0xffffffff;  // Means "see elsewhere".
constexpr unsigned kVersion = 20;
constexpr std::size_t kMostEntries = 0xffff;

std::uint64_t Number(std::string_view bytes, std::size_t place, std::size_t length) {
  std::uint64_t number = 0;
  for (std::size_t i = length; i > 0; --i) {
    number = number << 8 | static_cast<unsigned char>(bytes[place + i - 1]);
  }
  return number;
}

std::string Bytes(std::uint64_t number, std::size_t length) {
  std::string bytes;
  for (std::size_t i = 0; i < length; ++i) {
    bytes += static_cast<char>(number >> (8 * i) & 0xff);
  }
  return bytes;
}

struct Entry {
  std::string_view header;  ///< Without its signature and its name.
  std::string_view name;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;  ///< Of its bytes, in the archive.
};

/// Nothing where no whole entry begins.
std::optional<Entry> EntryAt(std::string_view archive, std::uint64_t begin) {
  if (archive.size() - begin < kLocalLength) return std::nullopt;
  const std::string_view rest = archive.substr(begin);
  if (!rest.starts_with(kLocalSignature)) return std::nullopt;
  const std::uint64_t flags = Number(rest, 6, 2);
  const std::uint64_t packed = Number(rest, 18, 4);
  const std::uint64_t unpacked = Number(rest, 22, 4);
  if ((flags & kSizeBehindFlag) != 0 || packed == kLargest || unpacked == kLargest) {
    return std::nullopt;
  }
  const std::uint64_t name_length = Number(rest, 26, 2);
  const std::uint64_t length = kLocalLength + name_length + Number(rest, 28, 2) + packed;
  if (length > rest.size() || begin + length > kLargest) return std::nullopt;
  return Entry{rest.substr(kSharedBegin, kSharedEnd - kSharedBegin),
               rest.substr(kLocalLength, name_length), begin, begin + length};
}

std::string DirectoryLine(const Entry& entry) {
  std::string line(kDirectorySignature);
  line += Bytes(kVersion, 2);
  // Extra fields are of no use here.
  line.append(entry.header.substr(0, entry.header.size() - 2)).append(Bytes(0, 2));
  line += Bytes(0, 2 + 2 + 2 + 4);  // Comment, disk, attributes.
  line += Bytes(entry.begin, 4);
  return line.append(entry.name);
}

}  // namespace

std::string WithDirectory(std::string archive) {
  std::string directory;
  std::size_t count = 0;
  std::uint64_t end = 0;
  while (count < kMostEntries) {
    const std::optional<Entry> entry = EntryAt(archive, end);
    if (!entry) break;
    directory += DirectoryLine(*entry);
    end = entry->end;
    ++count;
  }
  if (count == 0) return {};
  archive.resize(end);
  archive += directory;
  archive += kEndSignature;
  archive += Bytes(0, 4) + Bytes(count, 2) + Bytes(count, 2) + Bytes(directory.size(), 4) +
             Bytes(end, 4) + Bytes(0, 2);
  return archive;
}

}  // namespace heser
