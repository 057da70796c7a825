#include "app/cli/batch_jobs.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "app/cli/input_files.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"

namespace heser::cli {
namespace {

using Json = nlohmann::json;

/// Reads one object of a jobs file.
class JobReader {
 public:
  JobReader(const Json& json, const std::string& file) : json_(json), file_(file) {
    if (!json_.is_object()) Refuse("must be an object");
  }

  /// Empty if it is not there; what is there is not empty, as a script's unset variable is.
  std::string Text(const char* key, const char* wanted = "must be a text") {
    known_.insert(key);
    const auto found = json_.find(key);
    if (found == json_.end()) return {};
    std::string text = TextOf(*found, key, wanted);
    if (text.empty()) Refuse(std::string(key) + " must not be empty");
    return text;
  }

  /// Whole numbers, too, as people write them where a number is meant.
  std::string TextOrNumber(const char* key) {
    const auto found = json_.find(key);
    if (found == json_.end() || !IsWholeNumber(*found)) {
      return Text(key, "must be a text or a whole number");
    }
    known_.insert(key);
    // 1.0 is a whole number, too.
    return found->is_number_float() ? std::to_string(found->get<std::int64_t>()) : found->dump();
  }

  std::vector<std::string> Texts(const char* key) {
    known_.insert(key);
    const auto found = json_.find(key);
    if (found == json_.end()) return {};
    if (!found->is_array()) Refuse(std::string(key) + " must be a list");
    std::vector<std::string> texts;
    for (const Json& text : *found) {
      texts.push_back(TextOf(text, key, "must be a list of texts"));
      if (texts.back().empty()) Refuse(std::string(key) + " must not hold an empty text");
    }
    return texts;
  }

  /// A path as seen from the jobs file; empty stays empty.
  std::string Path(const char* key) { return Resolved(Text(key)); }
  std::vector<std::string> Paths(const char* key) {
    std::vector<std::string> paths = Texts(key);
    for (std::string& path : paths) path = Resolved(path);
    return paths;
  }

  /// A key that is read elsewhere.
  void Know(const char* key) { known_.insert(key); }

  /// Misspelt keys must not go by unnoticed.
  void RefuseUnknown() const {
    for (const auto& [key, unused] : json_.items()) {
      if (!known_.contains(key)) RefuseKey(key);
    }
  }

  [[noreturn]] void Refuse(const std::string& what) const {
    throw Error(ErrorKind::kBadFile, file_, what);
  }

 private:
  [[noreturn]] void RefuseKey(const std::string& key) const {
    std::string keys;
    for (const std::string& known : known_) keys.append(keys.empty() ? "" : ", ").append(known);
    Refuse("there is no key \"" + key + "\", only " + keys);
  }

  /// Without the letter that ends a file's name for the system.
  std::string TextOf(const Json& json, const char* key, const char* wanted) const {
    if (!json.is_string()) Refuse(std::string(key) + " " + wanted);
    auto text = json.get<std::string>();
    if (text.find('\0') != std::string::npos) Refuse(std::string(key) + " holds a null character");
    return text;
  }

  std::string Resolved(const std::string& path) const {
    if (path.empty()) return path;
    return (std::filesystem::path(file_).parent_path() / path).string();
  }

  const Json& json_;
  const std::string& file_;
  std::set<std::string> known_;
};

BatchJob JobOf(const Json& json, const std::string& file, const std::string& settings) {
  JobReader reader(json, file);
  BatchJob job;
  job.output = reader.Path("output");
  job.project = reader.Path("project");
  job.swap.sources = reader.Paths("sources");
  job.swap.target = reader.Path("target");
  job.swap.target_face = reader.TextOrNumber("face");
  job.swap.source_faces = reader.Texts("source_faces");
  job.swap.names = {"face", "source_faces", "lead"};
  job.swap.lead = reader.TextOrNumber("lead");
  job.swap.settings_file = reader.Path("settings");
  reader.RefuseUnknown();
  if (job.output.empty()) reader.Refuse("output is missing");
  if (job.project.empty() && (job.swap.sources.empty() || job.swap.target.empty())) {
    reader.Refuse("needs sources and target, or a project");
  }
  const bool has_swap = !job.swap.sources.empty() || !job.swap.target.empty() ||
                        !job.swap.target_face.empty() || !job.swap.source_faces.empty() ||
                        !job.swap.lead.empty() || !job.swap.settings_file.empty();
  if (!job.project.empty() && has_swap) {
    reader.Refuse("a project has sources, target and settings of its own");
  }
  if (job.swap.settings_file.empty()) job.swap.settings_file = settings;
  return job;
}

/// A job that cannot be done; its picture is known where the entry names one.
BatchJob WrongJob(const Json& json, const std::string& file, const Error& problem) {
  BatchJob job;
  job.problem = problem;
  try {
    if (json.is_object()) job.output = JobReader(json, file).Path("output");
  } catch (const Error&) {
    job.output.clear();
  }
  return job;
}

/// One wrong job is no reason to leave the others undone.
BatchJob JobOrProblemOf(const Json& json, const std::string& file,
                        const std::string& settings) try {
  return JobOf(json, file, settings);
} catch (const Error& problem) {
  return WrongJob(json, file, problem);
}

}  // namespace

std::vector<BatchJob> ReadBatchJobs(const std::string& file) {
  std::vector<JsonFlaw> flaws;
  const Json json = ParseJson<Json>(ReadText(file), file, flaws);
  JobReader reader(json, file);
  // What does not stand in a job concerns all.
  for (const JsonFlaw& flaw : flaws) {
    if (flaw.where.size() < 2 || flaw.where.front() != "jobs") reader.Refuse(flaw.text);
  }
  const std::string settings = reader.Path("settings");
  const auto jobs = json.find("jobs");
  if (jobs == json.end() || !jobs->is_array()) reader.Refuse("jobs must be a list");
  reader.Know("jobs");
  reader.RefuseUnknown();
  std::map<std::size_t, std::string> wrong;  // By the job's place.
  for (const JsonFlaw& flaw : flaws) wrong.emplace(std::stoul(flaw.where[1]), flaw.text);
  std::vector<BatchJob> read;
  read.reserve(jobs->size());
  for (const Json& job : *jobs) {
    const auto flaw = wrong.find(read.size());
    if (flaw == wrong.end()) {
      read.push_back(JobOrProblemOf(job, file, settings));
    } else {
      read.push_back(WrongJob(job, file, Error(ErrorKind::kBadFile, file, flaw->second)));
    }
  }
  return read;
}

}  // namespace heser::cli
