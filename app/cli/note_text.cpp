#include "app/cli/note_text.h"

#include "app/messages.h"

namespace heser::cli {
namespace {

/// Names of options, keys and settings, which are not translated; empty: there is none for it.
QString AdviceFor(const SwapWarning& warning, ToldBy told_by) {
  using Kind = SwapWarning::Kind;
  if (told_by == ToldBy::kProject) return {};
  const bool by_options = told_by == ToldBy::kOptions;
  const QString settings =
      by_options ? QStringLiteral("--settings: ") : QStringLiteral("\"settings\": ");
  switch (warning.kind) {
    case Kind::kSeveralFaces: {
      if (warning.source < 0) return by_options ? "--face 2" : R"("face": 2)";
      const QString choice = QString::number(warning.source + 1) + ":2";
      return by_options ? "--source-face " + choice : R"("source_faces": [")" + choice + R"("])";
    }
    case Kind::kHeadBeyond:
      return settings + "aligner.size, aligner.shift_x, aligner.shift_y";
    case Kind::kHairUnseen:
      return settings + "color_reference.hair_picked";
    case Kind::kBodyHidden:
      return settings + "blender.complete_body";
    default:
      return {};
  }
}

}  // namespace

QString NoteText(const SwapWarning& warning, const QStringList& source_names,
                 const QString& target_name, ToldBy told_by) {
  QString text = MessageFor(warning, source_names, target_name);
  const QString advice = AdviceFor(warning, told_by);
  if (!advice.isEmpty()) text.insert(text.size() - 1, " (" + advice + ")");
  return text;
}

QString LeadText(const QString& name) {
  QString text = MessageForLead(name);
  text.insert(text.size() - 1, " (--lead)");
  return text;
}

}  // namespace heser::cli
