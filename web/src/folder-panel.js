// <pdp-folder>: lists the files of the page's folder; opens, downloads, deletes and takes in files.
// Put it on the page before a run, so that it can tell what the run has made.

import "./folder-look.js";
import { make } from "./make.js";
import { bytes, folderTexts as texts, time } from "./folder-texts.js";

// What the programs have made stands before the programs.
const rank = name => (/\.(py|sh)$/.test(name) ? 1 : 0);
const inOrder = (one, other) => rank(one.name) - rank(other.name) || (one.name < other.name ? -1 : 1);

let last = 0;

class FolderPanel extends HTMLElement {
  #folder = null;
  #before = null; // name → size and time, as of the last change that was not ours
  #marks = new Map();
  #rows = new Map();
  #asked = 0;
  #ours = 0;
  #parts = null;

  get folder() {
    return this.#folder;
  }

  set folder(folder) {
    this.#folder?.removeEventListener("change", this);
    this.#folder = folder;
    this.#before = null;
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
    const id = `pdp-folder-${++last}`;
    const look = make("link", { rel: "stylesheet", href: new URL("folder.css", import.meta.url) });
    const total = make("span", { class: "folder__total" });
    const status = make("p", { class: "folder__status", role: "status" });
    const list = make("ul", { class: "folder__files" });
    const undo = make("div", { class: "folder__undo", hidden: true });
    const input = make("input", {
      type: "file",
      multiple: true,
      class: "folder__input",
      change: () => this.#take([...input.files]).then(() => (input.value = "")),
    });
    const drop = make("label", { class: "folder__drop" }, texts.drop, make("span", {}, texts.choose), input);
    const title = make("p", { class: "folder__title", id, tabindex: "-1" }, texts.title, " ", total);
    const over = active => event => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      drop.classList.toggle("folder__drop--over", active);
    };
    const panel = make(
      "section",
      {
        class: "folder",
        "aria-labelledby": id,
        dragover: over(true),
        dragleave: over(false),
        drop: event => {
          over(false)(event);
          return this.#take([...event.dataTransfer.files]);
        },
        say: event => this.#say(event.detail),
      },
      title,
      list,
      undo,
      drop,
      status,
    );
    this.append(look, panel);
    return { title, total, status, list, undo };
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
      return this.#say(texts.failed(error.message));
    }
    if (asked !== this.#asked) return;
    files.sort(inOrder);
    this.#mark(files);
    this.#draw(files);
  }

  #mark(files) {
    const now = new Map(files.map(file => [file.name, `${file.size} ${file.modified}`]));
    if (this.#ours > 0) {
      for (const name of this.#marks.keys()) if (!now.has(name)) this.#marks.delete(name);
    } else if (this.#before) {
      this.#marks = new Map();
      for (const [name, state] of now) {
        if (!this.#before.has(name)) this.#marks.set(name, "made");
        else if (this.#before.get(name) !== state) this.#marks.set(name, "changed");
      }
      const marks = [...this.#marks.values()];
      const of = mark => marks.filter(one => one === mark).length;
      if (marks.length) this.#say(`${texts.title}: ${texts.afterRun(of("made"), of("changed"))}.`);
    }
    this.#before = now;
  }

  #draw(files) {
    const { list, total, title } = this.#parts;
    total.textContent = texts.total(files.length, files.reduce((sum, file) => sum + file.size, 0));
    const names = new Set(files.map(file => file.name));
    for (const [name, row] of this.#rows) {
      if (names.has(name)) continue;
      if (row.item.contains(document.activeElement)) title.focus();
      row.item.remove();
      this.#rows.delete(name);
    }
    let place = list.firstElementChild;
    for (const file of files) {
      let row = this.#rows.get(file.name);
      if (!row) {
        row = this.#row(file.name);
        this.#rows.set(file.name, row);
        list.insertBefore(row.item, place);
      } else place = row.item.nextElementSibling;
      row.update(file, this.#marks.get(file.name));
    }
    list.hidden = files.length === 0;
  }

  #row(name) {
    const id = `pdp-look-${++last}`;
    const mark = make("span", { class: "folder__mark" });
    const facts = make("span", { class: "folder__facts" });
    const open = make(
      "button",
      {
        type: "button",
        class: "folder__open",
        "aria-expanded": "false",
        "aria-controls": id,
        click: () => this.#toggle(name),
      },
      make("code", {}, name),
    );
    const button = (label, act) =>
      make("button", { type: "button", class: "folder__button", "aria-label": `${label} ${name}`, click: act }, label);
    const box = make("div", { class: "folder__look", id, role: "group", "aria-label": texts.look(name), hidden: true });
    const item = make(
      "li",
      {},
      make(
        "div",
        { class: "folder__file" },
        open,
        mark,
        facts,
        button(texts.download, () => this.#try(() => this.#download(name))),
        button(texts.delete, () => this.#try(() => this.#delete(name))),
      ),
      box,
    );
    let state = "";
    const update = (file, marked) => {
      facts.textContent = `${bytes(file.size)}, ${texts.changedAt(time(file.modified))}`;
      mark.textContent = marked ? texts.marks[marked] : "";
      mark.title = marked ? texts.markTitles[marked] : "";
      item.dataset.mark = marked ?? "";
      // A database shows what is in its journals too, so any change may change the look.
      const look = box.firstElementChild;
      const now = [...this.#before.entries()].filter(([other]) => other.startsWith(name)).join();
      if (look && now !== state) look.refresh();
      state = now;
    };
    return { item, open, box, update };
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
      this.#say(texts.failed(error.message));
    }
  }

  /** Change the folder by hand, which is no run: nothing new is marked. */
  async #change(act) {
    this.#ours += 1;
    try {
      await act();
      await this.refresh();
    } finally {
      this.#ours -= 1;
    }
  }

  async #download(name) {
    const url = URL.createObjectURL(new Blob([await this.#folder.read(name)]));
    make("a", { href: url, download: name.split("/").at(-1) }).click();
    URL.revokeObjectURL(url);
  }

  async #delete(name) {
    const content = await this.#folder.read(name);
    await this.#change(() => this.#folder.remove(name));
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
      await this.#change(async () => {
        for (const file of files) {
          await this.#folder.write(file.name, new Uint8Array(await file.arrayBuffer()));
        }
      });
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
        await this.#change(async () => {
          for (const { name, content } of files) await this.#folder.write(name, content);
        });
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
