#include "ui/preferences_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

#include "app/preferences/languages.h"
#include "ui/device_titles.h"
#include "ui/theme.h"

namespace heser {
namespace {

constexpr int kFieldWidth = 290;

}  // namespace

PreferencesDialog::PreferencesDialog(QWidget* parent) : QDialog(parent) { Build(); }

void PreferencesDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    // Not while a control of the old texts still reports its change.
    QTimer::singleShot(0, this, &PreferencesDialog::Build);
  }
  QDialog::changeEvent(event);
}

void PreferencesDialog::Build() {
  qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
  delete layout();
  setWindowTitle(tr("Preferences"));
  auto* form = new QFormLayout;
  form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
  form->setVerticalSpacing(10);
  form->setHorizontalSpacing(14);

  QComboBox* language =
      AddChoice(form, tr("&Language"), tr("The language of all texts"), Preference::kLanguage);
  language->addItem(tr("As the desktop"), QString());
  for (const Language& spoken : Languages()) {
    language->addItem(spoken.name, spoken.code);
  }
  QComboBox* theme = AddChoice(form, tr("&Theme"), tr("Light or dark windows"), Preference::kTheme);
  theme->addItem(tr("As the desktop"), static_cast<int>(Theme::kSystem));
  theme->addItem(tr("Light colours"), static_cast<int>(Theme::kLight));
  theme->addItem(tr("Dark colours"), static_cast<int>(Theme::kDark));
  QComboBox* device =
      AddChoice(form, tr("&Device"), tr("Where the networks run"), Preference::kDevice);
  device->addItem(tr("GPU if there is one, else the processor"), QStringLiteral("auto"));
  ListDevicesInto(device);
  QSpinBox* threads = AddNumber(form, tr("&Processor threads"),
                                tr("How many cores the networks use, from the next start on"),
                                Preference::kThreads);
  threads->setSpecialValueText(tr("All cores"));
  AddNumber(form, tr("&Unsaved work is kept every"),
            tr("After so long at most a copy for recovery is made"), Preference::kAutosaveSeconds)
      ->setSuffix(tr(" s"));
  AddNumber(form, tr("&Memory for undo"),
            tr("When the history holds more, its oldest steps cannot be undone any more"),
            Preference::kHistoryMegabytes)
      ->setSuffix(tr(" MB"));
  for (QComboBox* box : {language, theme}) {
    const QVariant value =
        PreferenceValue(box == language ? Preference::kLanguage : Preference::kTheme);
    box->setCurrentIndex(std::max(0, box->findData(value)));
  }

  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 18, 20, 16);
  layout->setSpacing(16);
  layout->setSizeConstraint(QLayout::SetFixedSize);
  layout->addLayout(form);
  layout->addWidget(buttons);
}

QComboBox* PreferencesDialog::AddChoice(QFormLayout* form, const QString& title,
                                        const QString& tool_tip, Preference preference) {
  auto* box = new QComboBox;
  box->setMinimumWidth(kFieldWidth);
  box->setToolTip(tool_tip);
  box->setAccessibleName(QString(title).remove(QLatin1Char('&')));
  // Only what people choose: filling a list chooses its first entry.
  connect(box, &QComboBox::activated, this,
          [box, preference] { Preferences::Shared()->Set(preference, box->currentData()); });
  form->addRow(title, box);
  return box;
}

QSpinBox* PreferencesDialog::AddNumber(QFormLayout* form, const QString& title,
                                       const QString& tool_tip, Preference preference) {
  const PreferenceInfo& info = InfoOf(preference);
  auto* field = new QSpinBox;
  field->setRange(info.minimum, info.maximum);
  field->setValue(PreferenceValue(preference).toInt());
  field->setKeyboardTracking(false);
  field->setToolTip(tool_tip);
  field->setAccessibleName(QString(title).remove(QLatin1Char('&')));
  connect(field, &QSpinBox::valueChanged, this,
          [preference](int value) { Preferences::Shared()->Set(preference, value); });
  form->addRow(title, field);
  return field;
}

void PreferencesDialog::ListDevicesInto(QComboBox* box) {
  WithDevices(box, [box](const std::vector<DeviceFacts>& devices) {
    for (const DeviceFacts& facts : devices) {
      box->addItem(DeviceTitle(facts), QString::fromStdString(DeviceName(facts.device)));
    }
    const int index = box->findData(PreferenceValue(Preference::kDevice));
    box->setCurrentIndex(std::max(0, index));
  });
}

}  // namespace heser
