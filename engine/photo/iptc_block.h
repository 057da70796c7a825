#pragma once

#include <string>

/// IPTC-IIM records (caption, credit, keywords) lie in JPEG files inside a list of Photoshop
/// resources, which also holds things that an edit makes wrong, such as a thumbnail. All functions
/// are thread-safe.
namespace heser {

/// The records within a block as JPEG's APP13 holds it, with or without "Photoshop 3.0\0"; bare
/// records are returned as they are. Empty if there are none.
std::string IptcRecords(const std::string& block);

/// An APP13 block that holds only the records.
std::string PhotoshopBlock(const std::string& records);

}  // namespace heser
