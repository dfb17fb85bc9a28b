// <pdp-inspect>: takes files from the reader and shows what is in each; nothing leaves the page.

import "../folder/folder-look.js";
import { make } from "../make.js";
import { keepForOffline } from "../offline/offline.js";
import { sentence } from "../texts.js";
import { base } from "../run/parts.js";
import { bytes } from "../folder/folder-texts.js";
import { Desk } from "./desk.js";
import { lookTexts as texts } from "./look-texts.js";

const LIMIT = 200_000_000; // bytes in all
const SIDE = /-(?:wal|shm|journal)$/;

const isKept = async () =>
  "caches" in globalThis && Boolean(await caches.match(new URL("pyodide.asm.wasm", base)));

class Inspect extends HTMLElement {
  #desk = null;
  #parts = null;
  #state = "off"; // off, loading, ready, working

  connectedCallback() {
    if (this.#parts) return;
    this.#parts = this.#build();
    isKept().then(kept => kept && this.#state === "off" && this.#begin(), () => {});
  }

  disconnectedCallback() {
    this.#desk?.stop();
  }

  #build() {
    const button = { type: "button", class: "folder__button" };
    const begin = make("button", { ...button, click: () => this.#begin() }, texts.begin);
    const stop = make("button", { ...button, hidden: true, click: () => this.#stop() }, texts.stop);
    const place = this.closest("[data-cost]") ?? this;
    const cost = texts.cost(Number(place.getAttribute("data-cost")));
    const status = make("p", { class: "folder__status", role: "status" }, cost);
    const bar = make("progress", { hidden: true, "aria-label": texts.looking("files") });
    const input = make("input", {
      type: "file",
      multiple: true,
      class: "folder__input",
      change: () => this.#take([...input.files]).then(() => (input.value = "")),
    });
    const choose = make("span", { class: "look__choose" }, texts.choose);
    const drop = make("label", { class: "folder__drop look__drop", hidden: true }, choose, " ");
    drop.append(texts.drop, input);
    const list = make("div", { class: "look__files" });
    const over = event => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      drop.classList.toggle("folder__drop--over", event.type === "dragover");
    };
    const dropped = event => {
      over(event);
      return this.#take([...event.dataTransfer.files]);
    };
    const dropping = { dragover: over, dragleave: over, drop: dropped };
    const panel = make(
      "section",
      { class: "folder look", "aria-label": texts.files, ...dropping },
      make("div", { class: "look__bar" }, begin, stop, bar),
      drop,
      status,
      list,
    );
    panel.addEventListener("say", event => {
      status.textContent = /** @type {CustomEvent} */ (event).detail;
    });
    this.replaceChildren(panel);
    return { begin, stop, status, bar, drop, input, list };
  }

  #become(state, said) {
    this.#state = state;
    const { begin, stop, status, bar, drop } = this.#parts;
    const busy = ["loading", "working"].includes(state);
    begin.hidden = state !== "off";
    stop.hidden = bar.hidden = !busy;
    drop.hidden = state !== "ready";
    if (busy) bar.removeAttribute("value");
    status.textContent = said;
  }

  async #begin() {
    this.#become("loading", texts.starting);
    this.#parts.stop.focus();
    const desk = new Desk();
    this.#desk = desk;
    desk.addEventListener("progress", event => {
      if (this.#desk === desk) this.#progress(/** @type {CustomEvent} */ (event).detail);
    });
    try {
      await desk.start();
      await keepForOffline().catch(() => false); // so that nothing is asked for later
      if (this.#desk !== desk) return;
      this.#become("ready", texts.ready(LIMIT));
      this.#parts.input.focus();
    } catch (error) {
      if (this.#desk === desk) this.#fail(sentence(error));
    }
  }

  #progress({ what, done, total }) {
    const { bar, status } = this.#parts;
    if (total > 0) Object.assign(bar, { max: total, value: done });
    else bar.removeAttribute("value");
    if (what === "Starting") status.textContent = texts.starting;
    else if (what === "Loading") status.textContent = texts.loading(done, total);
    else status.textContent = texts.working(what, done, total);
  }

  #fail(said) {
    this.#desk?.stop();
    this.#desk = null;
    this.#parts.begin.textContent = texts.again;
    this.#become("off", said);
  }

  #stop() {
    this.#fail(texts.stopped);
    this.#parts.begin.focus();
  }

  async #take(files) {
    if (files.length === 0) return;
    const { list, status, input } = this.#parts;
    if (this.#state !== "ready") return void (status.textContent = texts.tooSoon);
    const size = files.reduce((sum, file) => sum + file.size, 0);
    if (size > LIMIT) return void (status.textContent = texts.tooLarge(size, LIMIT));
    const desk = this.#desk;
    const names = new Set(files.map(file => file.name));
    this.#become("working", texts.looking([...names].join(", ")));
    this.#parts.stop.focus();
    list.replaceChildren();
    try {
      await desk.take(files.filter(file => names.delete(file.name)));
    } catch (error) {
      return this.#fail(sentence(error));
    }
    const all = files.map(file => file.name);
    for (const file of files) {
      const whole = all.find(name => name !== file.name && file.name.replace(SIDE, "") === name);
      list.append(await this.#shown(desk, file, whole));
    }
    if (this.#desk !== desk) return;
    this.#become("ready", texts.done(all));
    input.focus();
  }

  async #shown(desk, { name, size }, whole) {
    const title = make("h2", {}, make("code", {}, name), ` ${bytes(size)}`);
    const card = make("section", { class: "look__file", "aria-label": texts.file(name) }, title);
    if (whole) {
      card.append(make("p", { class: "folder__note" }, texts.partOf(name, whole)));
      return card;
    }
    const look = /** @type {import("../folder/folder-look.js").Look} */ (make("pdp-look"));
    Object.assign(look, { folder: desk, name });
    card.append(look);
    await look.refresh();
    return card;
  }
}

customElements.define("pdp-inspect", Inspect);

/** Put it into its place on the page, which says until then what to do without it. */
export const open = async place => {
  const styled = ["folder.css", "look.css"].map(
    name =>
      new Promise(done => {
        const href = new URL(name, import.meta.url);
        place.append(make("link", { rel: "stylesheet", href, load: done, error: done }));
      }),
  );
  await Promise.all(styled); // so that nothing moves
  place.querySelector("p").replaceWith(make("pdp-inspect"));
};
