// Fills the places that a page leaves for what the receipts say: the runs, and each program.
import { element, table } from "./table.js";
import * as texts from "./proof-texts.js";

const code = text => element("code", text);

const when = run => {
  const ended = element("span", texts.moment(run.made));
  if (run.commit) ended.append(" · ", code(run.commit.slice(0, 7)));
  if (run.changed) ended.append(` ${texts.changed}`);
  return ended;
};

const runsTable = ({ runs }) =>
  table(
    texts.runHeads,
    runs.map(run => [
      texts.version(run),
      run.sqlite,
      texts.system(run),
      texts.passed(run.count),
      String(run.count.skipped),
      String(run.count.failed),
      when(run),
    ]),
  );

const totals = ({ runs, pages }) => {
  const programs = Object.values(pages).flat().filter(({ verdicts }) => verdicts.length).length;
  const count = runs.reduce(
    (sum, run) => sum + 2 * run.count["passed twice"] + run.count.passed,
    0,
  );
  const last = runs.map(run => run.made).sort().at(-1);
  return element("p", texts.totals(programs, count, runs.map(texts.host), texts.moment(last)));
};

const programRow = (key, entry, runs) => {
  const known = entry.verdicts.map(([run, verdict, reason]) => ({
    host: texts.host(runs[run]),
    verdict,
    reason,
  }));
  const passed = known.filter(({ verdict }) => verdict.startsWith("passed"));
  const others = known.filter(({ verdict }) => !verdict.startsWith("passed"));
  const name = code(entry.program);
  name.id = `${key}/${entry.program}`;
  const packages = Object.entries(entry.packages).map(
    ([of, versions]) => `${of} ${versions.join(", ")}`,
  );
  return [
    packages.length ? element("span", name, ` ${texts.using(packages)}`) : name,
    passed.map(({ host }) => host).join(", ") || texts.nowhere,
    others.map(({ host, verdict, reason }) =>
      verdict === "failed" ? texts.failedOn(host) : texts.skippedOn(host, reason)).join("; "),
  ];
};

const programTables = ({ runs, pages }) =>
  Object.entries(pages).map(([key, entries]) => {
    const rows = entries.map(entry => programRow(key, entry, runs));
    const passed = entries.filter(({ verdicts }) =>
      verdicts.some(([, v]) => v.startsWith("passed")),
    );
    const head = element("summary", code(key), ` · ${texts.some(passed.length, entries.length)}`);
    return element("details", head, table(texts.programHeads, rows));
  });

/** Open what holds the program that the address names, and go there. */
const follow = () => {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = /** @type {HTMLDetailsElement | null} */ (named?.closest("[data-proven] details"));
  if (!folded) return;
  folded.open = true;
  named.closest("tr").classList.add("proven-here");
  named.scrollIntoView({ block: "center" });
};

/**
 * @param {Element} article - of the page on display
 * @param {{runs: object[], pages: object} | null} known
 */
export const details = (article, known) => {
  const places = /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll("[data-proven]"));
  for (const place of places) {
    if (!known?.runs.length) {
      place.replaceChildren(element("p", known ? texts.none : texts.missing));
      continue;
    }
    const parts = {
      runs: () => [totals(known), runsTable(known)],
      programs: () => programTables(known),
    };
    place.replaceChildren(...parts[place.dataset.proven]());
  }
  follow();
};

addEventListener("hashchange", follow);
