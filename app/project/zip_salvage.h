#pragma once

#include <string>

namespace heser {

/// A zip archive that lost its directory, which stands at its end, as one that has it again: made
/// anew of the headers before each entry (APPNOTE 6.3.10, 4.3.7 and 4.3.12), for as many of them as
/// are whole from the front on. Sizes and checksums are those that the headers state: whoever reads
/// an entry checks them. Empty if there is no whole entry. Entries beyond 4 GB, and such as state
/// their size behind them, end the search; neither is written by ZipWriter.
std::string WithDirectory(std::string archive);

}  // namespace heser
