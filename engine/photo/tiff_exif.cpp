#include "engine/photo/tiff_exif.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <limits>
#include <system_error>

#include <sys/stat.h>
#include <unistd.h>

#include "engine/photo/exif_block.h"

namespace heser {
namespace {

constexpr std::size_t kEntrySize = 12;
constexpr std::uint16_t kIptcTag = 33723;
constexpr std::uint16_t kBytesType = 7;

[[noreturn]] void ThrowSystemError() {
  throw std::system_error(errno != 0 ? errno : EIO, std::generic_category());
}

std::string ReadAt(int descriptor, std::uint64_t place, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t done = 0;
  while (done < size) {
    const ssize_t count =
        pread(descriptor, bytes.data() + done, size - done, static_cast<off_t>(place + done));
    if (count <= 0) ThrowSystemError();
    done += static_cast<std::size_t>(count);
  }
  return bytes;
}

void WriteAt(int descriptor, std::uint64_t place, const std::string& bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = pwrite(descriptor, bytes.data() + done, bytes.size() - done,
                                 static_cast<off_t>(place + done));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) ThrowSystemError();
    done += static_cast<std::size_t>(count);
  }
}

std::uint32_t NumberAt(const std::string& bytes, std::size_t place, int size) {
  std::uint32_t number = 0;
  for (int i = size; i-- > 0;) {
    number = number << 8 | static_cast<unsigned char>(bytes[place + static_cast<std::size_t>(i)]);
  }
  return number;
}

std::string FourBytes(std::uint32_t number) {
  std::string bytes;
  for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<char>(number >> (8 * i)));
  return bytes;
}

// The raw entries of the first directory: values stay where they are, so entries can be copied.
std::vector<std::string> EntriesOf(int descriptor, std::uint32_t place) {
  const std::uint32_t count = NumberAt(ReadAt(descriptor, place, 2), 0, 2);
  const std::string table = ReadAt(descriptor, place + 2, count * kEntrySize);
  std::vector<std::string> entries;
  for (std::size_t i = 0; i < count; ++i)
    entries.push_back(table.substr(i * kEntrySize, kEntrySize));
  return entries;
}

bool HasTag(const std::vector<std::string>& entries, std::uint32_t tag) {
  return std::any_of(entries.begin(), entries.end(),
                     [tag](const std::string& entry) { return NumberAt(entry, 0, 2) == tag; });
}

// The fields that the first directory needs; directories that they point to are appended to
// `added`, which begins at `origin` of the file.
ExifDirectory FieldsOf(ExifBlock block, const std::string& iptc, std::uint32_t origin,
                       std::string& added) {
  block.most_significant_first = false;
  const ExifPlaces places = AppendExifDirectories(block, origin, added);
  ExifDirectory fields = std::move(block.image);
  std::erase_if(fields, [](const ExifField& field) { return !DescribesPhoto(field.tag); });
  if (places.photo != 0) fields.push_back(LongField(exif_tag::kExifDirectory, places.photo));
  if (places.gps != 0) fields.push_back(LongField(exif_tag::kGpsDirectory, places.gps));
  if (!iptc.empty()) {
    fields.push_back({kIptcTag, kBytesType, static_cast<std::uint32_t>(iptc.size()), iptc});
  }
  return fields;
}

// Appends the fields' values to `added` and their entries, where new, to `entries` in order.
void AppendFields(const ExifDirectory& fields, std::uint32_t origin, std::string& added,
                  std::vector<std::string>& entries) {
  const std::size_t place = AppendExifDirectory(fields, false, origin, added) - origin;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string entry = added.substr(place + 2 + i * kEntrySize, kEntrySize);
    if (!HasTag(entries, NumberAt(entry, 0, 2))) entries.push_back(entry);
  }
  std::stable_sort(entries.begin(), entries.end(), [](const std::string& a, const std::string& b) {
    return NumberAt(a, 0, 2) < NumberAt(b, 0, 2);
  });
}

}  // namespace

std::string ExifBlockOfTiff(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::optional<ExifBlock> block = ReadExif(stream);
  if (!block) return {};
  std::erase_if(block->image, [](const ExifField& field) { return !DescribesPhoto(field.tag); });
  return block->empty() ? std::string() : WriteExif(*block);
}

void AddMetadataToTiff(int descriptor, const std::string& exif, const std::string& iptc) {
  ExifBlock block = ReadExif(exif).value_or(ExifBlock{});
  if (block.empty() && iptc.empty()) return;
  const std::string header = ReadAt(descriptor, 0, 8);
  if (header.compare(0, 4, std::string("II*\0", 4)) != 0) return;
  struct stat status {};
  if (fstat(descriptor, &status) != 0) ThrowSystemError();
  const auto origin = static_cast<std::uint64_t>(status.st_size + status.st_size % 2);
  const std::uint64_t largest_addition = 2 * exif.size() + iptc.size() + (1 << 20);
  if (origin + largest_addition > std::numeric_limits<std::uint32_t>::max()) return;

  std::vector<std::string> entries = EntriesOf(descriptor, NumberAt(header, 4, 4));
  std::string added;
  AppendFields(FieldsOf(std::move(block), iptc, static_cast<std::uint32_t>(origin), added),
               static_cast<std::uint32_t>(origin), added, entries);
  if (added.size() % 2 != 0) added.push_back('\0');
  const auto directory = static_cast<std::uint32_t>(origin + added.size());
  added += FourBytes(static_cast<std::uint32_t>(entries.size())).substr(0, 2);
  for (const std::string& entry : entries) added += entry;
  added += FourBytes(0);
  WriteAt(descriptor, origin, added);
  WriteAt(descriptor, 4, FourBytes(directory));
}

}  // namespace heser
