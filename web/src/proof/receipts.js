// Fetches what passed where, once, and finds what is known of a text that is shown.
const NONE = { runs: [], pages: {} };
const HALF = 32; // of the 64 digits of a digest, to fetch less

const get = async () => {
  const answer = await fetch(new URL("../proven/receipts.json", import.meta.url));
  if (answer.ok) return answer.json();
  if (answer.status === 404) return NONE;
  throw new Error(`${answer.status}`);
};

let asked;

/** The runs, and by page what each said of each program; null where they could not be fetched. */
export const receipts = () =>
  (asked ??= get().catch(() => {
    asked = null;
    return null;
  }));

/**
 * What is known of a text: the program, whether only part of it is shown, and the runs it passed.
 * @param {{runs: object[], pages: object}} known
 * @param {string} key - of the page
 * @param {string} hash - of the text as displayed
 */
export const find = (known, key, hash) => {
  const half = hash.slice(0, HALF);
  for (const entry of known.pages[key] ?? []) {
    const part = entry.sections.includes(half);
    if (!part && entry.digest !== half) continue;
    const verdicts = entry.verdicts.map(([run, verdict, reason]) => ({
      run: known.runs[run], verdict, reason,
    }));
    return {
      program: entry.program,
      part,
      passed: verdicts.filter(({ verdict }) => verdict.startsWith("passed")),
      failed: verdicts.filter(({ verdict }) => verdict === "failed"),
      skipped: verdicts.filter(({ verdict }) => verdict === "skipped"),
    };
  }
  return null;
};
