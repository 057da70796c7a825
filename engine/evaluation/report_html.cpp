#include "engine/evaluation/report_html.h"

#include <algorithm>
#include <numeric>
#include <sstream>

#include "engine/evaluation/report_pictures.h"
#include "engine/evaluation/report_plots.h"
#include "engine/evaluation/report_style.h"
#include "engine/evaluation/report_tables.h"
#include "engine/evaluation/statistics.h"

namespace heser {
namespace {

bool IsMeasured(const VariantRecords& variant, Figure figure, const std::string& kind = "all") {
  return Summarize(FiguresOf(variant, kind), figure).count > 0;
}

std::string Heading(const FigureInfo& info) {
  std::ostringstream html;
  html << "<th title=\"" << EscapeMarkup(info.help) << "\">" << EscapeMarkup(info.title);
  if (*info.unit != '\0') html << " <small>" << EscapeMarkup(info.unit) << "</small>";
  html << (info.better == Better::kHigher ? " &uarr;" : " &darr;") << "</th>";
  return html.str();
}

/// "71 of 72 pairs", and what was not measured.
std::string Facts(const Evaluation& evaluation) {
  const VariantRecords& full = evaluation.variants.front();
  std::ostringstream html;
  html << "<p>" << FiguresOf(full, "all").size() << " of " << evaluation.pair_count
       << " pairs done on " << EscapeMarkup(evaluation.device) << '.';
  if (evaluation.interrupted) html << " <b>The run was interrupted.</b>";
  if (!evaluation.has_identity) {
    html << " Identity was not measured: dlib's recognition network is not installed.";
  }
  if (!evaluation.has_perceptual) {
    html << " Perceptual distance was not measured: --perceptual names its network.";
  }
  html << "</p>";
  return html.str();
}

std::string SummaryTable(const VariantRecords& variant) {
  std::ostringstream html;
  const std::vector<std::string> kinds = KindsOf(variant);
  html << "<table><caption>Median, nine of ten are at least as good as, <i>worst</i></caption>"
          "<thead><tr><th></th>";
  for (const std::string& kind : kinds) {
    html << "<th>" << EscapeMarkup(kind) << " <small>" << FiguresOf(variant, kind).size()
         << "</small></th>";
  }
  html << "</tr></thead><tbody>";
  for (const FigureInfo& info : AllFigures()) {
    if (!IsMeasured(variant, info.figure)) continue;
    html << "<tr>" << Heading(info);
    for (const std::string& kind : kinds) {
      const FigureSummary summary = Summarize(FiguresOf(variant, kind), info.figure);
      html << "<td>";
      if (summary.count > 0) {
        html << "<b>" << FigureText(info, summary.median) << "</b> "
             << FigureText(info, summary.tail) << " <i>" << FigureText(info, summary.worst)
             << "</i>";
      }
      html << "</td>";
    }
    html << "</tr>";
  }
  html << "</tbody></table>";
  return html.str();
}

std::string Plots(const VariantRecords& variant) {
  std::ostringstream html;
  const std::vector<std::string> kinds = KindsOf(variant);
  for (const FigureInfo& info : AllFigures()) {
    std::vector<PlotRow> rows;
    for (const std::string& kind : kinds) {
      if (kind == kinds.front()) continue;
      PlotRow& row = rows.emplace_back(PlotRow{kind, {}});
      for (const PairRecord& record : variant.records) {
        const auto& value = record.figures[info.figure];
        if (record.pair.kind == kind && value) row.points.push_back({record.pair.name, *value});
      }
    }
    const std::string plot = DistributionPlot(info, rows);
    if (plot.empty()) continue;
    html << "<figure><figcaption><b>" << EscapeMarkup(info.title) << "</b> "
         << EscapeMarkup(info.unit) << (info.better == Better::kHigher ? " &uarr; " : " &darr; ")
         << EscapeMarkup(info.help) << "</figcaption>" << plot << "</figure>";
  }
  return html.str();
}

/// Green where most pairs became better, red where most became worse.
const char* StyleOf(const FigureChange& change) {
  if (change.better > 2 * change.worse) return "better";
  if (change.worse > 2 * change.better) return "worse";
  return "alike";
}

std::string AblationTable(const Evaluation& evaluation, const std::string& kind) {
  const VariantRecords& full = evaluation.variants.front();
  std::ostringstream html;
  html << "<table class=\"ablation\"><caption>" << EscapeMarkup(kind)
       << ": median change of a pair against the settings as they are (pairs better / worse)"
          "</caption><thead><tr><th></th>";
  for (const FigureInfo& info : AllFigures()) {
    if (IsMeasured(full, info.figure, kind)) html << Heading(info);
  }
  html << "</tr></thead><tbody>";
  for (const VariantRecords& variant : evaluation.variants) {
    if (&variant == &full || FiguresOf(variant, kind).empty()) continue;
    html << "<tr><th>" << EscapeMarkup(variant.variant.title) << " <small>"
         << FiguresOf(variant, kind).size() << "</small></th>";
    for (const FigureInfo& info : AllFigures()) {
      if (!IsMeasured(full, info.figure, kind)) continue;
      const FigureChange change = ChangeOf(full, variant, kind, info.figure);
      html << "<td class=\"" << StyleOf(change) << "\">";
      if (change.count > 0) {
        html << (change.median >= 0 ? "+" : "") << FigureText(info, change.median) << " <small>"
             << change.better << '/' << change.worse << "</small>";
      }
      html << "</td>";
    }
    html << "</tr>";
  }
  html << "</tbody></table>";
  return html.str();
}

std::string Ablation(const Evaluation& evaluation) {
  if (evaluation.variants.size() < 2) return {};
  std::string html = "<h2>Ablation</h2>";
  for (const std::string& kind : KindsOf(evaluation.variants.front())) {
    html += AblationTable(evaluation, kind);
  }
  return html;
}

std::string Failures(const Evaluation& evaluation) {
  std::ostringstream html;
  for (const VariantRecords& variant : evaluation.variants) {
    for (const PairRecord& record : variant.records) {
      if (record.IsDone()) continue;
      html << "<li><b>" << EscapeMarkup(record.pair.name) << "</b> ("
           << EscapeMarkup(variant.variant.title) << "): " << EscapeMarkup(record.failure)
           << "</li>";
    }
  }
  const std::string items = html.str();
  return items.empty() ? items : "<h2>Failures</h2><ul>" + items + "</ul>";
}

std::string PictureOf(const std::string& file, const std::string& link, const std::string& words) {
  return "<a href=\"" + EscapeMarkup(link) +
         "\"><figure class=\"photo\"><img loading=\"lazy\" src=\"" + EscapeMarkup(file) +
         "\" alt=\"" + EscapeMarkup(words) + "\"><figcaption>" + EscapeMarkup(words) +
         "</figcaption></figure></a>";
}

/// The result of a pair in a variant, if it is done.
std::string ResultOf(const VariantRecords& variant, const std::string& pair,
                     const std::string& words) {
  const auto found = std::ranges::find_if(variant.records, [&](const PairRecord& record) {
    return record.pair.name == pair && record.IsDone();
  });
  if (found == variant.records.end()) return {};
  const std::string file = std::string(variant.variant.name) + "/" + pair;
  return PictureOf(file + ".jpg", file + ".png", words);
}

std::string Row(const Evaluation& evaluation, const PairRecord& record) {
  const std::string& name = record.pair.name;
  std::ostringstream html;
  html << "<section class=\"pair\" id=\"" << EscapeMarkup(name) << '"';
  for (const FigureInfo& info : AllFigures()) {
    const auto& value = record.figures[info.figure];
    // Sorted by falling cost: what is worst comes first.
    if (value) {
      html << " data-" << info.name << "=\"" << (info.better == Better::kHigher ? -*value : *value)
           << '"';
    }
  }
  html << "><h3>" << EscapeMarkup(name) << " <small>" << EscapeMarkup(record.pair.kind)
       << "</small></h3><div class=\"photos\">";
  for (std::size_t i = 0; i < record.pair.sources.size(); ++i) {
    const std::string file = SourcePicture(name, i).string();
    html << PictureOf(file, file, "source " + std::to_string(i + 1));
  }
  const std::string target = TargetPicture(name).string();
  html << PictureOf(target, target, "target")
       << ResultOf(evaluation.variants.front(), name, "result") << "<dl>";
  for (const FigureInfo& info : AllFigures()) {
    const auto& value = record.figures[info.figure];
    if (!value) continue;
    html << "<dt>" << EscapeMarkup(info.title) << "</dt><dd>" << FigureText(info, *value) << ' '
         << EscapeMarkup(info.unit) << "</dd>";
  }
  html << "</dl></div>";
  if (evaluation.variants.size() > 1) {
    html << "<div class=\"photos variants\">";
    for (const VariantRecords& variant : evaluation.variants) {
      html << ResultOf(variant, name, variant.variant.title);
    }
    html << "</div>";
  }
  html << "</section>";
  return html.str();
}

std::string Rows(const Evaluation& evaluation) {
  std::vector<const PairRecord*> done;
  std::vector<Figures> figures;
  for (const PairRecord& record : evaluation.variants.front().records) {
    if (!record.IsDone()) continue;
    done.push_back(&record);
    figures.push_back(record.figures);
  }
  const std::vector<double> badness = Badness(figures);
  std::vector<std::size_t> order(done.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, [&](auto a, auto b) { return badness[a] > badness[b]; });

  std::ostringstream html;
  html << "<h2>Pairs, worst first</h2><p><label>by <select id=\"order\"><option value=\"\">all "
          "figures</option>";
  for (const FigureInfo& info : AllFigures()) {
    if (!IsMeasured(evaluation.variants.front(), info.figure)) continue;
    html << "<option value=\"" << info.name << "\">" << EscapeMarkup(info.title) << "</option>";
  }
  html << "</select></label></p><div id=\"pairs\">";
  for (const std::size_t i : order) html << Row(evaluation, *done[i]);
  html << "</div>";
  return html.str();
}

}  // namespace

std::string HtmlReport(const Evaluation& evaluation) {
  const VariantRecords& full = evaluation.variants.front();
  std::ostringstream html;
  html << "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
          "content=\"width=device-width\"><title>HeSer evaluation</title><style>"
       << kReportStyle << "</style></head><body><h1>HeSer evaluation</h1>" << Facts(evaluation)
       << Failures(evaluation);
  if (!FiguresOf(full, "all").empty()) {
    html << "<h2>Summary</h2>" << SummaryTable(full) << Ablation(evaluation)
         << "<h2>Distributions</h2><p>A dot is a pair and leads to it; black the median, red where "
            "nine of ten are at least as good.</p><div class=\"plots\">"
         << Plots(full) << "</div>" << Rows(evaluation) << "<script>" << kReportScript
         << "</script>";
  }
  html << "</body></html>\n";
  return html.str();
}

}  // namespace heser
