#include "engine/evaluation/pair_record.h"

#include <fstream>
#include <system_error>

#include <nlohmann/json.hpp>

#include "engine/core/resources.h"
#include "engine/photo/atomic_file.h"

namespace heser {
namespace {

using Json = nlohmann::ordered_json;

Json FileMark(const std::filesystem::path& file) {
  std::error_code ignored;
  const auto size = std::filesystem::file_size(file, ignored);
  const auto changed = std::filesystem::last_write_time(file, ignored).time_since_epoch().count();
  return {file.string(), size, changed};
}

Json NetworkMarks() {
  Json marks = Json::array();
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(ModelPath(""), failed)) {
    if (entry.path().extension() == ".hwt") marks.push_back(FileMark(entry.path()));
  }
  return marks;
}

}  // namespace

std::string MadeWith(const EvaluationPair& pair, const std::string& settings_json,
                     const std::string& device, const std::filesystem::path& perceptual_file) {
  Json json;
  json["settings"] = Json::parse(settings_json);
  json["device"] = device;
  json["program"] = FileMark("/proc/self/exe");
  json["networks"] = NetworkMarks();
  json["perceptual"] = perceptual_file.empty() ? Json() : FileMark(perceptual_file);
  json["identity"] = !FindDlibModel("dlib_face_recognition_resnet_model_v1.dat").empty();
  json["target"] = FileMark(pair.target);
  for (const auto& source : pair.sources) json["sources"].push_back(FileMark(source));
  json["truth"] = pair.HasTruth();
  // File names need not be UTF-8.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void WriteRecord(const PairRecord& record, const std::string& made_with,
                 const std::filesystem::path& file) {
  Json json;
  json["name"] = record.pair.name;
  json["kind"] = record.pair.kind;
  Json& figures = json["figures"] = Json::object();
  for (const FigureInfo& info : AllFigures()) {
    if (const auto& value = record.figures[info.figure]) figures[info.name] = *value;
  }
  json["made_with"] = Json::parse(made_with);
  AtomicFile output(file);
  output.Write(json.dump(1, ' ', false, Json::error_handler_t::replace));
  output.Commit();
}

std::optional<Figures> ReadRecord(const std::filesystem::path& file, const std::string& made_with) {
  std::ifstream stream(file);
  const Json json = Json::parse(stream, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || !json.contains("figures") || !json["figures"].is_object() ||
      !json.contains("made_with") || json["made_with"].dump() != made_with) {
    return std::nullopt;
  }
  Figures figures;
  for (const FigureInfo& info : AllFigures()) {
    const auto found = json["figures"].find(info.name);
    if (found != json["figures"].end() && found->is_number()) {
      figures[info.figure] = found->get<double>();
    }
  }
  return figures;
}

}  // namespace heser
