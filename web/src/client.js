// The page's side of its folder: starts the worker, runs programs in it, stops it, reads files.
import { carried } from "./carried.js";
import { RUN_SECONDS, START_SECONDS } from "./limits.js";

const here = new URL(".", import.meta.url);
const base = new URL(`${carried.runtime.folder}/`, here);
let parts; // the compiled module and the library, kept for the next worker

// Fetch a file and tell of each piece that has come.
const fetched = async (name, arrived) => {
  const response = await fetch(new URL(name, base));
  if (!response.ok || !response.body) throw new Error(`${response.status} ${name}`);
  const counted = response.body.pipeThrough(
    new TransformStream({
      transform(piece, controller) {
        arrived(piece.length);
        controller.enqueue(piece);
      },
    }),
  );
  return new Response(counted, { headers: { "content-type": "application/wasm" } });
};

const load = async progress => {
  const total = Object.values(carried.runtime.sizes).reduce((sum, size) => sum + size, 0);
  let loaded = 0;
  const arrived = size => progress((loaded += size), total);
  const [module, library] = await Promise.all([
    fetched("pyodide.asm.wasm", arrived).then(response => WebAssembly.compileStreaming(response)),
    fetched("stdlib.zip", arrived).then(response => response.arrayBuffer()),
  ]);
  return { module, library };
};

/** Why a run or a start ended otherwise than by itself; `reason` is a key of the texts. */
export class Ended extends Error {
  constructor(reason, detail = "") {
    super(`${reason} ${detail}`.trim());
    this.reason = reason;
    this.detail = detail;
  }
}

/**
 * A page's folder in this browser, and the Python that runs in it.
 *
 * Fires `change` after each run and each change of files, `progress` while loading,
 * `output` while running, `state` when `state` changes.
 */
export class PageFolder extends EventTarget {
  #worker = null;
  #waiting = new Map();
  #count = 0;
  #starting = null;
  #limit = null; // of the run that goes on
  #abandon = null; // gives up the start that goes on
  #initial = null;

  /**
   * @param {string} key - the page's key, as in `sqlite/index`
   */
  constructor(key) {
    super();
    this.key = key;
    this.state = "off"; // off, loading, ready, running
    this.versions = null;
    this.lastRun = null; // the names of the files it `made` and `changed`
  }

  /** Start Python, if it isn't. */
  start() {
    this.#starting ??= this.#start().catch(error => {
      this.#end();
      throw error;
    });
    return this.#starting;
  }

  async #start() {
    this.#become("loading");
    let timer;
    let alive;
    const givenUp = new Promise((_, failed) => {
      this.#abandon = failed;
      alive = () => {
        clearTimeout(timer);
        timer = setTimeout(() => failed(new Ended("stuck")), START_SECONDS * 1000);
      };
    });
    alive();
    try {
      await Promise.race([this.#load(alive), givenUp]);
      this.versions = await Promise.race([this.#begin(), givenUp]);
    } finally {
      this.#abandon = null;
      clearTimeout(timer);
    }
    this.#become("ready");
    this.#changed();
  }

  async #load(alive) {
    if (typeof WebAssembly !== "object" || typeof Worker !== "function") throw new Ended("old");
    try {
      parts ??= load((loaded, total) => {
        alive();
        this.#fire("progress", { loaded, total });
      });
      await parts;
    } catch (error) {
      parts = undefined;
      throw new Ended("download", error.message);
    }
    this.#initial ??= await this.#files();
  }

  async #begin() {
    const { module, library } = await parts;
    this.#worker = new Worker(new URL("worker.js", here), { type: "module" });
    this.#worker.addEventListener("message", event => this.#receive(event.data));
    this.#worker.addEventListener("error", event => {
      event.preventDefault();
      this.#fail(new Ended("worker", event.message));
    });
    return this.#ask("start", { key: this.key, base: base.href, module, library, initial: this.#initial });
  }

  async #files() {
    const response = await fetch(new URL(`pages/${this.key}.files.json`, here));
    if (!response.ok) throw new Ended("download", `${response.status}`);
    const found = {};
    for (const [name, data] of Object.entries(await response.json())) {
      found[name] = typeof data === "string"
        ? new TextEncoder().encode(data)
        : Uint8Array.from(atob(data.base64), letter => letter.charCodeAt(0));
    }
    return found;
  }

  /**
   * Run a program of the folder; resolves when it has ended.
   *
   * @param {string} name - its file
   * @param {Record<string, string>} programs - the text of each program of the page
   */
  async run(name, programs = {}) {
    await this.start();
    if (this.state !== "ready") throw new Ended("busy");
    this.#become("running", name);
    this.#setLimit(RUN_SECONDS);
    let result;
    try {
      result = await this.#ask("run", { name, programs });
    } finally {
      clearTimeout(this.#limit);
      if (this.state === "running") this.#become(this.#worker ? "ready" : "off");
    }
    if (result.ended) this.#end();
    this.lastRun = result.files;
    this.#changed();
    return result;
  }

  #setLimit(seconds) {
    clearTimeout(this.#limit);
    this.deadline = performance.now() + seconds * 1000;
    this.#limit = setTimeout(() => this.#stop("limit"), seconds * 1000);
  }

  /** Give the run that goes on so many seconds more. */
  extend(seconds) {
    if (this.state === "running") {
      this.#setLimit((this.deadline - performance.now()) / 1000 + seconds);
    }
  }

  /** End the run that goes on, at once; what it wrote is lost. */
  stop() {
    if (this.state === "running" || this.state === "loading") this.#stop("stopped");
  }

  #stop(reason) {
    this.#end(new Ended(reason));
  }

  /** Free all that this page holds. */
  close() {
    this.#end(new Ended("left"));
  }

  #end(reason = new Ended("left")) {
    clearTimeout(this.#limit);
    this.#abandon?.(reason);
    this.#worker?.terminate();
    this.#worker = null;
    this.#starting = null;
    this.#become("off");
    for (const { failed } of this.#waiting.values()) failed(reason);
    this.#waiting.clear();
  }

  #fail(error) {
    this.#end(error);
  }

  async list() {
    return this.#do("list");
  }

  async read(name) {
    return this.#do("read", { name });
  }

  async inspect(name, options = {}) {
    return this.#do("inspect", { name, options });
  }

  async evaluate(expression) {
    return this.#do("evaluate", { expression });
  }

  async write(name, data) {
    return this.#change("write", { name, data });
  }

  async remove(name) {
    return this.#change("remove", { name });
  }

  /** Remove all files, and put in those that the page begins with. */
  async empty() {
    await this.start();
    this.lastRun = null;
    return this.#change("empty", { initial: this.#initial });
  }

  async #change(action, options) {
    const unkept = await this.#do(action, options);
    this.#changed();
    if (unkept) throw new Ended(unkept);
  }

  async #do(action, options = {}) {
    await this.start();
    return this.#ask(action, options);
  }

  #ask(action, options) {
    return new Promise((done, failed) => {
      const id = ++this.#count;
      this.#waiting.set(id, { done, failed });
      this.#worker.postMessage({ id, action, ...options });
    });
  }

  #receive({ id, event, result, error, ...rest }) {
    if (event) return this.#fire(event, rest);
    const { done, failed } = this.#waiting.get(id) ?? {};
    this.#waiting.delete(id);
    if (error === undefined) done?.(result);
    else failed?.(new Ended("error", error));
  }

  #become(state, program = null) {
    if (this.state === state) return;
    this.state = state;
    this.#fire("state", { state, program });
  }

  #changed() {
    this.#fire("change");
  }

  #fire(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
