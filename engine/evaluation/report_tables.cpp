#include "engine/evaluation/report_tables.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <sstream>

#include <nlohmann/json.hpp>

namespace heser {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kAllKinds = "all";

bool IsOfKind(const PairRecord& record, const std::string& kind) {
  return kind == kAllKinds || record.pair.kind == kind;
}

bool IsAnywhere(const VariantRecords& variant, Figure figure) {
  return std::ranges::any_of(variant.records,
                             [&](const PairRecord& r) { return r.figures[figure].has_value(); });
}

/// Rows of cells with every column as wide as its widest cell, the first one to the left.
class TextColumns {
 public:
  void Add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  std::string Text() const {
    std::vector<std::size_t> widths;
    for (const auto& row : rows_) {
      widths.resize(std::max(widths.size(), row.size()));
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    }
    std::string text;
    for (const auto& row : rows_) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string gap(widths[i] - row[i].size(), ' ');
        text += i == 0 ? row[i] + gap : "  " + gap + row[i];
      }
      text += '\n';
    }
    return text;
  }

 private:
  std::vector<std::vector<std::string>> rows_;
};

std::string TitleWithUnit(const FigureInfo& info) {
  const std::string unit = info.unit;
  return unit.empty() ? info.title : std::string(info.title) + ", " + unit;
}

std::string KindTable(const VariantRecords& variant) {
  const std::vector<std::string> kinds = KindsOf(variant);
  TextColumns columns;
  std::vector<std::string> head = {"median (worst)"};
  std::vector<std::string> counts = {"pairs done"};
  for (const std::string& kind : kinds) {
    head.push_back(kind);
    counts.push_back(std::to_string(FiguresOf(variant, kind).size()));
  }
  columns.Add(head);
  columns.Add(counts);
  for (const FigureInfo& info : AllFigures()) {
    if (!IsAnywhere(variant, info.figure)) continue;
    std::vector<std::string> row = {TitleWithUnit(info)};
    for (const std::string& kind : kinds) {
      const FigureSummary summary = Summarize(FiguresOf(variant, kind), info.figure);
      row.push_back(summary.count == 0 ? "-"
                                       : FigureText(info, summary.median) + " (" +
                                             FigureText(info, summary.worst) + ")");
    }
    columns.Add(row);
  }
  return columns.Text();
}

std::string ChangeText(const FigureInfo& info, const FigureChange& change) {
  if (change.count == 0) return "-";
  const std::string text = FigureText(info, change.median);
  return change.median >= 0 ? std::string(1, '+').append(text) : text;
}

std::string AblationTable(const Evaluation& evaluation) {
  const VariantRecords& full = evaluation.variants.front();
  TextColumns columns;
  std::vector<std::string> names = {"median change of a pair", "pairs"};
  for (const FigureInfo& info : AllFigures()) {
    if (IsAnywhere(full, info.figure)) names.emplace_back(info.name);
  }
  columns.Add(names);
  for (const auto& variant : evaluation.variants) {
    if (&variant == &full || variant.records.empty()) continue;
    std::vector<std::string> row = {variant.variant.title,
                                    std::to_string(FiguresOf(variant, kAllKinds).size())};
    for (const FigureInfo& info : AllFigures()) {
      if (!IsAnywhere(full, info.figure)) continue;
      row.push_back(ChangeText(info, ChangeOf(full, variant, kAllKinds, info.figure)));
    }
    columns.Add(row);
  }
  return columns.Text();
}

Json ResultJson(const PairRecord& record) {
  Json json{{"name", record.pair.name}, {"kind", record.pair.kind}};
  if (!record.IsDone()) {
    json["failure"] = record.failure;
    return json;
  }
  for (const FigureInfo& info : AllFigures()) {
    if (const auto& value = record.figures[info.figure]) json[info.name] = *value;
  }
  return json;
}

Json KindJson(const VariantRecords& variant, const std::string& kind) {
  Json json = Json::object();
  const std::vector<Figures> figures = FiguresOf(variant, kind);
  for (const FigureInfo& info : AllFigures()) {
    const FigureSummary summary = Summarize(figures, info.figure);
    if (summary.count == 0) continue;
    json[info.name] = {{"count", summary.count},
                       {"median", summary.median},
                       {"tail", summary.tail},
                       {"worst", summary.worst}};
  }
  return json;
}

Json ChangesJson(const VariantRecords& full, const VariantRecords& variant) {
  Json json = Json::object();
  for (const std::string& kind : KindsOf(variant)) {
    for (const FigureInfo& info : AllFigures()) {
      const FigureChange change = ChangeOf(full, variant, kind, info.figure);
      if (change.count == 0) continue;
      json[kind][info.name] = {{"count", change.count},
                               {"median", change.median},
                               {"better", change.better},
                               {"worse", change.worse}};
    }
  }
  return json;
}

std::string CsvField(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted(1, '"');
  for (const char letter : text) {
    if (letter == '"') quoted += letter;
    quoted += letter;
  }
  return quoted + '"';
}

}  // namespace

std::string FigureText(const FigureInfo& info, double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*f", info.decimals, value);
  return text;
}

std::vector<Figures> FiguresOf(const VariantRecords& variant, const std::string& kind) {
  std::vector<Figures> figures;
  for (const PairRecord& record : variant.records) {
    if (record.IsDone() && IsOfKind(record, kind)) figures.push_back(record.figures);
  }
  return figures;
}

std::vector<std::string> KindsOf(const VariantRecords& variant) {
  std::vector<std::string> kinds = {kAllKinds};
  for (const PairRecord& record : variant.records) {
    if (std::ranges::find(kinds, record.pair.kind) == kinds.end()) {
      kinds.push_back(record.pair.kind);
    }
  }
  return kinds;
}

FigureChange ChangeOf(const VariantRecords& full, const VariantRecords& variant,
                      const std::string& kind, Figure figure) {
  std::map<std::string, const PairRecord*> known;
  for (const PairRecord& record : full.records) {
    if (record.IsDone()) known[record.pair.name] = &record;
  }
  std::vector<Figures> from;
  std::vector<Figures> to;
  for (const PairRecord& record : variant.records) {
    const auto found = known.find(record.pair.name);
    if (!record.IsDone() || !IsOfKind(record, kind) || found == known.end()) continue;
    from.push_back(found->second->figures);
    to.push_back(record.figures);
  }
  return CompareFigures(from, to, figure);
}

std::string TextReport(const Evaluation& evaluation) {
  std::string text = KindTable(evaluation.variants.front());
  if (evaluation.variants.size() > 1) text += "\n" + AblationTable(evaluation);
  for (const VariantRecords& variant : evaluation.variants) {
    for (const PairRecord& record : variant.records) {
      if (record.IsDone()) continue;
      text += std::string("failed ") + variant.variant.name + "/" + record.pair.name + ": " +
              record.failure + "\n";
    }
  }
  return text;
}

std::string CsvReport(const Evaluation& evaluation) {
  std::ostringstream text;
  text.precision(9);
  text << "variant,name,kind";
  for (const FigureInfo& info : AllFigures()) text << ',' << info.name;
  text << ",failure\n";
  for (const VariantRecords& variant : evaluation.variants) {
    for (const PairRecord& record : variant.records) {
      text << variant.variant.name << ',' << record.pair.name << ',' << record.pair.kind;
      for (const FigureInfo& info : AllFigures()) {
        text << ',';
        if (const auto& value = record.figures[info.figure]) text << *value;
      }
      text << ',' << CsvField(record.failure) << '\n';
    }
  }
  return text.str();
}

std::string JsonReport(const Evaluation& evaluation) {
  Json json;
  json["device"] = evaluation.device;
  json["pairs"] = evaluation.pair_count;
  json["interrupted"] = evaluation.interrupted;
  for (const VariantRecords& variant : evaluation.variants) {
    Json entry{{"name", variant.variant.name}, {"title", variant.variant.title}};
    entry["kinds"] = Json::object();
    for (const std::string& kind : KindsOf(variant)) entry["kinds"][kind] = KindJson(variant, kind);
    if (&variant != &evaluation.variants.front()) {
      entry["changes"] = ChangesJson(evaluation.variants.front(), variant);
    }
    entry["results"] = Json::array();
    for (const PairRecord& record : variant.records) entry["results"].push_back(ResultJson(record));
    json["variants"].push_back(entry);
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace heser
