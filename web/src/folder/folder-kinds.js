// Draws what inspect_file.py says of a file, by its kind; each returns nodes, if paged the page
// that they are, and what comes after the buttons for it.

import { make } from "../make.js";
import { folderTexts as texts, bytes } from "./folder-texts.js";

const note = text => make("p", { class: "folder__note" }, text);
const problem = text => make("p", { class: "folder__problem" }, text);

// What scrolls must be reachable by keyboard and have a name.
const scroller = (name, ...children) =>
  make(
    "div",
    { class: "folder__scroll", role: "region", tabindex: "0", "aria-label": name },
    ...children,
  );

const grid = (heads, rows) =>
  make(
    "table",
    { class: "folder__grid" },
    make("thead", {}, make("tr", {}, ...heads.map(head => make("th", { scope: "col" }, head)))),
    make("tbody", {}, ...rows),
  );

const sqlite = (look, choose) => {
  const nodes = [];
  if (look.journal_mode !== undefined)
    nodes.push(note(texts.database(look.journal_mode, look.user_version)));
  const journals = look.journals.map(({ name, size }) => `${name} (${bytes(size)})`);
  nodes.push(
    note(journals.length ? `${texts.journals} ${journals.join(", ")}.` : texts.noJournals),
  );
  if (look.error) nodes.push(problem(texts.unreadable(look.error)));
  if (look.tables.length === 0) return { nodes: [...nodes, note(texts.noTables)] };

  const select = make("select", { change: () => choose({ table: select.value, offset: 0 }) });
  for (const { name, rows, type } of look.tables) {
    select.append(make("option", { value: name }, texts.tableOption(name, rows, type)));
  }
  select.value = look.table;
  select.dataset.keep = "table";
  nodes.push(make("label", { class: "folder__field" }, texts.table, " ", select));

  const rows = look.rows ?? [];
  if (rows.length) {
    const cells = row =>
      make(
        "tr",
        {},
        ...row.map(cell => make("td", { class: `folder__${cell.type}` }, texts.cell(cell))),
      );
    nodes.push(scroller(texts.rows(look.table), grid(look.columns, rows.map(cells))));
  } else if (look.rows) nodes.push(note(texts.noRows));

  const summary = make("summary", {}, texts.schema);
  summary.dataset.keep = "schema";
  const schema = make("details", { class: "folder__schema" }, summary);
  schema.append(scroller(texts.schema, make("pre", {}, look.schema.join(";\n\n"))));

  const total = look.tables.find(table => table.name === look.table)?.rows ?? null;
  const last = look.offset + rows.length;
  const more = total === null ? rows.length === look.limit : last < total;
  return {
    nodes,
    after: [schema],
    page:
      rows.length || look.offset
        ? { text: texts.rowsShown(look.offset + 1, last, total), more }
        : null,
  };
};

const pickle = look => {
  const rows = [];
  let before = null;
  const several = look.opcodes.some(line => line.pickle > 1 || line.key !== null);
  for (const { at, pickle: number, key, name, argument, error } of look.opcodes) {
    if (several && number !== before) {
      rows.push(
        make("tr", {}, make("th", { colspan: "3", scope: "rowgroup" }, texts.oneOf(number, key))),
      );
    }
    before = number;
    const cells = error
      ? [make("td", { colspan: "2", class: "folder__problem" }, texts.noPickle(error))]
      : [make("td", {}, name), make("td", {}, argument)];
    rows.push(make("tr", {}, make("td", {}, String(at)), ...cells));
  }
  const nodes = [note(texts.pickle), scroller(texts.opcodes, grid(texts.opcodeHeads, rows))];
  if (look.cut) nodes.push(note(texts.cut(look.cut, "bytes")));
  const last = look.offset + look.opcodes.length;
  return { nodes, page: { text: texts.opcodesShown(look.offset + 1, last), more: look.more } };
};

const text = look => {
  const kind = texts.kinds[look.kind];
  const nodes = [];
  if (look.complaint === undefined) nodes.push(note(texts.plain(kind)));
  else if (look.complaint === null) nodes.push(note(texts.parses(kind)));
  else nodes.push(problem(texts.complaint(kind, look.complaint)));
  if (look.encoding_error) nodes.push(problem(texts.encoding(look.encoding_error)));
  nodes.push(scroller(kind, make("pre", {}, look.text)));
  if (look.cut) nodes.push(note(texts.cut(look.cut, "characters")));
  return { nodes };
};

const dump = look => {
  const lines = look.lines.map(
    ({ at, hex, ascii }) => `${at.toString(16).padStart(8, "0")}  ${hex.padEnd(47)}  ${ascii}\n`,
  );
  const last = Math.min(look.offset + look.limit, look.size);
  return {
    nodes: [
      note(texts.plain(texts.formats[look.format] ?? texts.kinds.bytes)),
      scroller(texts.dump, make("pre", {}, ...lines)),
    ],
    page: { text: texts.bytesShown(look.offset, last - 1, look.size), more: last < look.size },
  };
};

const sentence = look => ({ nodes: [note(texts.kinds[look.kind])] });

const kinds = { sqlite, pickle, bytes: dump, empty: sentence, folder: sentence, missing: sentence };

export const draw = (look, choose) => (kinds[look.kind] ?? text)(look, choose);
