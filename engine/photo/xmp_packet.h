#pragma once

#include <string>

namespace heser {

/// IPTC's term (NewsCodes, scheme digitalsourcetype) for captured photos to which trained models
/// added parts.
inline constexpr char kCompositeSourceType[] =
    "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

/// An XMP packet (ISO 16684-1) that says Iptc4xmpExt:DigitalSourceType = kCompositeSourceType and
/// xmp:CreatorTool = `creator_tool`, and otherwise keeps what `packet` says. What the edit makes
/// wrong is taken out: an earlier source type and tool, tiff:Orientation, and the pointer to
/// extended XMP, which is not carried along. A packet that is empty or cannot be understood
/// (UTF-16, no RDF) is replaced. Thread-safe.
std::string CompositeXmp(const std::string& packet, const std::string& creator_tool);

/// Whether a packet says what CompositeXmp has it say of this tool. Thread-safe.
bool IsCompositeXmp(const std::string& packet, const std::string& creator_tool);

/// `packet` without tiff:Orientation: pixels in memory are upright.
std::string UprightXmp(std::string packet);

}  // namespace heser
