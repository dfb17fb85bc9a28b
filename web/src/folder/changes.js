// Shows what a run left in the page's folder: files, rows before and after, and what was lost.
import { make } from "../make.js";
import { folderTexts as texts, size } from "./folder-texts.js";

const SHOWN = 8; // rows of a table
const isSource = name => /\.(py|sh)$/.test(name);

const markOf = (name, { made, changed, gone }) =>
  made.includes(name) ? "made"
  : changed.includes(name) ? "changed"
  : gone.includes(name) ? "gone"
  : "same";

// Data that the run touched, and each database, since what it left out may be what matters.
const namesOf = files => {
  const touched = [...files.made, ...files.changed, ...files.gone];
  const databases = Object.keys(files.tables.after);
  return [...new Set([...touched, ...databases])].filter(name => !isSource(name)).sort();
};

const sizeOf = (name, files) => files.all.find(file => file.name === name)?.size;

/** What a run left, in a few words: the files that it touched. */
export const summary = files => {
  const order = name => (markOf(name, files) === "same" ? 1 : 0);
  const names = namesOf(files).sort((one, other) => order(one) - order(other));
  const said = names.slice(0, 2).map(name => {
    const bytes = sizeOf(name, files);
    return texts.summary(name, bytes === undefined ? "" : size(bytes), markOf(name, files));
  });
  return [...said, names.length > 2 && texts.more(names.length - 2)].filter(Boolean).join("; ");
};

// The rows of a table as they are now and those that are gone, each with its mark.
const rowsOf = (before, after) => {
  const left = new Map();
  for (const row of before?.rows ?? []) {
    const key = JSON.stringify(row);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const rows = after.rows.map(row => {
    const key = JSON.stringify(row);
    const known = left.get(key) ?? 0;
    if (known) left.set(key, known - 1);
    return { row, mark: known ? "same" : "made" };
  });
  const whole = after.rows.length === after.count; // else a row may only be out of sight
  for (const [key, number] of whole ? left : []) {
    for (let each = 0; each < number; each++) rows.push({ row: JSON.parse(key), mark: "gone" });
  }
  return rows.sort((one, other) => Number(one.mark === "same") - Number(other.mark === "same"));
};

const mark = kind => make("span", { class: "folder__mark", "data-mark": kind }, texts.marks[kind]);

const grid = (label, columns, rows) => {
  const head = [texts.change, ...columns].map(text => make("th", { scope: "col" }, text));
  const body = rows.map(({ row, mark: kind }) =>
    make(
      "tr",
      { "data-mark": kind },
      make("td", {}, mark(kind)),
      ...row.map(text => make("td", {}, text)),
    ),
  );
  return make(
    "div",
    { class: "folder__scroll", role: "region", tabindex: "0", "aria-label": label },
    make(
      "table",
      { class: "folder__grid" },
      make("thead", {}, make("tr", {}, ...head)),
      make("tbody", {}, ...body),
    ),
  );
};

const tableOf = (program, name, before, after) => {
  const was = before && before.count !== after.count ? before.count : undefined;
  const nodes = [make("p", { class: "folder__note" }, texts.rowsIn(name, after.count, was))];
  const rows = rowsOf(before, after);
  if (rows.length && rows.some(({ mark: kind }) => kind !== "same")) {
    nodes.push(grid(texts.rowsAfter(name, program), after.columns, rows.slice(0, SHOWN)));
    const rest = Math.max(rows.length, after.count) - SHOWN;
    if (rest > 0) nodes.push(make("p", { class: "folder__note" }, texts.moreRows(rest)));
  }
  return nodes;
};

const lostOf = ({ count: number, sql }) =>
  make(
    "div",
    { class: "folder__lost" },
    make("p", {}, mark("lost"), ` ${texts.lost(number)}`),
    ...sql.map(text => make("code", {}, text)),
  );

const fileOf = (program, name, files) => {
  const { before, after } = files.tables;
  const bytes = sizeOf(name, files);
  const head = make("p", {}, make("code", {}, name), " ", mark(markOf(name, files)));
  if (bytes !== undefined) head.append(" ", make("span", { class: "folder__facts" }, size(bytes)));
  const tables = Object.entries(after[name] ?? {}).flatMap(([table, now]) =>
    tableOf(program, table, before[name]?.[table], now),
  );
  const lost = files.lost.filter(each => each.name === name.split("/").at(-1)).map(lostOf);
  return make("div", { class: "folder__left" }, head, ...tables, ...lost);
};

/**
 * What shows what a run left, or nothing where it left nothing.
 *
 * @param {string} program - its name
 * @param {any} files - as the worker tells them
 */
export const changes = (program, files) => {
  const names = namesOf(files);
  if (names.length === 0) return null;
  const title = texts.left(program);
  return make(
    "section",
    { class: "folder__changes", "aria-label": title },
    make("link", { rel: "stylesheet", href: new URL("folder.css", import.meta.url) }),
    make("p", { class: "folder__title" }, title),
    ...names.map(name => fileOf(program, name, files)),
  );
};
