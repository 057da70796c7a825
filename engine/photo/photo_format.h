#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace heser {

/// The file formats that photos are read from and written to.
enum class PhotoFormat { kJpeg, kPng, kTiff, kWebp };

/// How many first bytes FormatOfContent wants to see.
inline constexpr int kFormatSignatureLength = 12;

/// The format that a file's first bytes announce, whatever its name says; none if it is another.
std::optional<PhotoFormat> FormatOfContent(std::string_view first_bytes);

/// The format that a file name's extension stands for (jpg, jpeg, jpe, jfif, png, tif, tiff, webp,
/// in any case); none if it is another.
std::optional<PhotoFormat> FormatOfExtension(const std::filesystem::path& path);

/// The usual extension of a format's files, without the dot.
const char* ExtensionOf(PhotoFormat format);

/// Whether 16 bits a sample can be stored, and an alpha channel.
bool HoldsSixteenBits(PhotoFormat format);
bool HoldsAlpha(PhotoFormat format);

}  // namespace heser
