#include "app/setting_texts.h"

#include <QCoreApplication>

#include "app/document/setting_access.h"

namespace heser {
namespace {

struct SettingText {
  std::string_view key;
  const char* title;
  const char* help;
};

constexpr SettingText kSettingTexts[] = {
    {"aligner.expression", QT_TRANSLATE_NOOP("Settings", "Expression"),
     QT_TRANSLATE_NOOP("Settings",
                       "How far mouth, eyes and brows take on the target's expression.")},
    {"aligner.pose", QT_TRANSLATE_NOOP("Settings", "Pose"),
     QT_TRANSLATE_NOOP("Settings", "How far the head turns as the target's does.")},
    {"aligner.yaw", QT_TRANSLATE_NOOP("Settings", "Turn"),
     QT_TRANSLATE_NOOP("Settings",
                       "Turns the head further, above 0 to the right in the picture, below 0 to "
                       "the left.")},
    {"aligner.pitch", QT_TRANSLATE_NOOP("Settings", "Nod"),
     QT_TRANSLATE_NOOP("Settings", "Lets the head look further up, above 0, or down, below 0.")},
    {"aligner.roll", QT_TRANSLATE_NOOP("Settings", "Tilt"),
     QT_TRANSLATE_NOOP("Settings",
                       "Tilts the head further, above 0 clockwise, below 0 the other way.")},
    {"aligner.size", QT_TRANSLATE_NOOP("Settings", "Size"),
     QT_TRANSLATE_NOOP("Settings", "Size of the head; 100 % fits the target's face.")},
    {"aligner.shift_x", QT_TRANSLATE_NOOP("Settings", "Left and right"),
     QT_TRANSLATE_NOOP(
         "Settings", "Moves the head, above 0 to the right in the picture, below 0 to the left.")},
    {"aligner.shift_y", QT_TRANSLATE_NOOP("Settings", "Up and down"),
     QT_TRANSLATE_NOOP("Settings", "Moves the head, above 0 down, below 0 up.")},
    {"aligner.mirrored", QT_TRANSLATE_NOOP("Settings", "Mirrored photo"),
     QT_TRANSLATE_NOOP("Settings",
                       "How far the mirrored photo stands in for the side of the head that the "
                       "photo hides; at 0 that side is stretched.")},
    {"feedback.amount", QT_TRANSLATE_NOOP("Settings", "Pose refinement"),
     QT_TRANSLATE_NOOP("Settings",
                       "How much of the pose error measured on the result is corrected.")},
    {"feedback.rounds", QT_TRANSLATE_NOOP("Settings", "Refinement rounds"),
     QT_TRANSLATE_NOOP("Settings",
                       "How often the pose is measured and corrected; each takes time.")},
    {"refinement.amount", QT_TRANSLATE_NOOP("Settings", "Head mending"),
     QT_TRANSLATE_NOOP("Settings",
                       "How far a network mends what a photo that looks aside leaves stretched or "
                       "missing.")},
    {"color_reference.amount", QT_TRANSLATE_NOOP("Settings", "Skin colour"),
     QT_TRANSLATE_NOOP("Settings", "How far the skin takes on the colour of the target's skin.")},
    {"color_reference.light", QT_TRANSLATE_NOOP("Settings", "Light"),
     QT_TRANSLATE_NOOP("Settings", "How far the head is lit from where the target's head is lit.")},
    {"color_reference.lowest_contrast", QT_TRANSLATE_NOOP("Settings", "Least contrast"),
     QT_TRANSLATE_NOOP("Settings",
                       "How flat the shading of the skin may become to match the target's.")},
    {"color_reference.highest_contrast", QT_TRANSLATE_NOOP("Settings", "Most contrast"),
     QT_TRANSLATE_NOOP("Settings",
                       "How strong the shading of the skin may become to match the target's.")},
    {"color_reference.own_chroma", QT_TRANSLATE_NOOP("Settings", "Tint of hair and eyes"),
     QT_TRANSLATE_NOOP("Settings", "How far hair, eyes and teeth follow the tint of the scene.")},
    {"color_reference.own_exposure", QT_TRANSLATE_NOOP("Settings", "Brightness of hair and eyes"),
     QT_TRANSLATE_NOOP("Settings",
                       "How far hair, eyes and teeth follow the exposure of the scene.")},
    {"color_reference.own_light", QT_TRANSLATE_NOOP("Settings", "Light on hair"),
     QT_TRANSLATE_NOOP("Settings", "How far the hair follows the direction of the light.")},
    {"color_reference.picked", QT_TRANSLATE_NOOP("Settings", "Picked skin colour"),
     QT_TRANSLATE_NOOP("Settings",
                       "How far a picked colour stands in for the target's skin; pick it with the "
                       "eyedropper (I).")},
    {"color_reference.correlation", QT_TRANSLATE_NOOP("Settings", "Colours by correlation"),
     QT_TRANSLATE_NOOP("Settings",
                       "Takes the skin's colours from the places of the target's face that are "
                       "like them, instead of from its statistics.")},
    {"color_reference.picked_red", QT_TRANSLATE_NOOP("Settings", "Picked red"),
     QT_TRANSLATE_NOOP("Settings", "How red the picked skin colour is.")},
    {"color_reference.picked_green", QT_TRANSLATE_NOOP("Settings", "Picked green"),
     QT_TRANSLATE_NOOP("Settings", "How green the picked skin colour is.")},
    {"color_reference.picked_blue", QT_TRANSLATE_NOOP("Settings", "Picked blue"),
     QT_TRANSLATE_NOOP("Settings", "How blue the picked skin colour is.")},
    {"color_reference.hair", QT_TRANSLATE_NOOP("Settings", "Hair colour"),
     QT_TRANSLATE_NOOP("Settings",
                       "How far the hair takes on the colour of the target's hair, or a picked "
                       "one; none keeps its own.")},
    {"color_reference.hair_picked", QT_TRANSLATE_NOOP("Settings", "Picked hair colour"),
     QT_TRANSLATE_NOOP("Settings",
                       "How far a picked colour stands in for the target's hair; pick it with Head "
                       "> Pick Hair Colour.")},
    {"color_reference.hair_red", QT_TRANSLATE_NOOP("Settings", "Hair: red"),
     QT_TRANSLATE_NOOP("Settings", "How red the picked hair colour is.")},
    {"color_reference.hair_green", QT_TRANSLATE_NOOP("Settings", "Hair: green"),
     QT_TRANSLATE_NOOP("Settings", "How green the picked hair colour is.")},
    {"color_reference.hair_blue", QT_TRANSLATE_NOOP("Settings", "Hair: blue"),
     QT_TRANSLATE_NOOP("Settings", "How blue the picked hair colour is.")},
    {"color_reference.brows", QT_TRANSLATE_NOOP("Settings", "Brows follow the hair"),
     QT_TRANSLATE_NOOP("Settings",
                       "How far the brows become lighter or darker with a changed colour of the "
                       "hair.")},
    {"color_reference.lips", QT_TRANSLATE_NOOP("Settings", "Lip colour"),
     QT_TRANSLATE_NOOP("Settings",
                       "How far the lips take on the colour of the target's lips, or a picked one; "
                       "none lets them follow the skin.")},
    {"color_reference.lips_own", QT_TRANSLATE_NOOP("Settings", "Lips keep their own"),
     QT_TRANSLATE_NOOP("Settings",
                       "How far the lips keep their own colour under the scene's light instead of "
                       "following the skin.")},
    {"color_reference.lips_picked", QT_TRANSLATE_NOOP("Settings", "Picked lip colour"),
     QT_TRANSLATE_NOOP("Settings",
                       "How far a picked colour stands in for the target's lips; pick it with Head "
                       "> Pick Lip Colour.")},
    {"color_reference.lips_red", QT_TRANSLATE_NOOP("Settings", "Lips: red"),
     QT_TRANSLATE_NOOP("Settings", "How red the picked lip colour is.")},
    {"color_reference.lips_green", QT_TRANSLATE_NOOP("Settings", "Lips: green"),
     QT_TRANSLATE_NOOP("Settings", "How green the picked lip colour is.")},
    {"color_reference.lips_blue", QT_TRANSLATE_NOOP("Settings", "Lips: blue"),
     QT_TRANSLATE_NOOP("Settings", "How blue the picked lip colour is.")},
    {"blender.seam_height", QT_TRANSLATE_NOOP("Settings", "Seam on the neck"),
     QT_TRANSLATE_NOOP("Settings",
                       "Moves the seam between the new head and the target's neck: lower, the new "
                       "head brings its own neck.")},
    {"blender.feather", QT_TRANSLATE_NOOP("Settings", "Softness of the edge"),
     QT_TRANSLATE_NOOP("Settings", "How soft the head's edge is against neck and clothing.")},
    {"blender.chin_shadow", QT_TRANSLATE_NOOP("Settings", "Shadow under the chin"),
     QT_TRANSLATE_NOOP("Settings", "How far the new chin casts the shadow of the old one.")},
    {"blender.network", QT_TRANSLATE_NOOP("Settings", "Seam mending"),
     QT_TRANSLATE_NOOP(
         "Settings",
         "How far the network mends seams, light and fills; none leaves what geometry "
         "makes.")},
    {"blender.hair_reach", QT_TRANSLATE_NOOP("Settings", "Reach of fine hair"),
     QT_TRANSLATE_NOOP("Settings", "How far fine hair may stand out from the head.")},
    {"blender.background_margin", QT_TRANSLATE_NOOP("Settings", "Background filled anew"),
     QT_TRANSLATE_NOOP("Settings", "How far around the old head the background is filled anew.")},
    {"blender.body_margin", QT_TRANSLATE_NOOP("Settings", "Clothing filled anew"),
     QT_TRANSLATE_NOOP("Settings", "How far around the old head clothing is filled anew.")},
    {"blender.neck_margin", QT_TRANSLATE_NOOP("Settings", "Neck filled anew"),
     QT_TRANSLATE_NOOP("Settings", "How far below the old chin the neck is filled anew.")},
    {"blender.wisp_reach", QT_TRANSLATE_NOOP("Settings", "Removal of fine hair"),
     QT_TRANSLATE_NOOP("Settings", "How far from the old head fine hair is still removed.")},
    {"blender.patches", QT_TRANSLATE_NOOP("Settings", "Continue textures"),
     QT_TRANSLATE_NOOP("Settings",
                       "Continues bricks, leaves and patterns behind the old head; takes longer.")},
    {"blender.background_texture", QT_TRANSLATE_NOOP("Settings", "Texture of backgrounds"),
     QT_TRANSLATE_NOOP("Settings",
                       "How much detail a background needs to be continued as a texture; less "
                       "detail is filled smoothly.")},
    {"blender.clothing_texture", QT_TRANSLATE_NOOP("Settings", "Texture of clothing"),
     QT_TRANSLATE_NOOP("Settings",
                       "How much detail clothing needs to be continued as a texture; less detail "
                       "is filled smoothly.")},
    {"blender.grain", QT_TRANSLATE_NOOP("Settings", "Grain of fills"),
     QT_TRANSLATE_NOOP("Settings", "How much of the photo's grain filled parts get.")},
    {"blender.complete_body", QT_TRANSLATE_NOOP("Settings", "Complete the body"),
     QT_TRANSLATE_NOOP("Settings",
                       "Lets a network say how neck and shoulders go on where the old head's hair "
                       "hid them; off: simple rules.")},
    {"blender.finish", QT_TRANSLATE_NOOP("Settings", "Finish"),
     QT_TRANSLATE_NOOP("Settings", "How far the head takes on the target's softness and grain.")},
    {"blender.decontaminate", QT_TRANSLATE_NOOP("Settings", "Clean fine hair"),
     QT_TRANSLATE_NOOP("Settings", "Takes the source's background out of fine hair.")},
    {"resolution.largest_face", QT_TRANSLATE_NOOP("Settings", "Largest face"),
     QT_TRANSLATE_NOOP(
         "Settings",
         "Faces with more pixels are worked on reduced: saves memory and time, costs detail.")},
    {"resolution.source_to_target", QT_TRANSLATE_NOOP("Settings", "Detail of sources"),
     QT_TRANSLATE_NOOP(
         "Settings",
         "How many more pixels than the target's face a source's face is worked on with.")},
    {"analyzer.view_left_right", QT_TRANSLATE_NOOP("Settings", "View beside the head"),
     QT_TRANSLATE_NOOP("Settings", "How far to either side hair and shoulders are looked at.")},
    {"analyzer.view_above", QT_TRANSLATE_NOOP("Settings", "View above the head"),
     QT_TRANSLATE_NOOP("Settings", "How far above the face hair is looked at.")},
    {"analyzer.view_below", QT_TRANSLATE_NOOP("Settings", "View below the head"),
     QT_TRANSLATE_NOOP("Settings", "How far below the face hair and clothing are looked at.")},
};

const SettingText* TextOf(std::string_view key) {
  for (const SettingText& text : kSettingTexts) {
    if (text.key == key) {
      return &text;
    }
  }
  return nullptr;
}

QString NumberText(double number) { return QString::number(number); }

/// "true", or "0.5  (0 to 1, amount)".
QString DefaultAndRange(const SettingInfo& setting) {
  if (setting.type == SettingInfo::Type::kSwitch) {
    return setting.default_value != 0 ? QStringLiteral("true") : QStringLiteral("false");
  }
  QString range = NumberText(setting.option.minimum) + QStringLiteral(" to ") +
                  NumberText(setting.option.maximum);
  if (*setting.option.unit != '\0') range += QStringLiteral(", ") + setting.option.unit;
  return QStringLiteral("%1  (%2)").arg(NumberText(setting.default_value), range);
}

}  // namespace

std::string_view OptionOfSetting(std::string_view key) {
  for (const AmountOption& amount : kAmountOptions) {
    if (amount.key == key) return amount.option;
  }
  return {};
}

QString SettingTitle(std::string_view key) {
  if (const SettingText* text = TextOf(key)) {
    return QCoreApplication::translate("Settings", text->title);
  }
  QString name = QString::fromLatin1(SettingByKey(key).option.name).replace('_', ' ');
  name[0] = name[0].toUpper();
  return name;
}

QString SettingHelp(std::string_view key) {
  if (const SettingText* text = TextOf(key)) {
    return QCoreApplication::translate("Settings", text->help);
  }
  return QString::fromLatin1(SettingByKey(key).option.help);
}

QString SettingNameInCommand(std::string_view key) {
  const QString name = QString::fromLatin1(key);
  const std::string_view option = OptionOfSetting(key);
  if (option.empty()) {
    return QCoreApplication::translate("Settings", "In settings files: %1").arg(name);
  }
  return QCoreApplication::translate("Settings", "In the command: %1; in settings files: %2")
      .arg(QString::fromLatin1(option), name);
}

QString SettingsDescription() {
  QString text;
  QString last_stage;
  for (const SettingInfo& setting : AllSettings()) {
    const QString key = QString::fromStdString(setting.key);
    const QString stage = key.section('.', 0, 0);
    if (stage != last_stage) text += stage + QLatin1Char('\n');
    last_stage = stage;
    text += QStringLiteral("  %1 = %2").arg(key.section('.', 1), DefaultAndRange(setting));
    if (const std::string_view option = OptionOfSetting(setting.key); !option.empty()) {
      text += QStringLiteral("  heser swap ") + QString::fromLatin1(option);
    }
    text +=
        QStringLiteral("\n      %1: %2\n").arg(SettingTitle(setting.key), SettingHelp(setting.key));
  }
  return text;
}

}  // namespace heser
