// Holds Python and the page's folder; runs one program at a time and keeps the files.
import { answer } from "../answering.js";
import { OUTPUT_LIMIT } from "../limits.js";
import { archiveOf, giveInspector } from "../inspector.js";
import { came, startPython } from "./python.js";
import * as store from "./store.js";
import { bring } from "./wheels.js";

let python; // Pyodide
let runner; // runner.py's functions
let rows; // those of rows.py
let inspector; // that of look/, once asked for
let folder; // the page's folder

const post = message => self.postMessage(message);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

const sourceOf = async name => {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  return response.text();
};

const load = async filename => {
  const globals = python.toPy({ __name__: filename.replace(".py", "") });
  python.runPython(await sourceOf(filename), { globals, filename });
  return globals;
};

const loadInspector = async () => {
  const archive = await came(archiveOf());
  return giveInspector(python, archive);
};

const output = {
  run: 0,
  decoder: null,
  pending: "",
  size: 0,
  since: 0,
  begin(run) {
    Object.assign(this, { run, decoder: new TextDecoder(), pending: "", size: 0, since: 0 });
  },
  write(bytes) {
    const room = OUTPUT_LIMIT - this.size;
    this.size += bytes.length;
    if (room > 0) {
      this.pending += this.decoder.decode(bytes.subarray(0, room), { stream: true });
      if (performance.now() - this.since > 30) this.send();
    }
    return bytes.length;
  },
  send() {
    if (this.pending) post({ event: "output", run: this.run, text: this.pending });
    this.pending = "";
    this.since = performance.now();
  },
  end() {
    this.pending += this.decoder.decode();
    this.send();
    return this.size > OUTPUT_LIMIT;
  },
};

const actions = {
  async start({ path, base, module, library, begin }) {
    python = await startPython({ base, module, library });
    for (const set of ["setStdout", "setStderr"]) {
      python[set]({ write: bytes => output.write(bytes), isatty: false });
    }
    python.setStdin({ stdin: () => undefined });
    folder = path;
    store.mount(python.FS, path, begin);
    [runner, rows] = await came(Promise.all(["runner.py", "rows.py"].map(load)));
    return runner.get("versions")().toJs({ dict_converter: Object.fromEntries });
  },

  async run({ commands, programs, run }) {
    for (const [file, text] of Object.entries(programs)) store.update(file, encoder.encode(text));
    for (const [name] of commands) await bring(python, decoder.decode(store.read(name)));
    const before = store.states();
    const tables = { before: tablesOf(), after: {} };
    const lost = [];
    output.begin(run);
    post({ event: "begun" });
    const begin = performance.now();
    let result;
    for (const [name, ...given] of commands) {
      rows.get("watch")();
      result = await ended(name, given);
      if (!result.ended) lost.push(...JSON.parse(rows.get("lost")()));
      if (result.ended || result.status !== 0) break;
    }
    const seconds = (performance.now() - begin) / 1000;
    const cut = output.end();
    if (!result.ended) tables.after = tablesOf();
    const files = { ...store.since(before), all: store.list(), tables, lost };
    const unkept = await store.keep();
    return { ...result, files, seconds, cut, size: output.size, unkept, kept: store.isKept() };
  },

  list: () => store.list(),
  read: ({ name }) => store.read(name),

  write({ name, data }) {
    store.write(name, data);
    return store.keep();
  },

  remove({ name }) {
    store.remove(name);
    return store.keep();
  },

  empty() {
    python.runPython("import os; os.chdir('/')");
    store.empty();
    return store.keep();
  },

  async inspect({ name, options }) {
    inspector ??= await loadInspector();
    return inspector.inspect(store.path(name), options);
  },

  async save({ name, what, table }) {
    inspector ??= await loadInspector();
    return inspector.save(store.path(name), what, table);
  },

  // For the tests of the pages: what a mark before a program says here.
  async evaluate({ expression }) {
    await bring(python, expression);
    return python.runPython(expression);
  },
};

// Run a program to its end; tell how it ended, and whether Python itself did.
const ended = async (name, given) => {
  try {
    // Browsers without stack switching run all but what waits for JavaScript, as asyncio does.
    const start = runner.get("run");
    const proxy =
      "Suspending" in WebAssembly
        ? await start.callPromising(folder, name, ...given)
        : start(folder, name, ...given);
    const result = proxy.toJs({ dict_converter: Object.fromEntries });
    proxy.destroy();
    return result;
  } catch (error) {
    return { ended: true, ...ending(error) };
  }
};

const tablesOf = () => JSON.parse(rows.get("look")(folder));

// What ended Python itself: the program, by leaving at once, or a limit of the browser.
const ending = error => {
  if (error?.constructor?.name === "Exit") return { status: error.status, failure: null };
  if (/call stack|too much recursion/i.test(error?.message))
    return { status: -1, failure: "RecursionError" };
  if (/memory/i.test(error?.message)) return { status: -1, failure: "MemoryError" };
  return { status: -1, failure: String(error?.message ?? error).split("\n")[0] };
};

answer(actions, action => action !== "start" && store.renew());
