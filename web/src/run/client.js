// The page's side of its folder: starts the worker, runs programs in it, stops it, reads files.
import { withLock } from "./lock.js";
import { Asked } from "../asked.js";
import { Ended } from "../ended.js";
import { RUN_SECONDS, START_SECONDS } from "../limits.js";
import { base, giveUp, initialFiles, load } from "./parts.js";
import { folderOf } from "../place.js";

// Wait for something unless a signal comes first.
const unless = (signal, promise) =>
  new Promise((done, failed) => {
    signal.addEventListener("abort", () => failed(signal.reason));
    promise.then(done, failed);
  });

/**
 * A page's folder in this browser, and the Python that runs in it.
 *
 * Fires `change` after each run and each change of files, `progress` while loading, `output`
 * with the `run` that printed it, `state` when `state` changes, and `waiting` while another tab
 * has the folder.
 */
export class PageFolder extends EventTarget {
  #asked = null; // the worker
  #life = null; // of the worker, or of its start; aborted with the reason of its end
  #starting = null;
  #run = null; // the run that goes on
  #limit = null; // of that run
  #initial = null;
  #closed = false;

  /**
   * @param {string} key - the page's key, as in `sqlite/index`
   */
  constructor(key) {
    super();
    this.key = key;
    this.path = folderOf(key); // as the programs see it
    this.state = "off"; // off, loading, ready, running
    this.versions = null;
    this.lastRun = null; // the names of the files it `made`, `changed`, and that are `gone`, …
  }

  /** Start Python, if it isn't. */
  async start() {
    if (this.#closed) throw new Ended("left");
    this.#starting ??= this.#start();
    return this.#starting;
  }

  async #start() {
    const life = new AbortController();
    const { signal } = life;
    this.#life = life;
    let timer;
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        giveUp();
        this.#end(new Ended("stuck"));
      }, START_SECONDS * 1000);
    };
    const progress = (loaded, total) => {
      alive();
      this.#fire("progress", { loaded, total });
    };
    this.#become("loading");
    alive();
    try {
      if (typeof WebAssembly !== "object" || typeof Worker !== "function") throw new Ended("old");
      const parts = await unless(signal, load(progress, signal));
      this.#initial ??= await unless(signal, initialFiles(this.key, signal));
      alive();
      this.versions = await this.#begin(parts);
    } catch (error) {
      if (this.#life === life) this.#end(error);
      throw error;
    } finally {
      clearTimeout(timer);
    }
    this.#become("ready");
    this.#fire("change");
  }

  #begin(parts) {
    const hear = (event, rest) => (event === "begun" ? this.#begun() : this.#fire(event, rest));
    this.#asked = new Asked("worker.js", hear, reason => this.#end(reason));
    const given = { path: this.path, base: base.href, begin: this.#initial };
    return this.#asked.ask("start", { ...given, ...parts });
  }

  /**
   * Run programs of the folder, one after another up to the first that fails; resolves when the
   * last has ended, and is refused while others run.
   *
   * @param {string[][]} commands - the file of each, and its arguments
   * @param {Record<string, string>} programs - the text of each program of the page
   * @param {number} run - what the events of this run carry
   */
  async run(commands, programs = {}, run = 0) {
    if (this.#run) throw new Ended("busy");
    this.#run = this.#runs({ commands, programs, run });
    try {
      return await this.#run;
    } finally {
      this.#run = null;
    }
  }

  async #runs(options) {
    await this.start();
    let result;
    try {
      result = await this.#withLock("run", options);
    } finally {
      clearTimeout(this.#limit);
      if (this.state === "running") this.#become("ready");
    }
    if (result.ended) this.#end();
    this.lastRun = result.files;
    this.#fire("change");
    return result;
  }

  #begun() {
    this.#become("running");
    this.#setLimit(RUN_SECONDS);
  }

  #setLimit(seconds) {
    clearTimeout(this.#limit);
    this.deadline = performance.now() + seconds * 1000;
    this.#limit = setTimeout(() => this.#end(new Ended("limit")), seconds * 1000);
  }

  /** Give the run that goes on so many seconds more. */
  extend(seconds) {
    if (this.state === "running") {
      this.#setLimit((this.deadline - performance.now()) / 1000 + seconds);
    }
  }

  /** End the run or the start that goes on, at once; what a run wrote is lost. */
  stop() {
    if (this.#run || this.state === "loading") this.#end(new Ended("stopped"));
  }

  /** Free all that this page holds. */
  close() {
    this.#closed = true;
    this.#end();
  }

  #end(reason = new Ended("left")) {
    clearTimeout(this.#limit);
    this.#life?.abort(reason);
    this.#life = null;
    const asked = this.#asked;
    this.#asked = null;
    this.#starting = null;
    this.#become("off");
    asked?.end(reason);
  }

  list() {
    return this.#do("list");
  }

  read(name) {
    return this.#do("read", { name });
  }

  inspect(name, options = {}) {
    return this.#do("inspect", { name, options });
  }

  save = (name, what, table) => this.#do("save", { name, what, table });

  evaluate(expression) {
    return this.#do("evaluate", { expression });
  }

  /** Write a file that the reader gives. */
  write(name, data) {
    this.#fire("given");
    return this.#change("write", { name, data });
  }

  remove(name) {
    return this.#change("remove", { name });
  }

  /** Remove all files, and put in those that the page begins with. */
  empty() {
    this.lastRun = null;
    return this.#change("empty");
  }

  async #change(action, options) {
    const unkept = await this.#do(action, options);
    this.#fire("change");
    if (unkept) throw new Ended(unkept);
  }

  // A run may end the worker, and with it all that was asked of it meanwhile: that waits here.
  async #do(action, options = {}) {
    do {
      await this.#run?.catch(() => {});
      await this.start();
    } while (this.#run);
    return this.#withLock(action, options);
  }

  #withLock(action, options) {
    const waits = () => this.#fire("waiting");
    return withLock(this.path, this.#life.signal, waits, () => this.#asked.ask(action, options));
  }

  #become(state) {
    if (this.state === state) return;
    this.state = state;
    this.#fire("state", { state });
  }

  #fire(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
