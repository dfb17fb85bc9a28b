// All that the proof says to a reader, in one place.
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const insecure =
  "receipts can't be checked here: this address is neither https nor localhost";
export const missing = "what was proven could not be loaded; to try again, reload the page";
export const none =
  "There are no receipts here yet. In a copy of the sources, make test writes one.";
export const tested = "tested";
export const unknown = "not checked";
const partOf = entry => (entry.part ? `Part of ${entry.program}. ` : "");

/** The word on a program's mark and the sentence on its sheet, by what is known of its text. */
export const verdict = entry => {
  if (!entry) return ["not tested", "No receipt has the hash of this text and its output."];
  const { failed, passed } = entry;
  if (failed.length) return ["failed", `${partOf(entry)}It failed where it was run last.`];
  if (!passed.length) return ["not tested here", `${partOf(entry)}No published run could run it.`];
  return [
    tested,
    `${partOf(entry)}This text printed this output in each of these runs. Your browser has ` +
      "computed the hash from what is on your screen, and it is in the receipts.",
  ];
};

export const sheetHeads = ["Python", "SQLite", "Verdict", "When", "System"];
export const hash = "SHA-256 ";
export const altered =
  "The tests also remove or change one thing in a program at a time, such as a commit, a close " +
  "or a value. The page must notice it.";
export const noticed = "How many were tried and noticed";
export const receipt = "The receipt of this program";
export const allReceipts = "All receipts";
export const close = "Close";
export const proofOf = name => `Proof of ${name}`;
export const inBrowser = "in the browser";
export const runHeads = ["Python", "SQLite", "System", "Passed", "Skipped", "Failed", "Ended"];
export const programHeads = ["Program", "Passed on", "Skipped or failed on"];
export const totals = (programs, runs, versions, last) =>
  `${programs} programs, ${runs} runs of them on ${versions.join(", ")}; the last ended ${last}.`;
export const skippedOn = (version, reason) => `${version}: ${reason}`;
export const failedOn = version => `${version}: failed`;
export const using = packages => `with ${packages.join(", ")}`;
export const nowhere = "nowhere yet";
export const changed = "with changes";

/** @param {string} made - as in 2026-11-22T09:30:00Z */
export const day = made => {
  const [year, month, date] = made.slice(0, 10).split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
};

/** @param {string} made - as in 2026-11-22T09:30:00Z */
export const moment = made => `${day(made)}, ${made.slice(11, 16)} UTC`;

export const version = run =>
  run.runtime === "browser"
    ? `${run.version} ${inBrowser}`
    : run.version + run.python.replace(/[^t]/g, "");
export const system = run =>
  run.runtime === "browser" ? run.system : `${run.system}, ${run.machine}`;
export const passed = count =>
  count.passed
    ? `${count["passed twice"]} twice, ${count.passed} once`
    : `${count["passed twice"]} twice`;
export const some = (passed, all) => `${passed} of ${all} passed`;

export const host = run =>
  run.runtime === "browser" ? `${run.python} ${inBrowser}` : run.python;
