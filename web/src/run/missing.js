// Tells what a program may miss in the folder because none of those above it has run.

const MODULE = /^[ \t]*(?:import|from) (\w+)/gm;
// A file, by its ending or by what opens it, or a table.
const FILE = /["']([\w./-]+\.[a-z]\w*)["']|\bopen\(\s*["'](\w+)["']/.source;
const TABLE = /\bCREATE TABLE (?:IF NOT EXISTS )?(\w+)/.source;
const NAMED = new RegExp(`${FILE}|${TABLE}`, "gi");

const namesIn = text => [...text.matchAll(NAMED)].map(found => found.slice(1).find(Boolean));

// The text of a program and of the modules beside it that it imports.
const whole = (name, programs, known = new Set()) => {
  if (known.has(name) || !programs.has(name)) return "";
  known.add(name);
  const text = programs.get(name);
  const modules = [...text.matchAll(MODULE)].map(([, module]) => `${module}.py`);
  return [text, ...modules.map(module => whole(module, programs, known))].join("\n");
};

/**
 * The file or table that a program or its error names, that a program above it names, too, and
 * that was not in the folder; undefined if there is none. Of an edited page only the error tells:
 * what it prints may be other for that reason.
 *
 * @param {string[]} names - the program's files
 * @param {string[]} above - the files of the programs above it
 * @param {Map<string, string>} programs - the text of each program of the page as it was run
 * @param {boolean} edited - whether one of them is not as published
 * @param {{ failure?: string, files: any }} result - of the run
 */
export const missing = (names, above, programs, edited, { failure, files }) => {
  const made = new Set(files.made);
  const there = new Set(files.all.map(file => file.name).filter(each => !made.has(each)));
  const told = new Set((failure ?? "").split(/[^\w./-]+/));
  const own = new Set(edited ? [] : names.flatMap(name => namesIn(whole(name, programs))));
  return above
    .flatMap(each => namesIn(whole(each, programs)))
    .find(each => (told.has(each) || own.has(each)) && !there.has(each));
};
