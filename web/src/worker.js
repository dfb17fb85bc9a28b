// Holds Python and the page's folder; runs one program at a time and keeps the files.
import { carried } from "./carried.js";
import { OUTPUT_LIMIT } from "./limits.js";

let python; // Pyodide
let files; // its file system, which outlives Python
let runner; // runner.py's functions
let inspector; // inspect_file.py's, once asked for
let folder; // the page's folder
let kept = true; // whether the browser keeps the files

const post = (message, transfer = []) => self.postMessage(message, transfer);
const encoder = new TextEncoder();

// Pyodide fetches and compiles its parts itself; here it is given those that the page holds.
const supply = (module, library) => {
  const { fetch } = self;
  self.fetch = (url, options) => {
    const name = String(url).split("/").pop();
    if (name === "stdlib.zip") return Promise.resolve(new Response(library));
    if (name === "pyodide.asm.wasm") return Promise.resolve(new Response());
    return fetch(url, options);
  };
  WebAssembly.instantiateStreaming = async (_, imports) => ({
    module,
    instance: await WebAssembly.instantiate(module, imports),
  });
};

const sync = fromBrowser => new Promise((done, failed) => {
  files.syncfs(fromBrowser, error => (error ? failed(error) : done()));
});

// Keep the files; say why where the browser doesn't.
const keep = async () => {
  if (!kept) return null;
  try {
    await sync(false);
    return null;
  } catch (error) {
    return /quota/i.test(`${error?.name} ${error?.message}`) ? "quota" : "storage";
  }
};

const output = {
  decoder: null,
  pending: "",
  size: 0,
  since: 0,
  begin() {
    Object.assign(this, { decoder: new TextDecoder(), pending: "", size: 0, since: 0 });
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
    if (this.pending) post({ event: "output", text: this.pending });
    this.pending = "";
    this.since = performance.now();
  },
  end() {
    this.pending += this.decoder.decode();
    this.send();
    return this.size > OUTPUT_LIMIT;
  },
};

const path = name => `${folder}/${name}`;

const write = (name, data) => {
  const target = path(name);
  files.mkdirTree(target.slice(0, target.lastIndexOf("/")));
  files.writeFile(target, data);
};

const isThere = name => files.analyzePath(path(name)).exists;

const walk = function* (directory, prefix = "") {
  for (const name of files.readdir(directory)) {
    if (name === "." || name === "..") continue;
    const stat = files.stat(`${directory}/${name}`);
    if (files.isDir(stat.mode)) yield* walk(`${directory}/${name}`, `${prefix}${name}/`);
    else yield { name: prefix + name, size: stat.size, modified: Number(stat.mtime) };
  }
};

// Each file's size and time of change, to tell what a run has made and changed.
const states = () =>
  new Map([...walk(folder)].map(({ name, size, modified }) => [name, `${size} ${modified}`]));

const since = before => {
  const now = [...states()];
  return {
    made: now.filter(([name]) => !before.has(name)).map(([name]) => name),
    changed: now
      .filter(([name, state]) => before.has(name) && before.get(name) !== state)
      .map(([name]) => name),
  };
};

const removeAll = directory => {
  for (const name of files.readdir(directory)) {
    if (name === "." || name === "..") continue;
    const inner = `${directory}/${name}`;
    if (files.isDir(files.lstat(inner).mode)) {
      removeAll(inner);
      files.rmdir(inner);
    } else {
      files.unlink(inner);
    }
  }
};

const lay = (initial, anew) => {
  for (const [name, data] of Object.entries(initial)) {
    if (anew || !isThere(name)) write(name, data);
  }
};

const actions = {
  async start({ key, base, module, library, initial }) {
    const begin = performance.now();
    supply(module, library);
    const { loadPyodide } = await import(`${base}pyodide.mjs`);
    python = await loadPyodide({
      indexURL: base,
      stdLibURL: `${base}stdlib.zip`,
      lockFileContents: carried.runtime.lock,
      packageBaseUrl: base,
      env: { HOME: "/home/reader", TZ: "UTC", LANG: "C.UTF-8", LC_ALL: "C.UTF-8" },
    });
    files = python.FS;
    for (const set of ["setStdout", "setStderr"]) {
      python[set]({ write: bytes => output.write(bytes), isatty: false });
    }
    python.setStdin({ stdin: () => undefined });
    folder = `/pages/${key}`;
    files.mkdirTree(folder);
    try {
      files.mount(files.filesystems.IDBFS, {}, folder);
      await sync(true);
    } catch {
      kept = false;
    }
    lay(initial, false);
    const source = await (await fetch(new URL("runner.py", import.meta.url))).text();
    const namespace = python.toPy({ __name__: "runner" });
    python.runPython(source, { globals: namespace, filename: "runner.py" });
    runner = namespace;
    const versions = runner.get("versions")().toJs({ dict_converter: Object.fromEntries });
    return { ...versions, kept, milliseconds: performance.now() - begin };
  },

  async run({ name, programs }) {
    for (const [file, text] of Object.entries(programs)) {
      const bytes = encoder.encode(text);
      const old = isThere(file) ? files.readFile(path(file)) : null;
      if (!old || old.length !== bytes.length || old.some((byte, i) => byte !== bytes[i])) {
        write(file, bytes);
      }
    }
    const before = states();
    output.begin();
    const begin = performance.now();
    let result;
    try {
      const proxy = await runner.get("run").callPromising(folder, name);
      result = proxy.toJs({ dict_converter: Object.fromEntries });
      proxy.destroy();
    } catch (error) {
      result = { ended: true, ...ending(error) };
    }
    const seconds = (performance.now() - begin) / 1000;
    const cut = output.end();
    const touched = since(before);
    return { ...result, files: touched, seconds, cut, size: output.size, unkept: await keep(), kept };
  },

  list: () => [...walk(folder)].sort((a, b) => (a.name < b.name ? -1 : 1)),
  read: ({ name }) => files.readFile(path(name)),

  async write({ name, data }) {
    write(name, data);
    return keep();
  },

  async remove({ name }) {
    files.unlink(path(name));
    return keep();
  },

  async empty({ initial }) {
    python.runPython("import os; os.chdir('/')");
    removeAll(folder);
    lay(initial, true);
    return keep();
  },

  async inspect({ name, options }) {
    if (!inspector) {
      const source = await (await fetch(new URL("inspect_file.py", import.meta.url))).text();
      inspector = python.toPy({ __name__: "inspect_file" });
      python.runPython(source, { globals: inspector, filename: "inspect_file.py" });
      python.runPython("import json\ndef inspect_json(path, options):\n    return json.dumps(inspect(path, json.loads(options)))", { globals: inspector });
    }
    return JSON.parse(inspector.get("inspect_json")(path(name), JSON.stringify(options)));
  },

  // For the tests of the pages: what a mark before a program says here.
  evaluate: ({ expression }) => python.runPython(expression),
};

// What ended Python itself: the program, by leaving at once, or a limit of the browser.
const ending = error => {
  if (error?.constructor?.name === "Exit") return { status: error.status, failure: null };
  if (/call stack/i.test(error?.message)) return { status: -1, failure: "RecursionError" };
  if (/memory/i.test(error?.message)) return { status: -1, failure: "MemoryError" };
  return { status: -1, failure: String(error?.message ?? error).split("\n")[0] };
};

self.addEventListener("message", async ({ data: { id, action, ...options } }) => {
  try {
    post({ id, result: await actions[action](options) });
  } catch (error) {
    post({ id, error: String(error?.message ?? error) });
  }
});
