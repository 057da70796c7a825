#include "app/project/zip_archive.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <new>
#include <system_error>

#include <zip.h>

#include "app/project/zip_salvage.h"
#include "engine/core/error.h"

namespace heser {
namespace {

// Entries of this size do no harm whatever they are packed from.
constexpr std::size_t kHarmless = std::size_t{1} << 20;
constexpr std::size_t kReadStep = std::size_t{1} << 20;
// The same project gives the same bytes, whenever it is saved: 1 January 1980, the first of DOS.
constexpr zip_uint16_t kNoDate = 0x21;
// What zip files without extensions can hold.
constexpr std::uintmax_t kLargestSalvaged = 0xffffffff;

/// All of a file; nothing if it cannot be read, is no zip file, or too large.
std::string BytesOfArchive(const std::filesystem::path& path) {
  std::error_code failure;
  const std::uintmax_t size = std::filesystem::file_size(path, failure);
  std::ifstream stream(path, std::ios::binary);
  std::array<char, 2> signature{};
  if (failure || size > kLargestSalvaged || !stream.read(signature.data(), signature.size()) ||
      signature != std::array{'P', 'K'}) {
    return {};
  }
  stream.seekg(0);
  std::string bytes(size, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

}  // namespace

struct ZipWriter::State {
  zip_source_t* buffer = nullptr;
  zip_t* archive = nullptr;
  std::vector<std::shared_ptr<const std::string>> entries;

  ~State() {
    if (archive != nullptr) zip_discard(archive);
    if (buffer != nullptr) zip_source_free(buffer);
  }
};

ZipWriter::ZipWriter() : state_(std::make_unique<State>()) {
  State& s = *state_;
  s.buffer = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  if (s.buffer == nullptr) throw std::bad_alloc();
  zip_source_keep(s.buffer);
  s.archive = zip_open_from_source(s.buffer, ZIP_TRUNCATE, nullptr);
  if (s.archive == nullptr) {
    zip_source_free(s.buffer);
    throw std::bad_alloc();
  }
}

ZipWriter::~ZipWriter() = default;

void ZipWriter::Add(const std::string& name, std::shared_ptr<const std::string> bytes,
                    Packing packing) {
  State& s = *state_;
  zip_source_t* source = zip_source_buffer(s.archive, bytes->data(), bytes->size(), 0);
  const zip_int64_t index =
      source == nullptr ? -1 : zip_file_add(s.archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    throw Error(ErrorKind::kWrongUse, name, "an entry of another name");
  }
  const auto entry = static_cast<zip_uint64_t>(index);
  zip_set_file_compression(s.archive, entry,
                           packing == Packing::kStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
  zip_file_set_dostime(s.archive, entry, 0, kNoDate, 0);
  s.entries.push_back(std::move(bytes));
}

std::string ZipWriter::Finish() {
  State& s = *state_;
  if (zip_close(s.archive) != 0) throw std::bad_alloc();
  s.archive = nullptr;
  zip_stat_t facts;
  std::string bytes;
  if (zip_source_stat(s.buffer, &facts) != 0 || zip_source_open(s.buffer) != 0) {
    throw std::bad_alloc();
  }
  bytes.resize(facts.size);
  const zip_int64_t count = zip_source_read(s.buffer, bytes.data(), bytes.size());
  zip_source_close(s.buffer);
  if (count != static_cast<zip_int64_t>(bytes.size())) throw std::bad_alloc();
  return bytes;
}

struct ZipReader::State {
  std::string shown_path;
  std::string salvaged;  ///< Bytes that `archive` reads, if the file itself cannot be read.
  zip_t* archive = nullptr;

  ~State() {
    if (archive != nullptr) zip_discard(archive);
  }

  /// Leaves `archive` null where nothing can be read.
  void OpenSalvaged(const std::filesystem::path& path) {
    salvaged = WithDirectory(BytesOfArchive(path));
    if (salvaged.empty()) return;
    zip_source_t* source = zip_source_buffer_create(salvaged.data(), salvaged.size(), 0, nullptr);
    if (source == nullptr) throw std::bad_alloc();
    archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (archive == nullptr) zip_source_free(source);
  }

  [[noreturn]] void Refuse(const std::string& detail) const {
    throw Error(ErrorKind::kBadFile, shown_path, detail);
  }
};

ZipReader::ZipReader(const std::filesystem::path& path) : state_(std::make_unique<State>()) {
  State& s = *state_;
  s.shown_path = path.string();
  std::error_code failure;
  if (!std::filesystem::exists(path, failure)) throw Error(ErrorKind::kFileNotFound, s.shown_path);
  if (!std::filesystem::is_regular_file(path, failure)) s.Refuse("not a file");
  int code = 0;
  s.archive = zip_open(path.c_str(), ZIP_RDONLY, &code);
  if (s.archive == nullptr) s.OpenSalvaged(path);
  if (s.archive == nullptr) s.Refuse("not a project, or damaged beyond use");
  if (zip_get_num_entries(s.archive, 0) > kMostEntries) s.Refuse("too many entries");
}

ZipReader::~ZipReader() = default;

bool ZipReader::IsCutShort() const { return !state_->salvaged.empty(); }

bool ZipReader::Has(const std::string& name) const {
  return zip_name_locate(state_->archive, name.c_str(), 0) >= 0;
}

std::string ZipReader::Read(const std::string& name, std::size_t limit, double densest) const {
  const State& s = *state_;
  zip_stat_t facts;
  if (zip_stat(s.archive, name.c_str(), 0, &facts) != 0) s.Refuse(name + " is missing");
  if (facts.size > limit) s.Refuse(name + " is too large");
  const double most = densest * static_cast<double>(facts.comp_size);
  if (facts.size > kHarmless && static_cast<double>(facts.size) > most) {
    s.Refuse(name + " is packed too densely");
  }
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
      zip_fopen_index(s.archive, facts.index, 0), &zip_fclose);
  if (file == nullptr) s.Refuse(name + " cannot be unpacked");
  std::string bytes;
  while (true) {
    const std::size_t before = bytes.size();
    bytes.resize(before + std::min(kReadStep, facts.size - before + 1));
    const zip_int64_t count = zip_fread(file.get(), bytes.data() + before, bytes.size() - before);
    if (count < 0) s.Refuse(name + " is damaged");
    bytes.resize(before + static_cast<std::size_t>(count));
    if (bytes.size() > facts.size) s.Refuse(name + " is longer than it says");
    if (count == 0) break;
  }
  if (bytes.size() != facts.size) s.Refuse(name + " is shorter than it says");
  return bytes;
}

}  // namespace heser
