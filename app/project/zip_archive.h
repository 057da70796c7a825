#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace heser {

/// Zip files as projects need them: whole entries by name, in memory. Names never become paths, so
/// that no archive can reach beyond itself.

/// Collects entries and makes an archive of them. Not thread-safe.
class ZipWriter {
 public:
  ZipWriter();
  ~ZipWriter();
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;

  enum class Packing { kStored, kDeflated };

  /// Names must differ. `bytes` is shared, not copied.
  void Add(const std::string& name, std::shared_ptr<const std::string> bytes, Packing packing);

  /// The archive, in the order of Add. Ends the writer. The same entries give the same bytes.
  /// Throws std::bad_alloc.
  std::string Finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Reads an archive that somebody else may have made or damaged. Not thread-safe.
class ZipReader {
 public:
  /// An archive that lost its directory is read as far as its entries are whole. Throws Error:
  /// kFileNotFound, kBadFile for what is no zip file, is damaged beyond that, or has more than
  /// kMostEntries.
  explicit ZipReader(const std::filesystem::path& path);
  ~ZipReader();
  ZipReader(const ZipReader&) = delete;
  ZipReader& operator=(const ZipReader&) = delete;

  static constexpr int kMostEntries = 100000;

  /// Whether the archive lost its directory, as one that was cut short does.
  bool IsCutShort() const;

  bool Has(const std::string& name) const;

  /// Throws Error{kBadFile} where the entry is missing, damaged (its check sum), larger than
  /// `limit` bytes, or packed to less than a `densest`th of its size. Memory is taken as bytes
  /// come, not as the entry claims.
  std::string Read(const std::string& name, std::size_t limit,
                   double densest = kDensestOfDeflate) const;

  /// Deflate cannot pack anything more densely.
  static constexpr double kDensestOfDeflate = 1032;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace heser
