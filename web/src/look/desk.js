// The page's side of a Python that looks into a reader's files, and asks for nothing meanwhile.
import { Asked } from "../asked.js";
import { Ended } from "../ended.js";
import { base, giveUp, load } from "../run/parts.js";
import { archiveOf } from "../inspector.js";

/** Fires `progress` with `what`, `done` and `total`. */
export class Desk extends EventTarget {
  #asked = null; // the worker
  #life = null;

  /** Load and start Python; whatever is needed later is here when this resolves. */
  async start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const hear = (done, total) => this.#fire({ what: "Loading", done, total });
    const [parts, archive] = await Promise.all([load(hear, signal), archiveOf()]);
    if (signal.aborted) throw signal.reason;
    this.#fire({ what: "Starting", done: 0, total: 0 });
    const tell = event => this.#fire(event);
    this.#asked = new Asked("desk-worker.js", tell, reason => this.stop(reason));
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
    if (this.#asked) this.#asked.end(reason);
    else giveUp();
    this.#asked = null;
  }

  #ask(action, options) {
    return this.#asked?.ask(action, options) ?? Promise.reject(new Ended("stopped"));
  }

  #fire(detail) {
    this.dispatchEvent(new CustomEvent("progress", { detail }));
  }
}
