// All that the bars say to the reader.
import { MORE_SECONDS, OUTPUT_LIMIT, RUN_SECONDS, START_SECONDS } from "./limits.js";

const numbers = new Intl.NumberFormat("en");
const seconds = value => `${value < 0.1 ? value.toFixed(3) : value.toFixed(2)} s`;

const served = "Serve the site over https, or on this machine: python -m http.server -d site";

// Reasons that a receipt gives in a few words, and that need some more.
const reasons = {
  "a shell program": "it is a shell program",
  "prints something else here": "what it prints depends on the system",
};
const mb = bytes => (bytes / 1e6).toFixed(1);

export const texts = {
  run: "Run",
  stop: "Stop",
  edit: "Edit",
  close: "Close",
  reset: "Reset",
  more: `${MORE_SECONDS} s more`,
  runAll: "Run all",
  runNext: name => `Next: ${name}`,
  runEarlier: "Run the programs above first",
  show: "Folder",
  empty: "Empty",
  bar: name => `Run ${name} in this browser`,
  page: "This page's programs in your browser",
  editor: name => `Text of ${name}`,
  editorHint: "Ctrl+Enter runs. Esc, then Tab, leaves the editor.",
  output: name => `Output of ${name} here`,
  outputs: name => `Which output of ${name}`,
  published: "Published",
  yours: "Yours",
  difference: "Difference from the published output",
  notHere: why => `Not in the browser: ${reasons[why] ?? why.replace(/ here$/, " there")}.`,
  module: "Module: the programs of this page import it.",
  runtime: ({ python, sqlite }) => `Your output: Python ${python}, SQLite ${sqlite}`,
  costs: size => `loads Python${size ? `, ${mb(size)} MB,` : ""} once`,
  asks: size =>
    `Your browser asks sites to use less data. ${size ? `Python is ${mb(size)} MB, once. ` : ""}` +
    "Press Run again to load it.",

  loading: "Loading Python …",
  loadingProgress: "Python is loading",
  loaded: (part, size) => `${mb(part * size)} of ${mb(size)} MB`,
  starting: "Starting Python …",
  running: "Running …",
  long: `Running; it is stopped after ${RUN_SECONDS} s.`,
  longer: `${MORE_SECONDS} s added.`,
  ran: time => `Ran ${seconds(time)}`,
  same: "same as published",
  differs: "not as published",
  editedSince: "Edited after this run.",
  edited: same =>
    `edited; ${same ? "it printed what the published program prints" : "not as published"}`,
  silent: "It printed nothing.",
  cut: size =>
    `Cut: it printed ${numbers.format(size)} bytes; ` +
    `the first ${numbers.format(OUTPUT_LIMIT)} are shown.`,
  failed: status => `exit status ${status}`,
  emptied: "The folder is as at the start of the page.",
  runningOf: (name, number, all) => `Running ${name}, ${number} of ${all} …`,
  step: (name, verdict) => `${name}: ${verdict}`,
  verdicts: {
    same: "as published",
    differs: "not as published",
    edited: "edited",
    ended: "did not end by itself",
    none: "not run yet",
    now: "running",
  },
  earlier: name =>
    `It may need ${name} from a program above. None of them has run in this folder.`,
  ranAll: (same, all, edited) =>
    `${same} of ${all} programs printed what is published${edited ? `; ${edited} edited` : ""}.`,
  endedAt: (name, why) => `${name}: ${why}`,
  noBars:
    "The part that runs these programs could not be loaded. The page is complete without " +
    "it. To try again, reload the page.",
  noEditor: "The editor could not be loaded. Press Edit to try again.",
  waiting: "Waiting for another tab of this page, which is using the folder …",
  notKept: "This browser keeps no files for this site: they last until you leave the page.",

  ended: {
    stopped: "Stopped. The files are as they were before this run.",
    limit: `Ended: it ran longer than its time. The files are as they were before this run.`,
    left: "Ended: you left the page.",
    busy: "Not started, because another program of this page was running.",
    stuck:
      `Python did not start: nothing arrived for ${START_SECONDS} s. ` +
      "The page is complete without it.",
        download:
      "Python could not be loaded. The page is complete without it. Press Run to try again.",
    old: "This browser is too old to run Python. The page is complete without it.",
    worker: "Python could not be started here. The page is complete without it.",
    insecure: `Programs run only on a page with a secure address. ${served}`,
    quota: "The browser has no room for these files: they last until you leave the page.",
    storage: "The browser did not keep the files: they last until you leave the page.",
    RecursionError:
      "Ended: its recursion was too deep for this browser. Python starts again.",
    MemoryError: "Ended: it needed more memory than the browser allows. Python starts again.",
    fatal: "Ended: Python itself crashed. It starts again.",
    panel: "The folder could not be shown. Press Folder to try again.",
    error: "That did not work.",
  },
  leftAtOnce: status => `it ended at once, with status ${status}`,
};

/** The sentence for what ended a run or a start. */
export const sentence = error => texts.ended[error?.reason] ?? texts.ended.error;
