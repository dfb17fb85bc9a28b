// All that the folder panel says to the reader.

const numbers = new Intl.NumberFormat("en");
const times = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });
const dates = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

export const number = value => numbers.format(value);
export const time = milliseconds => {
  const today = new Date(milliseconds).toDateString() === new Date().toDateString();
  return (today ? times : dates).format(milliseconds);
};
export const count = (value, one, many) => `${number(value)} ${value === 1 ? one : many}`;
export const size = value =>
  value < 1000 ? bytes(value) : `${number(Math.round(value / 1000))} KB`;
export const bytes = value => count(value, "byte", "bytes");

const shown = (value, size) => `${value} … (${number(size)} in all)`;

export const folderTexts = {
  title: "Folder of this page",
  total: (files, size) =>
    files === 0 ? "empty" : `${count(files, "file", "files")}, ${bytes(size)}`,
  files: "Files",
  marks: {
    made: "new",
    changed: "changed",
    gone: "gone",
    same: "unchanged",
    lost: "not committed",
  },
  markTitles: { made: "made by the last run", changed: "changed by the last run" },
  left: program => `In the folder after ${program}`,
  summary: (name, bytes_, mark) =>
    `${name} ${bytes_}${mark === "same" ? "" : `${bytes_ && ", "}${folderTexts.marks[mark]}`}`,
  change: "Change",
  rowsAfter: (table, program) => `Rows of ${table} after ${program}`,
  more: files => `${number(files)} more`,
  moreRows: rows => `and ${count(rows, "more row", "more rows")}`,
  rowsIn: (table, now, before) =>
    `${table}: ${count(now, "row", "rows")} in the file` +
    (before === undefined ? "" : `, ${number(before)} before`),
  lost: changes =>
    changes === 1
      ? "The program ended before this change was committed, so it is not in the file:"
      : `The program ended before these ${number(changes)} changes were committed, ` +
        "so they are not in the file:",
  sources: files => count(files, "program", "programs"),
  changedAt: when => `changed ${when}`,
  download: "Download",
  delete: "Delete",
  undo: "Undo",
  deleted: name => `${name} is deleted.`,
  replaced: name => `${name} is replaced.`,
  restored: name => `${name} is back.`,
  written: names => `${names.join(", ")} ${names.length === 1 ? "is" : "are"} in the folder.`,
  drop: "Drop a file here to put it into the folder, or ",
  choose: "choose one",
  afterRun: (made, changed, gone) =>
    [
      made && `${count(made, "file", "files")} made`,
      changed && `${count(changed, "file", "files")} changed`,
      gone && `${count(gone, "file", "files")} gone`,
    ]
      .filter(Boolean)
      .join(", "),

  look: name => `Content of ${name}`,
  reading: "Reading …",
  asBytes: "Show the bytes",
  asItself: "Show the content",
  previous: "Previous",
  next: "Next",
  pages: "Pages",
  cut: (value, unit) => `Only the first ${number(value)} ${unit} are shown.`,
  around: "Text around the place",
  checking: "Checking every page …",
  facts: "What its header says",
  members: "Files in it",
  text: "Text",
  save: "Save:",
  saved: (name, says) => `${name} was made and downloaded: ${says}`,
  saving: name => `Making ${name} …`,

  table: "Table",
  tableOption: (name, rows, type) =>
    rows === null ? `${name} (${type})` : `${name} (${count(rows, "row", "rows")})`,
  schema: "Schema",
  rows: table => `Rows of ${table}`,
  noRows: "No rows.",
  rowsShown: (first, last, total) =>
    total === null
      ? `Rows ${number(first)} to ${number(last)}`
      : `Rows ${number(first)} to ${number(last)} of ${number(total)}`,
  cell: ({ type, text, size }) => {
    if (type === "blob")
      return size * 3 - 1 > text.length ? shown(`x'${text}`, size) : `x'${text}'`;
    return size === undefined ? text : shown(text, size);
  },

  opcodes: "Opcodes",
  opcodeHeads: ["At", "Opcode", "Argument"],
  oneOf: (number_, key) => (key === null ? `Pickle ${number_}` : `Value of key ${key}`),
  noPickle: problem => `Not a pickle from here on: ${problem}`,
  opcodesShown: (first, last) => `Opcodes ${number(first)} to ${number(last)}`,

  dump: "Hex dump",
  bytesShown: (first, last, total) =>
    `Bytes ${number(first)} to ${number(last)} of ${number(total)}`,
};
