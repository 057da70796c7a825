#include "app/cli/note_text.h"

#include <cstdio>

#include "app/messages.h"
#include "engine/core/error.h"

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
    case Kind::kSkinFar:
      return by_options ? "--blend 0.5" : settings + "color_reference.amount";
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

QString LeadText(const QStringList& source_names, std::size_t lead, ToldBy told_by) {
  const auto count = static_cast<std::size_t>(source_names.size());
  QString text = MessageForLead(source_names[static_cast<qsizetype>(lead)], lead + 1, count);
  // Of two sources it is known which the other one is.
  const QString other = count == 2 ? QString::number(2 - lead) : QStringLiteral("N");
  if (told_by == ToldBy::kOptions) text.insert(text.size() - 1, " (--lead " + other + ")");
  if (told_by == ToldBy::kJob) text.insert(text.size() - 1, R"( ("lead": )" + other + ")");
  return text;
}

PhotoNames NamesOf(const SwapRequest& request) {
  const auto name_of = [](const PhotoFace& photo) {
    return QString::fromStdString(photo.fault != nullptr ? photo.fault->subject()
                                                         : photo.photo->origin().path.string());
  };
  PhotoNames names;
  for (const PhotoFace& source : request.sources) names.sources << name_of(source);
  names.target = name_of(request.target);
  return names;
}

QStringList NoteTexts(const std::vector<SwapWarning>& warnings, std::optional<std::size_t> lead,
                      const PhotoNames& names, ToldBy told_by) {
  QStringList notes;
  for (const SwapWarning& warning : warnings) {
    notes << NoteText(warning, names.sources, names.target, told_by);
  }
  if (lead) notes << LeadText(names.sources, *lead, told_by);
  return notes;
}

void PrintNotes(const QStringList& notes) {
  for (const QString& note : notes) {
    std::fprintf(stderr, "heser: note: %s\n", note.toUtf8().constData());
  }
}

}  // namespace heser::cli
