#include "engine/nn/weights.h"

#include <bit>
#include <cstring>
#include <fstream>
#include <limits>

#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>
#include <openssl/evp.h>

#include "engine/core/error.h"

namespace heser {
namespace {

static_assert(std::endian::native == std::endian::little, "weights are stored little-endian");

constexpr char kMagic[] = "HESERWT1";
constexpr std::size_t kMagicLength = 8;
constexpr std::uint64_t kLongestHeader = 16 << 20;

std::int64_t CountOf(const std::vector<std::int64_t>& shape) {
  std::int64_t count = 1;
  for (const std::int64_t side : shape) {
    if (side < 0 || (side > 0 && count > (std::int64_t{1} << 40) / side)) return -1;
    count *= side;
  }
  return count;
}

std::string Sha256(const std::vector<std::uint16_t>& payload) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  EVP_Digest(payload.data(), payload.size() * sizeof(payload[0]), digest, &length, EVP_sha256(),
             nullptr);
  std::string text;
  for (unsigned i = 0; i < length; ++i) {
    constexpr char kDigits[] = "0123456789abcdef";
    text += kDigits[digest[i] >> 4];
    text += kDigits[digest[i] & 15];
  }
  return text;
}

std::vector<std::uint16_t> HalvesOf(const NetworkWeights& weights) {
  std::vector<std::uint16_t> halves;
  for (const NamedArray& array : weights.arrays) {
    const std::size_t begin = halves.size();
    halves.resize(begin + array.values.size());
    if (array.values.empty()) continue;
    const cv::Mat floats(1, static_cast<int>(array.values.size()), CV_32F,
                         const_cast<float*>(array.values.data()));
    cv::Mat target(1, floats.cols, CV_16F, halves.data() + begin);
    floats.convertTo(target, CV_16F);
  }
  return halves;
}

std::string HeaderOf(const NetworkWeights& weights, const std::string& hash) {
  nlohmann::json header = {{"architecture", weights.architecture},
                           {"version", weights.version},
                           {"sha256", hash},
                           {"tensors", nlohmann::json::array()}};
  for (const NamedArray& array : weights.arrays) {
    header["tensors"].push_back({{"name", array.name}, {"shape", array.shape}});
  }
  return header.dump();
}

/// Reads one file and refuses it in one sentence.
class WeightsReader {
 public:
  explicit WeightsReader(const std::filesystem::path& file)
      : name_(file.string()), stream_(file, std::ios::binary) {
    if (!stream_) Refuse("is missing or cannot be opened");
    std::error_code code;
    left_ = std::filesystem::file_size(file, code);
    if (code) Refuse("cannot be read");
  }

  NetworkWeights Read(const std::string& architecture, int version) {
    const nlohmann::json header = ReadHeader();
    NetworkWeights weights;
    std::string hash;
    try {
      weights.architecture = header.at("architecture").get<std::string>();
      weights.version = header.at("version").get<int>();
      hash = header.at("sha256").get<std::string>();
      for (const auto& tensor : header.at("tensors")) {
        weights.arrays.push_back({tensor.at("name").get<std::string>(),
                                  tensor.at("shape").get<std::vector<std::int64_t>>(),
                                  {}});
      }
    } catch (const nlohmann::json::exception&) {
      Refuse("has a damaged header");
    }
    if (weights.architecture != architecture) {
      Refuse("holds weights of " + weights.architecture + " where " + architecture + " is wanted");
    }
    if (weights.version != version) {
      Refuse("holds version " + std::to_string(weights.version) + " where version " +
             std::to_string(version) + " is wanted");
    }
    ReadPayload(weights, hash);
    return weights;
  }

 private:
  [[noreturn]] void Refuse(const std::string& why) const {
    throw Error(ErrorKind::kBadModel, name_, why);
  }

  void ReadBytes(void* to, std::uint64_t count) {
    if (count > left_ ||
        !stream_.read(static_cast<char*>(to), static_cast<std::streamsize>(count))) {
      Refuse("is cut short");
    }
    left_ -= count;
  }

  nlohmann::json ReadHeader() {
    char magic[kMagicLength];
    if (left_ < kMagicLength) Refuse("is not a weights file");
    ReadBytes(magic, kMagicLength);
    if (std::memcmp(magic, kMagic, kMagicLength) != 0) Refuse("is not a weights file");
    std::uint64_t length = 0;
    ReadBytes(&length, sizeof(length));
    if (length > kLongestHeader) Refuse("has a damaged header");
    std::string text(length, '\0');
    ReadBytes(text.data(), length);
    nlohmann::json header = nlohmann::json::parse(text, nullptr, false);
    if (header.is_discarded()) Refuse("has a damaged header");
    return header;
  }

  void ReadPayload(NetworkWeights& weights, const std::string& hash) {
    std::uint64_t total = 0;
    for (const NamedArray& array : weights.arrays) {
      const std::int64_t count = CountOf(array.shape);
      if (count < 0 || count > std::numeric_limits<int>::max()) Refuse("has a damaged header");
      total += static_cast<std::uint64_t>(count);
    }
    if (total * sizeof(std::uint16_t) > left_) Refuse("is cut short");
    if (total * sizeof(std::uint16_t) < left_) Refuse("is longer than its header says");
    std::vector<std::uint16_t> halves(total);
    ReadBytes(halves.data(), total * sizeof(halves[0]));
    if (Sha256(halves) != hash) Refuse("is damaged: its hash does not fit");
    std::size_t begin = 0;
    for (NamedArray& array : weights.arrays) {
      array.values.resize(static_cast<std::size_t>(CountOf(array.shape)));
      if (array.values.empty()) continue;
      const cv::Mat source(1, static_cast<int>(array.values.size()), CV_16F, halves.data() + begin);
      cv::Mat floats(1, source.cols, CV_32F, array.values.data());
      source.convertTo(floats, CV_32F);
      begin += array.values.size();
    }
  }

  std::string name_;
  std::ifstream stream_;
  std::uint64_t left_ = 0;
};

}  // namespace

void SaveWeights(const std::filesystem::path& file, const NetworkWeights& weights) {
  const std::vector<std::uint16_t> halves = HalvesOf(weights);
  const std::string header = HeaderOf(weights, Sha256(halves));
  std::filesystem::path unfinished = file;
  unfinished += ".part";
  {
    std::ofstream stream(unfinished, std::ios::binary | std::ios::trunc);
    const std::uint64_t length = header.size();
    stream.write(kMagic, kMagicLength);
    stream.write(reinterpret_cast<const char*>(&length), sizeof(length));
    stream.write(header.data(), static_cast<std::streamsize>(length));
    stream.write(reinterpret_cast<const char*>(halves.data()),
                 static_cast<std::streamsize>(halves.size() * sizeof(halves[0])));
    stream.flush();
    if (!stream) throw Error(ErrorKind::kCannotWrite, file.string(), "writing failed");
  }
  std::error_code code;
  std::filesystem::rename(unfinished, file, code);
  if (code) throw Error(ErrorKind::kCannotWrite, file.string(), code.message());
}

NetworkWeights LoadWeights(const std::filesystem::path& file, const std::string& architecture,
                           int version) {
  return WeightsReader(file).Read(architecture, version);
}

}  // namespace heser
