// <pdp-page>: runs all programs of the page, shows its folder, empties it.
import { Ended } from "../ended.js";
import { make } from "../make.js";
import { sentence } from "./page-control.js";
import { texts } from "../texts.js";

export class PageBar extends HTMLElement {
  #parts = null;

  /**
   * @param {import("./page-control.js").PageControl} control - what the bars of the page share
   * @param {import("./run-bar.js").RunBar[]} bars - those of the programs that run, in order
   */
  set(control, bars) {
    this.control = control;
    this.bars = bars;
  }

  connectedCallback() {
    if (this.#parts || !this.control) return;
    const button = (text, click) =>
      make("button", { type: "button", class: "run__button", click }, text);
    const status = make("p", { class: "run__status", role: "status" });
    this.classList.add("run", "run--page");
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", texts.page);
    this.append(
      make("p", { class: "run__hint" }, texts.pageHint),
      make(
        "div",
        { class: "run__buttons" },
        button(texts.runAll, () => this.#runAll()),
        button(texts.show, () => this.#do(folder => folder.start().then(() => this.#look()))),
        button(texts.empty, () => this.#empty()),
      ),
      make("div", { class: "run__state" }, status),
    );
    this.#parts = { status };
    this.control.addEventListener("state", event => {
      const { detail } = /** @type {CustomEvent} */ (event);
      if (detail.state === "ready") this.#look().catch(error => this.#say(sentence(error)));
    });
  }

  async #runAll() {
    if (this.control.current) return this.#say(texts.ended.busy);
    const count = { same: 0, differs: 0, edited: 0 };
    for (const bar of this.bars) {
      this.#say(texts.runningOf(bar.program.name));
      const { verdict, why } = await bar.run();
      if (verdict === "ended") return this.#say(texts.endedAt(bar.program.name, why));
      count[verdict] += 1;
    }
    this.#say(texts.ranAll(count.same, this.bars.length, count.edited));
  }

  async #empty() {
    if (this.control.current) return this.#say(texts.ended.busy);
    return this.#do(folder => folder.empty(), texts.emptied);
  }

  async #do(action, said = "") {
    this.#say(texts.starting);
    try {
      await action(await this.control.folder());
      this.#say(said);
    } catch (error) {
      this.#say(sentence(error));
    }
  }

  async #look() {
    const { FolderPanel } = await import("../folder/folder-panel.js").catch(error => {
      throw new Ended("panel", error.message);
    });
    if (this.querySelector("pdp-folder")) return;
    const panel = new FolderPanel();
    panel.folder = this.control.opened;
    this.append(panel);
  }

  #say(text) {
    this.#parts.status.textContent = text;
  }
}

customElements.define("pdp-page", PageBar);
