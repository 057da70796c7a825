#include "ui/device_titles.h"

#include <QCoreApplication>
#include <QLocale>
#include <QObject>
#include <QtConcurrentRun>
#include <cmath>

namespace heser {
namespace {

/// The context of these texts in translation files.
struct Devices {
  Q_DECLARE_TR_FUNCTIONS(Devices)
};

/// Whole gigabytes, as memory is sold.
QString Gigabytes(std::size_t bytes) {
  constexpr double kGigabyte = 1024.0 * 1024 * 1024;
  return Devices::tr("%1 GB").arg(
      QLocale().toString(std::max(1L, std::lround(static_cast<double>(bytes) / kGigabyte))));
}

}  // namespace

QString DeviceTitle(const DeviceFacts& facts) {
  QString name = QString::fromStdString(facts.name).simplified();
  QStringList details;
  if (facts.device.kind == Device::Kind::kCpu) {
    if (name.isEmpty()) {
      name = Devices::tr("Processor");
    } else {
      details << Devices::tr("processor");
    }
    details << (facts.cores == 1 ? Devices::tr("1 core")
                                 : Devices::tr("%1 cores").arg(facts.cores));
  } else {
    const QString number = Devices::tr("GPU %1").arg(facts.device.index + 1);
    name = name.isEmpty() ? number : name;
    details << (name == number ? QStringLiteral("CUDA") : number + QStringLiteral(", CUDA"));
  }
  if (facts.memory_bytes > 0) {
    details << Gigabytes(facts.memory_bytes);
  }
  return QStringLiteral("%1 (%2)").arg(name, details.join(QStringLiteral(", ")));
}

void WithDevices(QObject* receiver,
                 const std::function<void(const std::vector<DeviceFacts>&)>& handle) {
  QtConcurrent::run(&DescribeDevices).then(receiver, handle);
}

}  // namespace heser
