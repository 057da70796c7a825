#pragma once

#include <string>

namespace heser {

/// How many first bytes of a PNG file are its signature and IHDR; other chunks follow.
inline constexpr std::size_t kPngHeadSize = 33;

/// Chunks eXIf and iTXt (ISO/IEC 15948, 11.3; XMP part 3, 1.1.5) for what is not empty, to stand
/// behind the head. libvips would write EXIF twice (with libpng 1.6.39) and XMP as zTXt, which few
/// readers look for.
std::string PngMetadataChunks(const std::string& exif, const std::string& xmp);

}  // namespace heser
