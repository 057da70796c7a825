#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace heser {

/// The file formats that photos are read from. HEIC and AVIF, what telephones and newer cameras
/// write, are not written: both lose detail, and programs that open them are few.
enum class PhotoFormat { kJpeg, kPng, kTiff, kWebp, kHeic, kAvif };

/// Whether photos are written to it, too.
bool IsWritten(PhotoFormat format);

/// How many first bytes FormatOfContent wants to see: HEIC and AVIF say after the name of a family
/// that films are of as well which of its members they are, two dozen at most here.
inline constexpr int kFormatSignatureLength = 112;

/// The format that a file's first bytes announce, whatever its name says; none if it is another.
std::optional<PhotoFormat> FormatOfContent(std::string_view first_bytes);

/// The format that a file name's extension stands for (jpg, jpeg, jpe, jfif, png, tif, tiff, webp,
/// heic, heif, hif, avif, in any case); none if it is another.
std::optional<PhotoFormat> FormatOfExtension(const std::filesystem::path& path);

/// The same, none for formats that are not written: what a file to be written will be.
std::optional<PhotoFormat> WrittenFormatOf(const std::filesystem::path& path);

/// The usual extension of a format's files, without the dot.
const char* ExtensionOf(PhotoFormat format);

/// Whether 16 bits a sample can be stored, and an alpha channel.
bool HoldsSixteenBits(PhotoFormat format);
bool HoldsAlpha(PhotoFormat format);

}  // namespace heser
