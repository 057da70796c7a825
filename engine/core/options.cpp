#include "engine/core/options.h"

#include <sstream>

#include "engine/core/error.h"

namespace heser {

void CheckOptionRange(const std::string& stage, const OptionInfo& info, double value) {
  if (value >= info.minimum && value <= info.maximum) return;
  std::ostringstream detail;
  detail << "must be from " << info.minimum << " to " << info.maximum << ", not " << value;
  throw Error(ErrorKind::kWrongUse, stage + "." + info.name, detail.str(), value);
}

}  // namespace heser
