#include "engine/training/npy.h"

#include <cstdint>
#include <cstring>
#include <fstream>
#include <regex>
#include <string>

#include "engine/core/error.h"

namespace heser {
namespace {

constexpr char kMagic[] = "\x93NUMPY\x01";
constexpr std::size_t kMagicLength = 7;
constexpr std::size_t kAlignment = 64;

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

}  // namespace

NpyArray ReadNpy(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  char magic[kMagicLength + 1];
  std::uint16_t length = 0;
  if (!stream.read(magic, sizeof(magic)) || std::memcmp(magic, kMagic, kMagicLength) != 0 ||
      !stream.read(reinterpret_cast<char*>(&length), sizeof(length))) {
    Refuse(file, "is not a NumPy array");
  }
  std::string header(length, ' ');
  if (!stream.read(header.data(), length)) Refuse(file, "is cut short");
  if (header.find("'<f4'") == std::string::npos ||
      header.find("'fortran_order': False") == std::string::npos) {
    Refuse(file, "does not hold float32 values in C order");
  }
  NpyArray array{ShapeOf(header), {}};
  std::size_t count = 1;
  for (const int side : array.shape) count *= static_cast<std::size_t>(side);
  if (array.shape.empty() || count > (std::size_t{1} << 28)) Refuse(file, "has an odd shape");
  array.values.resize(count);
  if (!stream.read(reinterpret_cast<char*>(array.values.data()),
                   static_cast<std::streamsize>(count * sizeof(float)))) {
    Refuse(file, "is cut short");
  }
  return array;
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
