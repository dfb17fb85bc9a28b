// <pdp-folder>: lists the files of the page's folder; opens, downloads, deletes and takes in files.

import "./folder-look.js";
import { frame } from "./folder-frame.js";
import { make } from "../make.js";
import { row } from "./folder-row.js";
import { folderTexts as texts } from "./folder-texts.js";
import { sentence } from "../texts.js";

const isSource = name => /\.(py|sh)$/.test(name);

export class FolderPanel extends HTMLElement {
  #folder = null;
  #states = new Map(); // size and time of each file
  #run = null; // that the marks are of
  #marks = new Map();
  #rows = new Map();
  #asked = 0;
  #parts = null;
  #opened = false; // whether a file was opened for the reader

  get folder() {
    return this.#folder;
  }

  set folder(folder) {
    this.#folder?.removeEventListener("change", this);
    this.#folder = folder;
    this.#marks.clear();
    if (this.isConnected) this.#start();
  }

  connectedCallback() {
    this.#parts ??= this.#build();
    this.#start();
  }

  disconnectedCallback() {
    this.#folder?.removeEventListener("change", this);
  }

  handleEvent() {
    return this.refresh();
  }

  #start() {
    if (!this.#folder) return;
    this.#folder.addEventListener("change", this);
    this.refresh();
  }

  #build() {
    const { panel, style, ...parts } = frame({
      take: files => this.#take(files),
      say: text => this.#say(text),
    });
    this.append(style, panel);
    return parts;
  }

  #say(text) {
    this.#parts.status.textContent = text;
  }

  /** Read the list again, keep what is open open, and mark what a run has made or changed. */
  async refresh() {
    const asked = ++this.#asked;
    let files;
    try {
      files = await this.#folder.list();
    } catch (error) {
      return this.#say(sentence(error));
    }
    if (asked !== this.#asked) return;
    this.#states = new Map(files.map(file => [file.name, `${file.size} ${file.modified}`]));
    this.#mark();
    this.#draw(files);
  }

  #mark() {
    const run = this.#folder.lastRun;
    if (run === this.#run) return;
    this.#run = run;
    this.#marks.clear();
    if (!run) return;
    for (const mark of ["made", "changed"])
      for (const name of run[mark]) this.#marks.set(name, mark);
    const said = texts.afterRun(run.made.length, run.changed.length, run.gone.length);
    if (said) this.#say(`${texts.title}: ${said}.`);
  }

  #draw(files) {
    const { list, sources, fold, folded, total, title } = this.#parts;
    total.textContent = texts.total(files.length, files.reduce((sum, file) => sum + file.size, 0));
    const names = new Set(files.map(file => file.name));
    for (const [name, { item }] of this.#rows) {
      if (names.has(name)) continue;
      if (item.contains(document.activeElement)) title.focus();
      item.remove();
      this.#rows.delete(name);
    }
    const [programs, data] = [true, false].map(each =>
      files.filter(({ name }) => isSource(name) === each),
    );
    this.#fill(list, data);
    this.#fill(sources, programs);
    folded.textContent = texts.sources(programs.length);
    fold.hidden = programs.length === 0;
    if (this.#opened) return;
    this.#opened = true;
    fold.open = data.length === 0;
    if (data.length) {
      const newest = data.reduce((one, other) => (other.modified > one.modified ? other : one));
      this.#toggle(newest.name);
    }
  }

  #fill(list, files) {
    let place = list.firstElementChild;
    for (const file of files) {
      let shown = this.#rows.get(file.name);
      if (!shown) {
        shown = this.#row(file.name);
        this.#rows.set(file.name, shown);
        list.insertBefore(shown.item, place);
      } else place = shown.item.nextElementSibling;
      shown.update(file, this.#marks.get(file.name), this.#states);
    }
    list.hidden = files.length === 0;
  }

  #row(name) {
    return row(name, {
      toggle: () => this.#toggle(name),
      download: () => this.#try(() => this.#download(name)),
      remove: () => this.#try(() => this.#delete(name)),
    });
  }

  #toggle(name) {
    const { open, box } = this.#rows.get(name);
    const opens = box.hidden;
    open.setAttribute("aria-expanded", String(opens));
    box.hidden = !opens;
    if (!opens) return box.replaceChildren();
    const look = make("pdp-look");
    Object.assign(look, { folder: this.#folder, name });
    box.append(look);
    return look.refresh();
  }

  async #try(act) {
    try {
      await act();
    } catch (error) {
      this.#say(sentence(error));
    }
  }

  async #download(name) {
    const url = URL.createObjectURL(new Blob([await this.#folder.read(name)]));
    make("a", { href: url, download: name.split("/").at(-1) }).click();
    URL.revokeObjectURL(url);
  }

  async #delete(name) {
    const content = await this.#folder.read(name);
    await this.#folder.remove(name);
    await this.refresh();
    this.#offerUndo(texts.deleted(name), [{ name, content }]);
    this.#parts.undo.querySelector("button").focus();
  }

  async #take(files) {
    await this.#try(async () => {
      const names = new Set((await this.#folder.list()).map(file => file.name));
      const replaced = [];
      for (const { name } of files) {
        if (names.has(name)) replaced.push({ name, content: await this.#folder.read(name) });
      }
      for (const file of files) {
        await this.#folder.write(file.name, new Uint8Array(await file.arrayBuffer()));
      }
      await this.refresh();
      if (replaced.length) {
        this.#offerUndo(replaced.map(({ name }) => texts.replaced(name)).join(" "), replaced);
      }
      this.#say(texts.written(files.map(file => file.name)));
    });
  }

  #offerUndo(text, files) {
    const { undo } = this.#parts;
    const button = make("button", { type: "button", class: "folder__button" }, texts.undo);
    button.addEventListener("click", () =>
      this.#try(async () => {
        for (const { name, content } of files) await this.#folder.write(name, content);
        await this.refresh();
        undo.hidden = true;
        undo.replaceChildren();
        this.#say(files.map(({ name }) => texts.restored(name)).join(" "));
        this.#rows.get(files[0].name)?.open.focus();
      }),
    );
    undo.replaceChildren(make("span", {}, text), " ", button);
    undo.hidden = false;
    this.#say(text);
  }
}

customElements.define("pdp-folder", FolderPanel);
