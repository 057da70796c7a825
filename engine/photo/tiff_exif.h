#pragma once

#include <filesystem>
#include <string>

/// Metadata of TIFF files that libvips does not handle. EXIF is no block there but fields of the
/// first directory and directories behind it (TIFF 6.0; Exif 2.32, 4.5); of IPTC records libvips
/// 8.14 writes a quarter.
namespace heser {

/// A TIFF file's EXIF as the block that other formats hold; empty if it has none. Structure of the
/// pixels (sizes, strips, resolution) is not part of it.
std::string ExifBlockOfTiff(const std::filesystem::path& path);

/// Adds a block and IPTC records, where not empty, to the classic TIFF file of one page behind
/// `descriptor`, open for reading and writing: a new first directory and the block's directories
/// are appended. Throws std::system_error if writing fails; a block that cannot be read is not
/// added, and nothing is to a file of another kind or one that would exceed 4 GB.
void AddMetadataToTiff(int descriptor, const std::string& exif, const std::string& iptc);

}  // namespace heser
