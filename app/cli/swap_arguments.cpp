#include "app/cli/swap_arguments.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include <CLI/CLI.hpp>

#include "app/cli/input_files.h"
#include "app/cli/usage.h"
#include "app/document/setting_access.h"
#include "engine/core/error.h"
#include "engine/photo/photo_reader.h"
#include "engine/pipeline/usable_sources.h"

namespace heser::cli {
namespace {

[[noreturn]] void RefuseFace(const std::string& option, const std::string& text) {
  throw Error(ErrorKind::kWrongUse, option,
              "it wants a face's number (from 1) or its place X,Y in pixels, not \"" + text + "\"");
}

/// What it is called in the window, what it does, and what may be given.
std::string HelpOf(const SettingInfo& setting) {
  const QString range =
      QStringLiteral("From %1 to %2, %3 if not given.")
          .arg(QString::number(setting.option.minimum), QString::number(setting.option.maximum),
               QString::number(setting.default_value));
  return QStringLiteral("%1: %2 %3")
      .arg(SettingTitle(setting.key), SettingHelp(setting.key), range)
      .toStdString();
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
  for (std::size_t i = 0; i < std::size(kAmountOptions); ++i) {
    const SettingInfo& setting = SettingByKey(kAmountOptions[i].key);
    command.add_option(kAmountOptions[i].option, arguments.amounts[i], HelpOf(setting))
        ->check(NumberFrom(setting.option.minimum, setting.option.maximum))
        ->type_name("AMOUNT");
  }
  command
      .add_option("--settings", arguments.settings_file,
                  "Every tunable, as heser settings --json prints them; options that are given "
                  "count more.")
      ->check(FileName())
      ->type_name("JSON");
  AddDeviceOption(command, arguments.device);
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
  for (std::size_t i = 0; i < std::size(kAmountOptions); ++i) {
    if (arguments.amounts[i])
      SetSettingValue(settings, kAmountOptions[i].key, *arguments.amounts[i]);
  }
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
