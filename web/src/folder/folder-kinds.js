// Draws what the inspector says of a file; each view returns nodes, if paged the page that they
// are, and what comes after the buttons for it.

import { make } from "../make.js";
import { place } from "../place.js";
import { folderTexts as texts } from "./folder-texts.js";

const note = text => make("p", { class: "folder__note" }, text);

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

const explained = ({ text, level, section, title, code }, at, all) => {
  const said = make("p", { class: `folder__note folder__${level}` }, text);
  const again = all.findIndex(each => each.section === section) < at; // said once
  if (section && !again) said.append(" ", make("a", { href: place + section }, title));
  const around = code && make("code", { class: "folder__code" }, code);
  return around ? [said, scroller(texts.around, around)] : [said];
};

/** The sentences on a file, each with the section of this site that explains it. */
export const findings = found => found.flatMap(explained);

const sqlite = (look, choose) => {
  const nodes = [];
  if (look.facts) {
    const pairs = look.facts.flatMap(([name, value]) => [
      make("dt", {}, name),
      make("dd", {}, value),
    ]);
    const facts = make("dl", { class: "folder__facts-of" }, ...pairs);
    const summary = make("summary", {}, texts.facts);
    summary.dataset.keep = "facts";
    nodes.push(make("details", { class: "folder__schema" }, summary, facts));
  }
  if (look.tables.length === 0) return { nodes };

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
  const nodes = [scroller(texts.opcodes, grid(texts.opcodeHeads, rows))];
  if (look.cut) nodes.push(note(texts.cut(look.cut, "opcodes")));
  const last = look.offset + look.opcodes.length;
  return { nodes, page: { text: texts.opcodesShown(look.offset + 1, last), more: look.more } };
};

const text = look => {
  const nodes = [scroller(texts.text, make("pre", {}, look.text))];
  if (look.cut) nodes.push(note(texts.cut(look.cut, "characters")));
  return { nodes };
};

const members = ({ grid: { heads, rows } }) => {
  const cells = row => make("tr", {}, ...row.map(cell => make("td", {}, cell)));
  return { nodes: [scroller(texts.members, grid(heads, rows.map(cells)))] };
};

const dump = look => {
  const lines = look.lines.map(
    ({ at, hex, ascii }) => `${at.toString(16).padStart(8, "0")}  ${hex.padEnd(47)}  ${ascii}\n`,
  );
  const last = Math.min(look.offset + look.limit, look.size);
  return {
    nodes: [
      scroller(texts.dump, make("pre", {}, ...lines)),
    ],
    page: { text: texts.bytesShown(look.offset, last - 1, look.size), more: last < look.size },
  };
};

const views = { tables: sqlite, opcodes: pickle, lines: dump, grid: members, text };

/** What a look shows below its findings. */
export const draw = (look, choose) => {
  const name = Object.keys(views).find(each => each in look);
  return name ? views[name](look, choose) : { nodes: [] };
};
