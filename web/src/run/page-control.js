// What the bars of one page share: its programs as the reader has them, and the folder.
import { Ended } from "../ended.js";
import { folderOf, place } from "../place.js";

const keeper = storage => ({
  get(key) {
    try {
      return globalThis[storage].getItem(key);
    } catch {
      return null;
    }
  },
  set(key, text) {
    try {
      if (text === null) globalThis[storage].removeItem(key);
      else globalThis[storage].setItem(key, text);
    } catch {
      // A browser that keeps nothing: it lasts until the page is left.
    }
  },
});
const store = keeper("localStorage");
const session = keeper("sessionStorage");
const savesData = () =>
  /** @type {any} */ (navigator).connection?.saveData ?? false; // not in Firefox and Safari

/**
 * Fires the events of the folder, `edit` when a program changes, `to` with the `name` of a program
 * that is to be run after those above it, and `left` after each run with what is in the folder.
 */
export class PageControl extends EventTarget {
  #folder = null;
  #left = false;
  #edits = new Map();
  #count = 0;
  #ran; // the programs that have run since the folder was as the page begins it; "" for a file
  #asked = false;

  /**
   * @param {string} key - the page's key
   * @param {Map<string, string>} published - the text of each program by name
   * @param {string[]} names - of those that run here, in order
   * @param {number} cost - what Python weighs as it is sent, in bytes; 0 if that is not known
   */
  constructor(key, published, names = [], cost = 0) {
    super();
    this.key = key;
    this.published = published;
    this.names = names;
    this.cost = cost;
    this.folderPath = folderOf(key);
    this.current = null; // the `number` of the run that goes on, and how to `stop` it
    this.storageKey = name => `run ${place} ${key} ${name}`;
    this.#ran = new Set(JSON.parse(store.get(this.storageKey("")) ?? "[]"));
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

  /** Whether Python was loaded in this session of the browser. */
  get isLoaded() {
    return session.get(`python ${place}`) !== null;
  }

  /** Whether to ask before Python is loaded, which is done once. */
  asksFirst() {
    const asks = savesData() && !this.isLoaded && !this.#asked;
    this.#asked ||= asks;
    return asks;
  }

  /** Whether the reader put a file of their own into this folder. */
  get hasGiven() {
    return this.#ran.has("");
  }

  /** Whether a program has run in this folder. */
  get hasRun() {
    return this.#ran.size > 0;
  }

  /** Tell what a program missed of what those above it make, if none of them has run. */
  async missed(name, files, result) {
    const above = this.names.slice(0, this.names.indexOf(name));
    if (above.length === 0 || above.some(each => this.#ran.has(each))) return undefined;
    const programs = new Map([...this.published.keys()].map(each => [each, this.text(each)]));
    try {
      const { missing } = await import("./missing.js");
      return missing(files, above, programs, this.#edits.size > 0, result);
    } catch {
      return undefined; // the run is told without it
    }
  }

  /** Note that a program has run, and so has changed the folder. */
  ran(name) {
    this.last = name;
    this.#note([...this.#ran, name]);
  }

  #note(names) {
    this.#ran = new Set(names);
    store.set(this.storageKey(""), names.length ? JSON.stringify([...this.#ran]) : null);
  }

  /** Have a program run after those above it. */
  runTo(name) {
    this.dispatchEvent(new CustomEvent("to", { detail: { name } }));
  }

  /** Tell what a run left in the folder; resolves to what shows it, or to nothing. */
  async left(name, files) {
    try {
      const { changes, summary } = await import("../folder/changes.js");
      this.dispatchEvent(new CustomEvent("left", { detail: { text: summary(files) } }));
      return changes(name, files);
    } catch {
      return null; // the run is told without it
    }
  }

  /** Remove all files, and put in those that the page begins with. */
  async empty() {
    await (await this.folder()).empty();
    this.last = undefined;
    this.#note([]);
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
        if (detail.state === "ready") session.set(`python ${place}`, "loaded");
        this.dispatchEvent(new CustomEvent(name, { detail }));
      });
    }
    folder.addEventListener("given", () => this.#note([...this.#ran, ""]));
    this.opened = folder;
    return folder;
  }

  /** Start Python before it is asked for; what goes wrong is told when it is. */
  warm() {
    if (savesData()) return;
    this.folder().then(folder => folder.start()).catch(() => {});
  }

  /** Run programs with the others as they are now; refused at once while another runs. */
  async run(commands) {
    if (this.current) throw new Ended("busy");
    const programs = Object.fromEntries(
      [...this.published.keys()].map(each => [each, this.text(each)]),
    );
    const number = ++this.#count;
    try {
      const result = await new Promise((done, failed) => {
        this.current = { number, stop: () => failed(new Ended("stopped")) };
        this.folder()
          .then(folder => this.current?.number === number && folder.run(commands, programs, number))
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
