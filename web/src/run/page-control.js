// What the bars of one page share: its programs as the reader has them, and the folder.
import { Ended } from "../ended.js";
import { folderOf, place } from "../place.js";
import { texts } from "../texts.js";

const store = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key, text) {
    try {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
    } catch {
      // A browser that keeps nothing: the edit lasts until the page is left.
    }
  },
};

/** Fires the events of the folder, and `edit` when a program changes. */
export class PageControl extends EventTarget {
  #folder = null;
  #left = false;
  #edits = new Map();
  #count = 0;

  /**
   * @param {string} key - the page's key
   * @param {Map<string, string>} published - the text of each program by name
   */
  constructor(key, published) {
    super();
    this.key = key;
    this.published = published;
    this.folderPath = folderOf(key);
    this.current = null; // the `number` of the run that goes on, and how to `stop` it
    this.storageKey = name => `run ${place} ${key} ${name}`;
    for (const name of published.keys()) {
      const text = store.get(this.storageKey(name));
      if (text !== null && text !== published.get(name)) this.#edits.set(name, text);
    }
  }

  text(name) {
    return this.#edits.get(name) ?? this.published.get(name);
  }

  isEdited(name) {
    return this.#edits.has(name);
  }

  edit(name, text) {
    if (text === this.published.get(name)) this.#edits.delete(name);
    else this.#edits.set(name, text);
    store.set(this.storageKey(name), this.#edits.get(name) ?? null);
    this.dispatchEvent(new CustomEvent("edit", { detail: { name } }));
  }

  /** The folder; its code is loaded when first asked for. */
  folder() {
    this.#folder ??= this.#open().catch(error => {
      this.#folder = null;
      throw error;
    });
    return this.#folder;
  }

  async #open() {
    const { PageFolder } = await import("./client.js").catch(error => {
      throw new Ended("download", error.message);
    });
    if (this.#left) throw new Ended("left");
    const folder = new PageFolder(this.key);
    for (const name of ["state", "progress", "waiting", "output", "change"]) {
      folder.addEventListener(name, event => {
        const { detail } = /** @type {CustomEvent} */ (event);
        this.dispatchEvent(new CustomEvent(name, { detail }));
      });
    }
    this.opened = folder;
    return folder;
  }

  /** Start Python before it is asked for; what goes wrong is told when it is. */
  warm() {
    const { connection } = /** @type {any} */ (navigator); // not in Firefox and Safari
    if (connection?.saveData) return;
    this.folder().then(folder => folder.start()).catch(() => {});
  }

  /** Run a program with the others as they are now; refused at once while another runs. */
  async run(name) {
    if (this.current) throw new Ended("busy");
    const programs = Object.fromEntries(
      [...this.published.keys()].map(each => [each, this.text(each)]),
    );
    const number = ++this.#count;
    try {
      const result = await new Promise((done, failed) => {
        this.current = { number, stop: () => failed(new Ended("stopped")) };
        this.folder()
          .then(folder => this.current?.number === number && folder.run(name, programs, number))
          .then(done, failed);
      });
      import("../offline/offline.js").then(offline => offline.keepForOffline()).catch(() => {});
      return result;
    } finally {
      this.current = null;
    }
  }

  /** Stop the run that goes on, also while it waits for what runs it. */
  stop() {
    this.current?.stop();
    this.opened?.stop();
  }

  /** Stop what runs and free what the page holds. */
  leave() {
    this.#left = true;
    this.opened?.close();
  }
}

/** The sentence for what ended a run or a start. */
export const sentence = error => texts.ended[error?.reason] ?? texts.ended.error;
