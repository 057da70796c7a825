#include "app/message_text.h"
#include "app/messages.h"
#include "engine/analysis/face_finder.h"
#include "engine/photo/photo_reader.h"

namespace heser {
namespace {

QString LeftOutWithoutFace(const SwapWarning& warning, const QString& name) {
  if (!warning.detail.empty()) {
    return Messages::tr(
               "No face was found in %1, since the setting %2 is higher than usual, so it was left "
               "out; set it back or use another photo.")
        .arg(name, Detail(warning.detail));
  }
  if (warning.value < kNotableShare) {
    return Messages::tr(
               "No face was found in %1, so it was left out; use a photo that shows the whole face "
               "in good light and at least %2 pixels large.")
        .arg(name, Number(kSmallestFace));
  }
  return Messages::tr(
             "No face was found in %1, of which %3 % is transparent, so it was left out; use a "
             "photo that shows the whole face in good light and at least %2 pixels large.")
      .arg(name, Number(kSmallestFace), Percent(warning.value));
}

/// What is said of a source beside another or several.
QString ComparedWarning(const SwapWarning& warning, const QString& name, bool is_pair) {
  if (warning.kind == SwapWarning::Kind::kSourceSofter) {
    return is_pair ? Messages::tr(
                         "%1 is softer than the other photo, so it counts little; use a sharper "
                         "one.")
                         .arg(name)
                   : Messages::tr(
                         "%1 is softer than the other photos, so it counts little; use a sharper "
                         "one.")
                         .arg(name);
  }
  const QString difference = Number(warning.value * 100, 1);
  return is_pair
             ? Messages::tr(
                   "The face in %1 has another shape than in the other photo (%2 % of its width), "
                   "so it counts little; leave it out if it shows another person.")
                   .arg(name, difference)
             : Messages::tr(
                   "The face in %1 has another shape than in the other photos (%2 % of its width), "
                   "so it counts little; leave it out if it shows another person.")
                   .arg(name, difference);
}

QString SourceWarning(const SwapWarning& warning, const QString& name, const QString& other,
                      bool is_pair) {
  switch (warning.kind) {
    case SwapWarning::Kind::kLargeAngle:
      return Messages::tr(
                 "%1 is turned %2 degrees away from the target; a photo that looks the same way "
                 "gives a better head.")
          .arg(name, Number(warning.value));
    case SwapWarning::Kind::kSourceSmall:
      return Messages::
          tr("The head in %1 has %2 % of the size that it gets in the target, so the result looks "
             "soft; use a photo that shows it larger.")
              .arg(name, Percent(warning.value));
    case SwapWarning::Kind::kSourceCut:
      return Messages::tr("The border of %1 cuts the head off; use a photo that shows all of it.")
          .arg(name);
    case SwapWarning::Kind::kHeadBeyond:
      return Messages::tr(
                 "The border of %1 cuts the new head off; make it smaller, move it, or use a photo "
                 "with more room around the head.")
          .arg(name);
    case SwapWarning::Kind::kSourceBlurred:
      return Messages::tr("%1 is blurred, and so will be the result; use a sharper photo.")
          .arg(name);
    case SwapWarning::Kind::kClippedLight:
      return Messages::
          tr("%2 % of the skin in %1 is over- or underexposed, where colours cannot be matched; "
             "use a photo in softer light.")
              .arg(name, Percent(warning.value));
    case SwapWarning::Kind::kSeveralFaces:
      return Messages::tr(
                 "%1 shows %2 faces, the largest was used; choose another if that is wrong.")
          .arg(name, Number(warning.value));
    case SwapWarning::Kind::kDeviceFallback:
      return Messages::tr("The device %1 is not there, the processor does the work instead.")
          .arg(QStringLiteral("cuda:") + QString::number(warning.value));
    case SwapWarning::Kind::kNoRefinement:
      return Messages::tr(
          "The weights of the refinement are missing or do not fit this version; the head is as "
          "geometry makes it.");
    case SwapWarning::Kind::kSourceUnlike:
    case SwapWarning::Kind::kSourceSofter:
      return ComparedWarning(warning, name, is_pair);
    case SwapWarning::Kind::kSourceNoUse:
      return Messages::tr(
                 "%1 is turned %2 degrees away from the target and shows nothing that is needed; "
                 "it can be left out.")
          .arg(name, Number(warning.value));
    case SwapWarning::Kind::kNoBodyNetwork:
      return Messages::tr(
          "The weights of the network for hidden bodies are missing or do not fit this version, so "
          "necks and shoulders behind hair are guessed by rules.");
    case SwapWarning::Kind::kNoBlendingNetwork:
      return Messages::tr(
          "The weights of the blending network are missing or do not fit this version, so seams "
          "and fills are left as geometry makes them.");
    case SwapWarning::Kind::kOtherPerson:
      return other.isEmpty()
                 ? Messages::tr(
                       "%1 seems to show another person than the first of the photos that are "
                       "used; leave it out if it does.")
                       .arg(name)
                 : Messages::tr("%1 seems to show another person than %2; leave it out if it does.")
                       .arg(name, other);
    case SwapWarning::Kind::kTurnedAway:
      return Messages::
          tr("%1 is turned %2 degrees to the side; a photo that looks ahead suits more targets.")
              .arg(name, Number(warning.value));
    case SwapWarning::Kind::kHairUnseen:
      return Messages::
          tr("%1 shows too little hair to take its colour from, so the hair keeps its own; pick a "
             "colour instead.")
              .arg(name);
    case SwapWarning::Kind::kSkinFar:
      return warning.value > 1 ? Messages::tr(
                                     "The head's skin becomes far lighter to match %1; less skin "
                                     "colour keeps its own tone, "
                                     "but parts face and neck.")
                                     .arg(name)
                               : Messages::tr(
                                     "The head's skin becomes far darker to match %1; less skin "
                                     "colour keeps its own tone, "
                                     "but parts face and neck.")
                                     .arg(name);
    case SwapWarning::Kind::kNoNeck:
      return Messages::tr(
                 "%1 shows neither neck nor collar under the face, so the new head may hang in the "
                 "air; use a photo that shows them.")
          .arg(name);
    case SwapWarning::Kind::kNotUpright:
      return Messages::tr(
                 "The head in %1 is tilted by %2 degrees; rotate the photo until it is upright.")
          .arg(name, Number(warning.value));
    case SwapWarning::Kind::kSourceGrey:
      return Messages::tr(
                 "%1 is black and white, so hair, eyes and lips stay grey in the result; use a "
                 "colour photo.")
          .arg(name);
    case SwapWarning::Kind::kTargetGrey:
      return Messages::tr(
                 "%1 is black and white, but the new head keeps colours of its own; make the "
                 "head's photo black and white, too.")
          .arg(name);
    case SwapWarning::Kind::kBodyHidden:
      return Messages::tr(
                 "Hair hides %2 % of neck and shoulders in %1, so they are made up; a photo that "
                 "shows more of them gives a better body.")
          .arg(name, Percent(warning.value));
    case SwapWarning::Kind::kSourceNoFace:
      return LeftOutWithoutFace(warning, name);
    case SwapWarning::Kind::kSourceUnreadable:
      return Messages::tr(
                 "%1 cannot be read as a photo%2, so it was left out; choose another file or save "
                 "it anew as JPEG or PNG.")
          .arg(name, InBrackets(warning.detail));
    case SwapWarning::Kind::kSourceTooSmall:
      return Messages::tr(
                 "%1 is too small (%2 of at least %3 pixels), so it was left out; use a photo with "
                 "more pixels.")
          .arg(name, Number(warning.value), Number(PhotoLimits().smallest_side));
    case SwapWarning::Kind::kSourceTooLarge:
      return Messages::tr(
                 "%1 has %2 megapixels, of which at most %3 can be used, so it was left out; make "
                 "it smaller first.")
          .arg(name, Number(warning.value), Number(PhotoLimits().megapixels));
    case SwapWarning::Kind::kSourceCovered:
      return Messages::tr(
                 "%2 % of the face in %1 is covered by a single colour, which goes into the "
                 "result; use a photo that shows all of the face.")
          .arg(name, Percent(warning.value));
    case SwapWarning::Kind::kSourceCoveredAside:
      return Messages::tr(
                 "%2 % of the face in %1 is covered by a single colour; what that hides comes from "
                 "the other photos.")
          .arg(name, Percent(warning.value));
    case SwapWarning::Kind::kTargetCovered:
      return Messages::tr(
                 "%2 % of the face in %1 is covered by a single colour, so the new head takes its "
                 "colours from the rest; use a photo that shows all of the face.")
          .arg(name, Percent(warning.value));
    case SwapWarning::Kind::kTargetThin:
      return Messages::tr(
                 "%2 % of the face in %1 is partly transparent, and so will be the new head there; "
                 "use a photo without transparency if that is not meant.")
          .arg(name, Percent(warning.value));
    case SwapWarning::Kind::kAlphaLost:
      return Messages::tr(
          "The result is partly transparent, which JPEG cannot hold, so it is laid on white; "
          "choose PNG, TIFF or WebP to keep that.");
    case SwapWarning::Kind::kTargetTransparent:
      return Messages::tr(
                 "%2 % of the head and its surroundings in %1 is transparent, so the result shows "
                 "little but the new head; use a photo without transparency.")
          .arg(name, Percent(warning.value));
    case SwapWarning::Kind::kSourceFaceErased:
      return Messages::tr(
                 "Too much of the face in %1 is transparent, so it was left out; use a photo that "
                 "shows all of it.")
          .arg(name);
    case SwapWarning::Kind::kSourceTwice:
      return name == other
                 ? Messages::tr("%1 is given more than once; it counts once.").arg(name)
                 : Messages::tr("%1 shows the very same head as %2; both together count once.")
                       .arg(name, other);
    case SwapWarning::Kind::kSourceCopy:
      return Messages::tr(
                 "%1 seems to be a copy of %2, in other quality; leave the poorer one out.")
          .arg(name, other);
    case SwapWarning::Kind::kLeadLeftOut:
      return Messages::tr("%1 was to lead, but was left out, so another photo leads.").arg(name);
    case SwapWarning::Kind::kFaceLeftOut:
      return Messages::tr(
                 "The face that was chosen in %1 does not count, since the photo was left out.")
          .arg(name);
    case SwapWarning::Kind::kSourceFaceCut:
      return Messages::tr(
                 "The border of %1 cuts through the face, so it was left out; use a photo that "
                 "shows all of it.")
          .arg(name);
    case SwapWarning::Kind::kSourceTransparent:
      return Messages::tr(
                 "%2 % of the head in %1 is transparent and may be missing in the result; use a "
                 "photo that "
                 "shows all of it.")
          .arg(name, Percent(warning.value));
  }
  return {};
}

}  // namespace

QString MessageFor(const SwapWarning& warning, const QStringList& source_names,
                   const QString& target_name) {
  const auto name_of = [&](int source) {
    const bool is_source = source >= 0 && source < source_names.size();
    return is_source ? source_names[source] : target_name;
  };
  const bool has_twin = warning.kind == SwapWarning::Kind::kSourceTwice ||
                        warning.kind == SwapWarning::Kind::kSourceCopy;
  QString other;
  if (has_twin) other = name_of(static_cast<int>(warning.value) - 1);
  if (warning.other >= 0 && warning.other < source_names.size()) {
    other = source_names[warning.other];
  }
  return SourceWarning(warning, name_of(warning.source), other, source_names.size() == 2);
}

QString BriefFor(SwapWarning::Kind kind, std::size_t sources) {
  switch (kind) {
    case SwapWarning::Kind::kOtherPerson:
      return Messages::tr("Another person?");
    case SwapWarning::Kind::kSourceUnlike:
      return sources == 2 ? Messages::tr("Unlike the other photo")
                          : Messages::tr("Unlike the other photos");
    case SwapWarning::Kind::kSourceBlurred:
    case SwapWarning::Kind::kSourceSofter:
      return Messages::tr("Blurred");
    case SwapWarning::Kind::kSourceSmall:
      return Messages::tr("Head too small");
    case SwapWarning::Kind::kLargeAngle:
    case SwapWarning::Kind::kTurnedAway:
    case SwapWarning::Kind::kSourceNoUse:
      return Messages::tr("Turned too far");
    case SwapWarning::Kind::kSourceCut:
      return Messages::tr("Head cut off");
    case SwapWarning::Kind::kClippedLight:
      return Messages::tr("Harsh light");
    case SwapWarning::Kind::kNotUpright:
      return Messages::tr("Not upright");
    case SwapWarning::Kind::kSourceGrey:
      return Messages::tr("Black and white");
    case SwapWarning::Kind::kSourceTransparent:
      return Messages::tr("Partly transparent");
    case SwapWarning::Kind::kSourceCovered:
    case SwapWarning::Kind::kSourceCoveredAside:
      return Messages::tr("Face covered");
    case SwapWarning::Kind::kSourceTwice:
      return Messages::tr("Given twice");
    case SwapWarning::Kind::kSourceCopy:
      return Messages::tr("A copy");
    case SwapWarning::Kind::kSeveralFaces:
    case SwapWarning::Kind::kDeviceFallback:
    case SwapWarning::Kind::kNoRefinement:
    case SwapWarning::Kind::kNoBodyNetwork:
    case SwapWarning::Kind::kNoBlendingNetwork:
    case SwapWarning::Kind::kHairUnseen:
    case SwapWarning::Kind::kSkinFar:
    case SwapWarning::Kind::kHeadBeyond:
    case SwapWarning::Kind::kNoNeck:
    case SwapWarning::Kind::kTargetGrey:
    case SwapWarning::Kind::kBodyHidden:
    case SwapWarning::Kind::kSourceNoFace:
    case SwapWarning::Kind::kSourceFaceCut:
    case SwapWarning::Kind::kSourceFaceErased:
    case SwapWarning::Kind::kSourceUnreadable:
    case SwapWarning::Kind::kSourceTooSmall:
    case SwapWarning::Kind::kSourceTooLarge:
    case SwapWarning::Kind::kTargetCovered:
    case SwapWarning::Kind::kTargetTransparent:
    case SwapWarning::Kind::kTargetThin:
    case SwapWarning::Kind::kAlphaLost:
    case SwapWarning::Kind::kLeadLeftOut:
    case SwapWarning::Kind::kFaceLeftOut:
      break;
  }
  return {};
}

}  // namespace heser
