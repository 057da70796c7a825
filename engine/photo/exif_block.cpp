#include "engine/photo/exif_block.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace heser {
namespace {

constexpr std::uint32_t kLargestValue = 1 << 20;
constexpr int kMostFields = 1000;

// Bytes of one number of each TIFF type, by type code; 0 where there is no such type.
constexpr std::array<std::uint32_t, 14> kNumberSize{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

// What is byte-swapped: rationals are two numbers of 4 bytes.
std::uint32_t SwapUnit(std::uint16_t type) {
  return type == 5 || type == 10 ? 4 : kNumberSize[type];
}

void SwapNumbers(std::string& value, std::uint32_t unit) {
  if (unit < 2) return;
  for (std::size_t i = 0; i + unit <= value.size(); i += unit) {
    std::reverse(value.begin() + static_cast<std::ptrdiff_t>(i),
                 value.begin() + static_cast<std::ptrdiff_t>(i + unit));
  }
}

std::uint32_t NumberFrom(const std::string& least_first) {
  std::uint32_t number = 0;
  for (std::size_t i = std::min<std::size_t>(4, least_first.size()); i-- > 0;) {
    number = number << 8 | static_cast<unsigned char>(least_first[i]);
  }
  return number;
}

std::string BytesOf(std::uint32_t number, int size, bool most_significant_first) {
  std::string bytes;
  for (int i = 0; i < size; ++i) bytes.push_back(static_cast<char>(number >> (8 * i)));
  if (most_significant_first) std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

class Reader {
 public:
  explicit Reader(std::istream& stream) : stream_(stream) {}

  std::optional<ExifBlock> Read() {
    const std::string header = Bytes(0, 8);
    if (header.compare(0, 4, std::string("II*\0", 4)) != 0 &&
        header.compare(0, 4, std::string("MM\0*", 4)) != 0) {
      return std::nullopt;
    }
    swapped_ = header[0] == 'M';
    ExifBlock block;
    block.most_significant_first = swapped_;
    block.image = Directory(Number(4, 4));
    block.photo = DirectoryBehind(block.image, exif_tag::kExifDirectory);
    block.gps = DirectoryBehind(block.image, exif_tag::kGpsDirectory);
    block.interoperability = DirectoryBehind(block.photo, exif_tag::kInteroperabilityDirectory);
    return block;
  }

 private:
  // Empty if the stream ends before.
  std::string Bytes(std::uint32_t place, std::uint32_t size) {
    std::string bytes(size, '\0');
    stream_.clear();
    stream_.seekg(place);
    if (!stream_.read(bytes.data(), size)) return {};
    return bytes;
  }

  std::uint32_t Number(std::uint32_t place, std::uint32_t size) {
    std::string bytes = Bytes(place, size);
    if (swapped_) SwapNumbers(bytes, size);
    return NumberFrom(bytes);
  }

  ExifDirectory Directory(std::uint32_t place) {
    ExifDirectory directory;
    if (place == 0) return directory;
    const int count = static_cast<int>(std::min<std::uint32_t>(Number(place, 2), kMostFields));
    for (int i = 0; i < count; ++i) {
      if (auto field = Field(place + 2 + 12 * static_cast<std::uint32_t>(i))) {
        directory.push_back(std::move(*field));
      }
    }
    return directory;
  }

  std::optional<ExifField> Field(std::uint32_t place) {
    ExifField field;
    field.tag = static_cast<std::uint16_t>(Number(place, 2));
    field.type = static_cast<std::uint16_t>(Number(place + 2, 2));
    field.count = Number(place + 4, 4);
    if (field.type >= kNumberSize.size() || kNumberSize[field.type] == 0) return std::nullopt;
    const std::uint64_t size = std::uint64_t{field.count} * kNumberSize[field.type];
    if (size == 0 || size > kLargestValue) return std::nullopt;
    field.value =
        Bytes(size <= 4 ? place + 8 : Number(place + 8, 4), static_cast<std::uint32_t>(size));
    if (field.value.empty()) return std::nullopt;
    if (swapped_) SwapNumbers(field.value, SwapUnit(field.type));
    return field;
  }

  // Takes the pointer out of its directory: it means nothing away from here.
  ExifDirectory DirectoryBehind(ExifDirectory& parent, std::uint16_t tag) {
    const ExifField* pointer = FindField(parent, tag);
    if (pointer == nullptr) return {};
    const std::uint32_t place = NumberFrom(pointer->value);
    std::erase_if(parent, [tag](const ExifField& field) { return field.tag == tag; });
    return Directory(place);
  }

  std::istream& stream_;
  bool swapped_ = false;
};

ExifField NumberField(std::uint16_t tag, std::uint16_t type, std::uint32_t value) {
  return ExifField{tag, type, 1, BytesOf(value, static_cast<int>(kNumberSize[type]), false)};
}

}  // namespace

std::optional<ExifBlock> ReadExif(std::istream& stream) { return Reader(stream).Read(); }

std::optional<ExifBlock> ReadExif(const std::string& bytes) {
  const std::string mark("Exif\0\0", 6);
  std::istringstream stream(bytes.starts_with(mark) ? bytes.substr(mark.size()) : bytes);
  return ReadExif(stream);
}

std::uint32_t AppendExifDirectory(ExifDirectory directory, bool most_significant_first,
                                  std::uint32_t origin, std::string& bytes) {
  std::stable_sort(directory.begin(), directory.end(),
                   [](const ExifField& a, const ExifField& b) { return a.tag < b.tag; });
  if (bytes.size() % 2 != 0) bytes.push_back('\0');
  const auto place = static_cast<std::uint32_t>(origin + bytes.size());
  const auto number = [&](std::uint32_t value, int size) {
    return BytesOf(value, size, most_significant_first);
  };
  std::string table = number(static_cast<std::uint32_t>(directory.size()), 2);
  std::string values;
  const auto values_place = static_cast<std::uint32_t>(place + 2 + 12 * directory.size() + 4);
  for (const ExifField& field : directory) {
    std::string value = field.value;
    if (most_significant_first) SwapNumbers(value, SwapUnit(field.type));
    table += number(field.tag, 2) + number(field.type, 2) + number(field.count, 4);
    if (value.size() <= 4) {
      value.resize(4, '\0');
      table += value;
    } else {
      table += number(static_cast<std::uint32_t>(values_place + values.size()), 4);
      values += value;
      if (values.size() % 2 != 0) values.push_back('\0');
    }
  }
  bytes += table + number(0, 4) + values;
  return place;
}

ExifPlaces AppendExifDirectories(const ExifBlock& block, std::uint32_t origin, std::string& bytes) {
  ExifPlaces places;
  ExifDirectory photo = block.photo;
  if (!block.interoperability.empty()) {
    photo.push_back(LongField(
        exif_tag::kInteroperabilityDirectory,
        AppendExifDirectory(block.interoperability, block.most_significant_first, origin, bytes)));
  }
  if (!photo.empty()) {
    places.photo =
        AppendExifDirectory(std::move(photo), block.most_significant_first, origin, bytes);
  }
  if (!block.gps.empty()) {
    places.gps = AppendExifDirectory(block.gps, block.most_significant_first, origin, bytes);
  }
  return places;
}

std::string WriteExif(const ExifBlock& block) {
  std::string bytes = block.most_significant_first ? std::string("MM\0*\0\0\0\0", 8)
                                                   : std::string("II*\0\0\0\0\0", 8);
  const ExifPlaces places = AppendExifDirectories(block, 0, bytes);
  ExifDirectory image = block.image;
  if (places.photo != 0) image.push_back(LongField(exif_tag::kExifDirectory, places.photo));
  if (places.gps != 0) image.push_back(LongField(exif_tag::kGpsDirectory, places.gps));
  const std::uint32_t place =
      AppendExifDirectory(std::move(image), block.most_significant_first, 0, bytes);
  bytes.replace(4, 4, BytesOf(place, 4, block.most_significant_first));
  return bytes;
}

ExifField LongField(std::uint16_t tag, std::uint32_t value) { return NumberField(tag, 4, value); }

ExifField ShortField(std::uint16_t tag, std::uint16_t value) { return NumberField(tag, 3, value); }

const ExifField* FindField(const ExifDirectory& directory, std::uint16_t tag) {
  for (const ExifField& field : directory) {
    if (field.tag == tag) return &field;
  }
  return nullptr;
}

bool DescribesPhoto(std::uint16_t tag) {
  // Description, maker, model, software, time, artist, host, rating (2), copyright.
  constexpr std::array<std::uint16_t, 10> kTags{0x010e, 0x010f, 0x0110, 0x0131, 0x0132,
                                                0x013b, 0x013c, 0x4746, 0x4749, 0x8298};
  const bool for_windows = tag >= 0x9c9b && tag <= 0x9c9f;  // XPTitle to XPSubject.
  return for_windows || std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

}  // namespace heser
