#include "engine/photo/upright_exif.h"

#include <algorithm>
#include <cstdint>
#include <functional>

#include "engine/photo/exif_block.h"

namespace heser {
namespace {

constexpr std::size_t kEntrySize = 12;
constexpr std::uint16_t kShort = 3;
constexpr std::uint16_t kLong = 4;
constexpr std::uint16_t kThumbnailPlace = 0x0201;
constexpr std::uint16_t kThumbnailSize = 0x0202;

// Numbers in a block, in its byte order. Places beyond its end read as 0 and are not written.
class Block {
 public:
  explicit Block(std::string bytes) : bytes_(std::move(bytes)) {}

  bool IsExif() const {
    const std::string mark = bytes_.substr(0, 4);
    return bytes_.size() >= 14 &&
           (mark == std::string("II*\0", 4) || mark == std::string("MM\0*", 4));
  }

  std::uint32_t Get(std::size_t place, std::size_t size) const {
    if (place + size > bytes_.size()) return 0;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < size; ++i) {
      number = number << 8 | static_cast<unsigned char>(bytes_[place + Digit(i, size)]);
    }
    return number;
  }

  void Set(std::size_t place, std::size_t size, std::uint32_t number) {
    if (place + size > bytes_.size()) return;
    for (std::size_t i = size; i-- > 0; number >>= 8) {
      bytes_[place + Digit(i, size)] = static_cast<char>(number);
    }
  }

  // Calls for every entry of a directory with its tag and place; returns the next directory's
  // pointer's place.
  std::size_t ForEach(std::size_t directory,
                      const std::function<void(std::uint32_t, std::size_t)>& visit) const {
    const std::size_t count = Get(directory, 2);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t entry = directory + 2 + i * kEntrySize;
      if (entry + kEntrySize > bytes_.size()) break;
      visit(Get(entry, 2), entry);
    }
    return directory + 2 + count * kEntrySize;
  }

  // The value of an entry that holds one SHORT or LONG.
  void SetValue(std::size_t entry, std::uint32_t value) {
    const std::uint32_t type = Get(entry + 2, 2);
    if (type == kShort) Set(entry + 8, 2, value);
    if (type == kLong) Set(entry + 8, 4, value);
  }

  // Wipes bytes; those at the end are cut off.
  void Wipe(std::size_t place, std::size_t size) {
    if (place < 8 || place >= bytes_.size()) return;
    size = std::min(size, bytes_.size() - place);
    std::fill_n(bytes_.begin() + static_cast<std::ptrdiff_t>(place), size, '\0');
    if (place + size == bytes_.size()) bytes_.resize(place);
  }

  std::string Take() { return std::move(bytes_); }

 private:
  // Where the i-th most significant byte stands.
  std::size_t Digit(std::size_t i, std::size_t size) const {
    return bytes_[0] == 'M' ? i : size - 1 - i;
  }

  std::string bytes_;
};

void RemoveThumbnail(Block& block, std::size_t pointer) {
  const std::size_t directory = block.Get(pointer, 4);
  if (directory == 0) return;
  std::uint32_t place = 0, size = 0;
  block.ForEach(directory, [&](std::uint32_t tag, std::size_t entry) {
    if (tag == kThumbnailPlace) place = block.Get(entry + 8, 4);
    if (tag == kThumbnailSize) size = block.Get(entry + 8, 4);
  });
  block.Set(pointer, 4, 0);
  block.Wipe(place, size);
}

}  // namespace

std::string UprightExif(std::string exif, cv::Size size) {
  const std::string mark("Exif\0\0", 6);
  if (exif.starts_with(mark)) exif.erase(0, mark.size());
  Block block(std::move(exif));
  if (!block.IsExif()) return {};
  std::size_t photo = 0;
  const std::size_t next =
      block.ForEach(block.Get(4, 4), [&](std::uint32_t tag, std::size_t entry) {
        if (tag == exif_tag::kOrientation) block.SetValue(entry, 1);
        if (tag == exif_tag::kExifDirectory) photo = block.Get(entry + 8, 4);
      });
  if (photo != 0) {
    block.ForEach(photo, [&](std::uint32_t tag, std::size_t entry) {
      if (tag == exif_tag::kPixelWidth) {
        block.SetValue(entry, static_cast<std::uint32_t>(size.width));
      }
      if (tag == exif_tag::kPixelHeight) {
        block.SetValue(entry, static_cast<std::uint32_t>(size.height));
      }
    });
  }
  RemoveThumbnail(block, next);
  return block.Take();
}

}  // namespace heser
