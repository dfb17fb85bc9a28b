// The page's side of a Python that looks into a reader's files, and asks for nothing meanwhile.
import { Ended } from "../ended.js";
import { base, giveUp, load } from "../run/parts.js";
import { archiveOf } from "../inspector.js";

/** Fires `progress` with `what`, `done` and `total`. */
export class Desk extends EventTarget {
  #worker = null;
  #waiting = new Map();
  #count = 0;
  #life = null;

  /** Load and start Python; whatever is needed later is here when this resolves. */
  async start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const hear = (done, total) => this.#fire({ what: "Loading", done, total });
    const [parts, archive] = await Promise.all([load(hear, signal), archiveOf()]);
    if (signal.aborted) throw signal.reason;
    this.#fire({ what: "Starting", done: 0, total: 0 });
    const worker = new Worker(new URL("desk-worker.js", import.meta.url), { type: "module" });
    this.#worker = worker;
    worker.addEventListener("message", ({ data }) => this.#receive(data));
    worker.addEventListener("error", event => {
      event.preventDefault();
      if (this.#worker === worker) this.stop(new Ended("worker", event.message));
    });
    await this.#ask("start", { base: base.href, archive, ...parts });
  }

  /**
   * Have these files, and no others, to look into.
   *
   * @param {File[]} files
   */
  take(files) {
    return this.#ask("take", { files });
  }

  inspect(name, options = {}) {
    return this.#ask("inspect", { name, options });
  }

  save(name, what, table) {
    return this.#ask("save", { name, what, table });
  }

  /** End all work at once; the copies of the files go with it. */
  stop(reason = new Ended("stopped")) {
    this.#life?.abort(reason);
    if (this.#worker) this.#worker.terminate();
    else giveUp();
    this.#worker = null;
    for (const { failed } of this.#waiting.values()) failed(reason);
    this.#waiting.clear();
  }

  #ask(action, options) {
    if (!this.#worker) return Promise.reject(new Ended("stopped"));
    return new Promise((done, failed) => {
      const id = ++this.#count;
      this.#waiting.set(id, { done, failed });
      this.#worker.postMessage({ id, action, ...options });
    });
  }

  #receive({ id, event, result, error, reason = "error" }) {
    if (event) return this.#fire(event);
    const { done, failed } = this.#waiting.get(id) ?? {};
    this.#waiting.delete(id);
    if (error === undefined) done?.(result);
    else failed?.(new Ended(reason, error));
  }

  #fire(detail) {
    this.dispatchEvent(new CustomEvent("progress", { detail }));
  }
}
