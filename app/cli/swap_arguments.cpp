#include "app/cli/swap_arguments.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include <CLI/CLI.hpp>

#include "app/cli/input_files.h"
#include "app/cli/usage.h"
#include "engine/core/error.h"
#include "engine/photo/photo_reader.h"
#include "engine/pipeline/usable_sources.h"

namespace heser::cli {
namespace {

[[noreturn]] void RefuseFace(const std::string& option, const std::string& text) {
  throw Error(ErrorKind::kWrongUse, option,
              "it wants a face's number (from 1) or its place X,Y in pixels, not \"" + text + "\"");
}

void AddAmount(CLI::App& command, const char* name, std::optional<double>& amount,
               const char* help) {
  command.add_option(name, amount, help)->check(NumberFrom(0.0, 1.0))->type_name("AMOUNT");
}

/// Throws where there is no such source; `number` counts from 1.
void RequireSource(const std::string& option, std::size_t number, std::size_t count) {
  if (number > count) {
    throw Error(ErrorKind::kWrongUse, option,
                "it names source " + std::to_string(number) + ", but there " +
                    (count == 1 ? "is one source" : "are " + std::to_string(count) + " sources"));
  }
}

/// The leading source that was asked for. `request` has its sources already.
void ReadLead(const SwapArguments& arguments, SwapRequest* request) {
  if (arguments.lead.empty()) return;
  std::size_t source = 0;
  if (!ParseWhole(std::string_view(arguments.lead), &source) || source < 1) {
    throw Error(ErrorKind::kWrongUse, arguments.names.lead,
                "it wants the source's number (from 1), not \"" + arguments.lead + "\"");
  }
  RequireSource(arguments.names.lead, source, request->sources.size());
  request->sources[source - 1].pinned = true;
}

/// The faces that were asked for, put where they belong. `request` has its sources already.
void ReadFaceChoices(const SwapArguments& arguments, SwapRequest* request) {
  if (!arguments.target_face.empty()) {
    request->target.face = ParseFaceChoice(arguments.target_face, arguments.names.target_face);
  }
  const std::string& name = arguments.names.source_faces;
  std::set<std::size_t> chosen;
  for (const std::string& text : arguments.source_faces) {
    const auto colon = text.find(':');
    std::size_t source = 0;
    if (colon == std::string::npos ||
        !ParseWhole(std::string_view(text).substr(0, colon), &source) || source < 1) {
      throw Error(
          ErrorKind::kWrongUse, name,
          "it wants the source's number (from 1), a colon and its face, such as 1:2, not \"" +
              text + "\"");
    }
    RequireSource(name, source, request->sources.size());
    if (!chosen.insert(source).second) {
      throw Error(ErrorKind::kWrongUse, name,
                  "it names source " + std::to_string(source) + " twice, choose one face of it");
    }
    request->sources[source - 1].face = ParseFaceChoice(text.substr(colon + 1), name);
  }
}

/// Faces and lead, with a place for every source.
void ReadChoices(const SwapArguments& arguments, SwapRequest* request) {
  request->sources.resize(arguments.sources.size());
  ReadFaceChoices(arguments, request);
  ReadLead(arguments, request);
}

}  // namespace

void AddSettingsOptions(CLI::App& command, SwapArguments& arguments) {
  SwapArguments& a = arguments;
  AddAmount(command, "--pose", a.pose, "How far the head takes the target's pose, 0 to 1.");
  AddAmount(command, "--expression", a.expression,
            "How far mouth, eyes and brows follow the target's, 0 to 1.");
  AddAmount(command, "--light", a.light, "How far light and shade follow the target's, 0 to 1.");
  AddAmount(command, "--refine", a.refine,
            "How much of the pose error measured on the result is corrected, 0 to 1.");
  AddAmount(command, "--blend", a.blend, "How far the skin takes the scene's colour, 0 to 1.");
  command
      .add_option("--settings", a.settings_file,
                  "Every tunable, as heser settings --json prints them.")
      ->check(FileName())
      ->type_name("JSON");
  command.add_option("--device", a.device, "auto, cpu, cuda or cuda:N.")->capture_default_str();
}

FaceChoice ParseFaceChoice(const std::string& text, const std::string& option) {
  FaceChoice choice;
  if (const auto comma = text.find(','); comma != std::string::npos) {
    cv::Point2d place;
    if (!ParseWhole(std::string_view(text).substr(0, comma), &place.x) ||
        !ParseWhole(std::string_view(text).substr(comma + 1), &place.y)) {
      RefuseFace(option, text);
    }
    if (!std::isfinite(place.x) || !std::isfinite(place.y)) RefuseFace(option, text);
    choice.place = place;
    return choice;
  }
  int number = 0;
  if (!ParseWhole(std::string_view(text), &number) || number < 1) RefuseFace(option, text);
  choice.number = number - 1;
  return choice;
}

SwapSettings ReadSettings(const SwapArguments& arguments) {
  SwapSettings settings;
  if (!arguments.settings_file.empty()) {
    settings = SettingsFromJson(ReadText(arguments.settings_file), arguments.settings_file);
  }
  const auto set = [](std::optional<double> amount, double* option) {
    if (amount) *option = *amount;
  };
  set(arguments.pose, &settings.aligner.pose);
  set(arguments.expression, &settings.aligner.expression);
  set(arguments.light, &settings.color_reference.light);
  set(arguments.refine, &settings.feedback.amount);
  set(arguments.blend, &settings.color_reference.amount);
  settings.Check();
  return settings;
}

void CheckChoices(const SwapArguments& arguments) {
  SwapRequest request;
  ReadChoices(arguments, &request);
}

SwapRequest RequestWithoutPhotos(const SwapArguments& arguments) {
  SwapRequest request;
  request.settings = ReadSettings(arguments);
  request.leave_out_unusable = true;
  ReadChoices(arguments, &request);
  return request;
}

void ReadPhotos(const SwapArguments& arguments, SwapRequest* request, const Progress& progress) {
  const auto count = static_cast<double>(arguments.sources.size() + 1);
  for (std::size_t i = 0; i < request->sources.size(); ++i) {
    const auto place = static_cast<double>(i);
    PhotoFace& source = request->sources[i];
    try {
      source.photo = std::make_shared<const Photo>(
          ReadPhoto(arguments.sources[i], {}, progress.Part(place / count, (place + 1) / count)));
    } catch (const Error& error) {
      if (request->sources.size() == 1 || !IsPhotosFault(error)) throw;
      source.fault = std::make_shared<const Error>(error);
    }
  }
  const bool none_is_read = std::ranges::all_of(
      request->sources, [](const PhotoFace& source) { return source.fault != nullptr; });
  if (none_is_read) {
    std::vector<Error> faults;
    for (const PhotoFace& source : request->sources) faults.push_back(*source.fault);
    throw Error(ErrorKind::kNoSource, std::move(faults));
  }
  request->target.photo = std::make_shared<const Photo>(
      ReadPhoto(arguments.target, {}, progress.Part((count - 1) / count, 1)));
}

SwapRequest MakeRequest(const SwapArguments& arguments, const Progress& progress) {
  SwapRequest request = RequestWithoutPhotos(arguments);
  ReadPhotos(arguments, &request, progress);
  return request;
}

}  // namespace heser::cli
