#pragma once

namespace heser {

/// The style sheet of the report: follows the reader's light or dark preference.
inline constexpr const char* kReportStyle = R"(
:root { color-scheme: light dark; --text: #1c1f24; --dim: #5c6470; --ground: #fff; --line: #d7dbe0;
  --dot: #2f6fde; --good: #15803d; --bad: #b42318; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6e8eb; --dim: #9aa3af; --ground: #17191d; --line: #343a42; --dot: #6ea0ff;
    --good: #4ade80; --bad: #ff8a7a; } }
body { font: 15px/1.45 system-ui, sans-serif; color: var(--text); background: var(--ground);
  max-width: 1500px; margin: 2rem auto; padding: 0 1.5rem; }
h1, h2, h3 { line-height: 1.2; } h2 { margin-top: 2.5rem; } small { color: var(--dim); font-weight: normal; }
table { border-collapse: collapse; display: block; overflow-x: auto; margin: 1rem 0; }
caption { text-align: left; color: var(--dim); padding-bottom: .4rem; }
th, td { padding: .3rem .7rem; border-bottom: 1px solid var(--line); text-align: right;
  font-variant-numeric: tabular-nums; white-space: nowrap; }
.ablation { font-size: 13px; } .ablation th, .ablation td { padding: .25rem .4rem; }
.ablation thead th { white-space: normal; vertical-align: bottom; }
th:first-child { text-align: left; } td i { color: var(--dim); }
.better { color: var(--good); } .worse { color: var(--bad); } .alike { color: var(--dim); }
figure { margin: 0; } figcaption { color: var(--dim); font-size: 13px; }
.plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(440px, 1fr)); gap: 1.8rem; }
svg { width: 100%; } svg text { font-size: 12px; fill: var(--dim); }
.axis { stroke: var(--line); } .dot { fill: var(--dot); fill-opacity: .45; }
.dot:hover { fill-opacity: 1; } .median { stroke: var(--text); stroke-width: 3; }
.tail { stroke: var(--bad); stroke-width: 1.5; }
.pair { border-top: 1px solid var(--line); padding: .4rem 0 1.2rem; }
.pair:target { background: color-mix(in srgb, var(--dot) 10%, transparent); }
.photos { display: flex; flex-wrap: wrap; gap: .7rem; align-items: flex-start; }
.photo img { height: 260px; display: block; } .variants .photo img { height: 170px; }
.variants { margin-top: .7rem; } a { color: inherit; text-decoration: none; }
dl { display: grid; grid-template-columns: auto auto; gap: 0 1rem; margin: 0; font-size: 13px; }
dt { color: var(--dim); } dd { margin: 0; text-align: right; font-variant-numeric: tabular-nums; }
)";

/// Sorts the pairs anew when a figure is chosen.
inline constexpr const char* kReportScript = R"(
const list = document.getElementById('pairs'), first = [...list.children];
document.getElementById('order').addEventListener('change', event => {
  const name = event.target.value;
  const cost = pair => pair.hasAttribute('data-' + name) ? +pair.getAttribute('data-' + name) : -Infinity;
  list.append(...(name ? [...first].sort((a, b) => cost(b) - cost(a)) : first));
});
)";

}  // namespace heser
