#include "tests/support/npy.h"

#include <cstdint>
#include <fstream>
#include <functional>
#include <numeric>
#include <sstream>
#include <stdexcept>
#include <string>

namespace heser::test {
namespace {

std::string ReadHeader(std::istream& stream, const std::string& name) {
  char magic[8] = {};
  stream.read(magic, sizeof magic);
  if (!stream || std::string(magic, 6) != "\x93NUMPY") {
    throw std::runtime_error(name + " is not an .npy file");
  }
  const int length_bytes = magic[6] == 1 ? 2 : 4;
  std::uint32_t length = 0;
  for (int i = 0; i < length_bytes; ++i) {
    length |= static_cast<std::uint32_t>(stream.get() & 0xff) << (8 * i);
  }
  std::string header(length, ' ');
  stream.read(header.data(), static_cast<std::streamsize>(length));
  return header;
}

std::vector<std::size_t> ParseShape(const std::string& header) {
  const std::size_t open = header.find('(', header.find("'shape'"));
  std::istringstream list(header.substr(open + 1, header.find(')', open) - open - 1));
  std::vector<std::size_t> shape;
  for (std::string side; std::getline(list, side, ',');) {
    if (side.find_first_of("0123456789") != std::string::npos) shape.push_back(std::stoul(side));
  }
  return shape;
}

}  // namespace

FloatArray ReadNpy(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error(file.string() + " cannot be opened");
  const std::string header = ReadHeader(stream, file.string());
  if (header.find("'<f4'") == std::string::npos ||
      header.find("'fortran_order': False") == std::string::npos) {
    throw std::runtime_error(file.string() + " does not hold float32 in C order");
  }
  FloatArray array;
  array.shape = ParseShape(header);
  array.values.resize(
      std::accumulate(array.shape.begin(), array.shape.end(), std::size_t{1}, std::multiplies<>()));
  stream.read(reinterpret_cast<char*>(array.values.data()),
              static_cast<std::streamsize>(array.values.size() * sizeof(float)));
  if (!stream) throw std::runtime_error(file.string() + " is cut short");
  return array;
}

}  // namespace heser::test
