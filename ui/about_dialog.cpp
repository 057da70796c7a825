#include "ui/about_dialog.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <opencv2/core/version.hpp>

#include "ui/device_titles.h"
#include "ui/themed_icon.h"

namespace heser {
namespace {

constexpr int kIconSide = 64;
constexpr QSize kNoticesSize(560, 260);

QString ThirdPartyNotices() {
  QFile file(QStringLiteral(":/icons/third_party_notices.md"));
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}  // namespace

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("About HeSer Studio"));
  auto* icon = new QLabel;
  icon->setPixmap(ThemedIcon(QStringLiteral("heser_studio")).pixmap(kIconSide, kIconSide));
  auto* text = new QLabel(
      tr("<h3>HeSer Studio %1</h3><p>Puts a person's head, hair and all, on another photo's body, "
         "after “Few-Shot Head Swapping in the Wild” (arXiv 2204.13100).</p><p>Pictures "
         "that it writes say of themselves that they are composites. Swap heads only of people who "
         "agree. No photo leaves your machine.</p>")
          .arg(QApplication::applicationVersion()));
  text->setWordWrap(true);
  auto* head = new QHBoxLayout;
  head->setSpacing(18);
  head->addWidget(icon, 0, Qt::AlignTop);
  head->addWidget(text, 1);
  auto* versions = new QLabel(tr("Apache License 2.0 · Qt %1 · OpenCV %2")
                                  .arg(QLatin1String(qVersion()), QStringLiteral(CV_VERSION)));
  versions->setForegroundRole(QPalette::PlaceholderText);
  auto* devices = new QLabel;
  devices->setForegroundRole(QPalette::PlaceholderText);
  devices->setAccessibleName(tr("Devices"));
  WithDevices(devices, [devices](const std::vector<DeviceFacts>& listed) {
    QStringList titles;
    for (const DeviceFacts& facts : listed) titles << DeviceTitle(facts);
    devices->setText(titles.join(QLatin1Char('\n')));
  });
  auto* notices = new QTextBrowser;
  notices->setMarkdown(ThirdPartyNotices());
  notices->setOpenExternalLinks(true);
  notices->setMinimumSize(kNoticesSize);
  notices->setAccessibleName(tr("Third-party notices"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 18, 20, 16);
  layout->setSpacing(14);
  layout->addLayout(head);
  layout->addWidget(versions);
  layout->addWidget(devices);
  layout->addWidget(notices, 1);
  layout->addWidget(buttons);
}

}  // namespace heser
