#include "engine/training/npy.h"

#include <cstdint>
#include <cstring>
#include <fstream>
#include <memory>
#include <regex>
#include <sstream>

#include <opencv2/core.hpp>
#include <zip.h>

#include "engine/core/error.h"

namespace heser {
namespace {

constexpr char kMagic[] = "\x93NUMPY\x01";
constexpr std::size_t kMagicLength = 7;
constexpr std::size_t kAlignment = 64;
// Bytes; more is no array of a network that we read.
constexpr std::uint64_t kLargestEntry = std::uint64_t{1} << 30;

[[noreturn]] void Refuse(const std::filesystem::path& file, const std::string& why) {
  throw Error(ErrorKind::kBadFile, file.string(), why);
}

std::vector<int> ShapeOf(const std::string& header) {
  std::smatch found;
  std::vector<int> shape;
  if (!std::regex_search(header, found, std::regex(R"('shape':\s*\(([\d,\s]*)\))"))) return shape;
  const std::string sides = found[1];
  const std::regex number(R"(\d{1,9})");
  for (auto i = std::sregex_iterator(sides.begin(), sides.end(), number);
       i != std::sregex_iterator(); ++i) {
    shape.push_back(std::stoi(i->str()));
  }
  return shape;
}

std::vector<float> FloatsOf(const char* bytes, std::size_t count, bool half) {
  std::vector<float> values(count);
  if (!half) {
    std::memcpy(values.data(), bytes, count * sizeof(float));
    return values;
  }
  // A copy: what stands in a file need not be aligned.
  cv::Mat halves(1, static_cast<int>(count), CV_16F);
  std::memcpy(halves.data, bytes, count * sizeof(std::uint16_t));
  cv::Mat floats(halves.size(), CV_32F, values.data());
  halves.convertTo(floats, CV_32F);
  return values;
}

std::string BytesOf(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) Refuse(file, "cannot be read");
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return std::move(bytes).str();
}

}  // namespace

NpyArray ParseNpy(std::string_view bytes, const std::filesystem::path& name) {
  constexpr std::size_t kBeforeHeader = sizeof(kMagic) + sizeof(std::uint16_t);
  std::uint16_t length = 0;
  if (bytes.size() < kBeforeHeader || std::memcmp(bytes.data(), kMagic, kMagicLength) != 0) {
    Refuse(name, "is not a NumPy array");
  }
  std::memcpy(&length, bytes.data() + sizeof(kMagic), sizeof(length));
  bytes.remove_prefix(kBeforeHeader);
  if (bytes.size() < length) Refuse(name, "is cut short");
  const std::string header(bytes.substr(0, length));
  bytes.remove_prefix(length);
  const bool half = header.find("'<f2'") != std::string::npos;
  if ((!half && header.find("'<f4'") == std::string::npos) ||
      header.find("'fortran_order': False") == std::string::npos) {
    Refuse(name, "does not hold float32 or float16 values in C order");
  }
  NpyArray array{ShapeOf(header), {}};
  std::size_t count = 1;
  for (const int side : array.shape) count *= static_cast<std::size_t>(side);
  if (array.shape.empty() || count == 0 || count > (std::size_t{1} << 28)) {
    Refuse(name, "has an odd shape");
  }
  if (bytes.size() < count * (half ? sizeof(std::uint16_t) : sizeof(float))) {
    Refuse(name, "is cut short");
  }
  array.values = FloatsOf(bytes.data(), count, half);
  return array;
}

NpyArray ReadNpy(const std::filesystem::path& file) { return ParseNpy(BytesOf(file), file); }

std::map<std::string, NpyArray> ReadNpz(const std::filesystem::path& file) {
  const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(
      zip_open(file.c_str(), ZIP_RDONLY, nullptr), zip_discard);
  if (archive == nullptr) Refuse(file, "is not there or is no archive of NumPy arrays");
  constexpr std::string_view kSuffix = ".npy";
  std::map<std::string, NpyArray> arrays;
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t entry;
    const auto index = static_cast<zip_uint64_t>(i);
    if (zip_stat_index(archive.get(), index, 0, &entry) != 0 || entry.size > kLargestEntry) {
      Refuse(file, "is damaged");
    }
    std::string name = entry.name;
    if (!name.ends_with(kSuffix)) continue;
    std::string bytes(entry.size, '\0');
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> stream(
        zip_fopen_index(archive.get(), index, 0), zip_fclose);
    if (stream == nullptr ||
        zip_fread(stream.get(), bytes.data(), entry.size) != static_cast<zip_int64_t>(entry.size)) {
      Refuse(file, "is damaged");
    }
    name.resize(name.size() - kSuffix.size());
    arrays.emplace(std::move(name), ParseNpy(bytes, file / entry.name));
  }
  return arrays;
}

void WriteNpy(const std::filesystem::path& file, const NpyArray& array) {
  std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (";
  for (const int side : array.shape) header += std::to_string(side) + ", ";
  header += "), }";
  const std::size_t before = kMagicLength + 1 + sizeof(std::uint16_t);
  while ((before + header.size() + 1) % kAlignment != 0) header += ' ';
  header += '\n';
  const auto length = static_cast<std::uint16_t>(header.size());
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream.write(kMagic, kMagicLength + 1);
  stream.write(reinterpret_cast<const char*>(&length), sizeof(length));
  stream.write(header.data(), length);
  stream.write(reinterpret_cast<const char*>(array.values.data()),
               static_cast<std::streamsize>(array.values.size() * sizeof(float)));
  stream.flush();
  if (!stream) throw Error(ErrorKind::kCannotWrite, file.string(), "writing failed");
}

}  // namespace heser
