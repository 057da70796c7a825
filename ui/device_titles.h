#pragma once

#include <QString>
#include <functional>
#include <vector>

#include "engine/nn/device_facts.h"

class QObject;

namespace heser {

/// "AMD EPYC 7B13 (processor, 8 cores, 32 GB)".
QString DeviceTitle(const DeviceFacts& facts);

/// Hands over what DescribeDevices says, asked for in a thread of its own, unless `receiver` is
/// gone by then.
void WithDevices(QObject* receiver,
                 const std::function<void(const std::vector<DeviceFacts>&)>& handle);

}  // namespace heser
