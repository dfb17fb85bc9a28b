// Asks a worker, and hears what it answers and what it tells meanwhile.
import { Ended } from "./ended.js";

export class Asked {
  #worker;
  #waiting = new Map();
  #count = 0;

  /**
   * @param {string} name - the worker's file
   * @param {(event: any, rest: any) => void} hear - called with what it tells unasked
   * @param {(reason: Ended) => void} broke - called when the worker itself fails
   */
  constructor(name, hear, broke) {
    this.#worker = new Worker(new URL(name, import.meta.url), { type: "module" });
    this.#worker.addEventListener("message", ({ data }) => {
      const { id, event, result, error, reason = "error", ...rest } = data;
      if (!this.#worker) return;
      if (event) return hear(event, rest);
      const { done, failed } = this.#waiting.get(id) ?? {};
      this.#waiting.delete(id);
      if (error === undefined) done?.(result);
      else failed?.(new Ended(reason, error));
    });
    this.#worker.addEventListener("error", event => {
      event.preventDefault();
      if (this.#worker) broke(new Ended("worker", event.message));
    });
  }

  ask(action, options) {
    return new Promise((done, failed) => {
      const id = ++this.#count;
      this.#waiting.set(id, { done, failed });
      this.#worker.postMessage({ id, action, ...options });
    });
  }

  /** End the worker at once; what was asked of it fails for this reason. */
  end(reason) {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { failed } of this.#waiting.values()) failed(reason);
    this.#waiting.clear();
  }
}
