#pragma once

#include <filesystem>

#include "engine/core/progress.h"

/// Private to this folder: damage that the decoders go on after in silence, or give another name.
/// They are tolerant, as viewers must be; what an edit is made of must be whole.
namespace heser {

/// What is said of it, in Error::detail.
inline constexpr char kDamaged[] = "damaged or cut short";

/// Whether the coded pixels of a JPEG are damaged or cut short. What every reader forgives is no
/// damage: bytes that belong to nothing within the header, after the picture and, a few, before its
/// end; unknown revisions and transform codes; odd scan parameters. JPEG has no checksums: damage
/// that leaves codes valid is not found. libvips hears of damage no more than that there was some
/// of either kind, and of data that is left over at the end not at all. Decodes the file at an
/// eighth of its size. Thread-safe. Throws Cancelled.
bool HasDamagedJpegData(const std::filesystem::path& path, const Progress& progress);

/// Whether a chunk that a PNG's pixels follow from fails its checksum (ISO/IEC 15948, 5.3) or is
/// cut short; broken metadata does not count. Reads the file once. Thread-safe.
bool HasDamagedPngChunks(const std::filesystem::path& path);

/// Whether a file of MP4's family, HEIC and AVIF among them, holds a film beside or instead of
/// still pictures (ISO/IEC 14496-12, 8.2.1). Thread-safe.
bool HoldsFilm(const std::filesystem::path& path);

/// Whether a WebP file is shorter than its RIFF header says. Thread-safe.
bool IsCutWebp(const std::filesystem::path& path);

}  // namespace heser
