// <pdp-page>: tells the page's programs as a story, and shows and empties its folder; at the end
// of the page, and in sight once something ran.
import { Ended } from "../ended.js";
import { make } from "../make.js";
import { sentence, texts } from "../texts.js";

export class PageBar extends HTMLElement {
  #parts = null;
  #panel = null;
  #telling = false;

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
    const button = (text, click, options = {}) =>
      make("button", { type: "button", class: "run__button", click, ...options }, text);
    const status = make("p", { class: "run__status", role: "status" });
    const files = make("p", { class: "run__files" });
    const next = button("", () => this.#next(), { class: "run__button run__button--run" });
    const show = button(texts.show, () => this.#toggle(), { "aria-expanded": "false" });
    const box = make("div", { class: "run__folder", hidden: true });
    const steps = make("ol", { class: "run__steps", hidden: true });
    this.classList.add("run", "run--page");
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", texts.page);
    this.append(
      box,
      make("div", { class: "run__told" }, status, files),
      show,
      button(texts.empty, () => this.#empty(), { class: "run__button run__button--empty" }),
      button(texts.runAll, () => this.runAll()),
      next,
      steps,
    );
    this.#parts = { status, files, next, show, box, steps };
    for (const name of ["left", "to"]) this.control.addEventListener(name, this);
    this.toggleAttribute("data-ran", this.control.hasRun);
    this.#offer();
  }

  /** @param {any} event */
  handleEvent({ type, detail }) {
    return type === "to" ? this.#runTo(detail.name) : this.#ran(detail.text);
  }

  #ran(text) {
    this.toggleAttribute("data-ran", true);
    this.#parts.files.textContent = text;
    this.#offer();
  }

  // The button of the next step; there is none after the last one, and while all are told.
  #offer() {
    const { next } = this.#parts;
    const number = this.bars.findIndex(({ program }) => program.name === this.control.last) + 1;
    next.hidden = this.#telling || this.bars.length < 2 || number === this.bars.length;
    if (next.hidden) return;
    next.value = String(number);
    next.textContent = texts.runNext(this.bars[number].program.name);
  }

  #next() {
    if (this.control.current) return this.#say(texts.ended.busy);
    this.#say("");
    return this.bars[Number(this.#parts.next.value)].run(true);
  }

  async #runTo(name) {
    const last = this.bars.findIndex(({ program }) => program.name === name);
    await this.#tell(this.bars.slice(0, last + 1), false);
    this.bars[last].scrollIntoView({ block: "nearest" });
  }

  /** Run all programs in a folder as the page begins it, unless it has a file of the reader's. */
  async runAll() {
    if (this.control.current) return this.#say(texts.ended.busy);
    if (this.control.hasRun && !this.control.hasGiven) await this.#empty();
    return this.#tell(this.bars, true);
  }

  // Run programs one after the other, each in sight if that is wanted; tell how it goes.
  async #tell(bars, inSight) {
    const steps = bars.map((bar, at) => this.#step(bar, at));
    this.#parts.steps.replaceChildren(...steps.map(({ item }) => item));
    this.#parts.steps.hidden = false;
    this.toggleAttribute("data-ran", true);
    this.#telling = true;
    this.#offer();
    try {
      this.#say(await this.#each(bars, steps, inSight));
    } finally {
      this.#telling = false;
      this.#offer();
    }
  }

  async #each(bars, steps, inSight) {
    const count = { same: 0, differs: 0, edited: 0 };
    for (const [at, bar] of bars.entries()) {
      const { name } = bar.program;
      this.#say(texts.runningOf(name, at + 1, bars.length));
      steps[at].mark("now");
      this.#parts.steps.scrollLeft = steps[at].item.offsetLeft - steps[0].item.offsetLeft;
      const { verdict, why } = await bar.run(inSight);
      steps[at].mark(verdict);
      if (verdict === "ended") return texts.endedAt(name, why);
      count[verdict] += 1;
    }
    return texts.ranAll(count.same, bars.length, count.edited);
  }

  #step(bar, at) {
    const click = () => {
      bar.scrollIntoView({ block: "center" });
      bar.querySelector("button").focus({ preventScroll: true });
    };
    const button = make("button", { type: "button", click }, String(at + 1));
    const mark = verdict => {
      const said = texts.step(bar.program.name, texts.verdicts[verdict]);
      button.dataset.verdict = verdict;
      button.title = said;
      button.setAttribute("aria-label", said);
    };
    mark("none");
    return { item: make("li", {}, button), mark };
  }

  async #empty() {
    if (this.control.current) return this.#say(texts.ended.busy);
    this.#say(texts.starting);
    try {
      await this.control.empty();
      this.#parts.files.textContent = "";
      this.#offer();
      this.#say(texts.emptied);
    } catch (error) {
      this.#say(sentence(error));
    }
  }

  async #toggle() {
    const { box, show } = this.#parts;
    try {
      if (box.hidden) {
        this.#say(texts.starting);
        await this.#look();
        this.#say("");
      }
      box.hidden = !box.hidden;
      show.setAttribute("aria-expanded", String(!box.hidden));
    } catch (error) {
      this.#say(sentence(error));
    }
  }

  async #look() {
    const folder = await this.control.folder();
    await folder.start();
    const { FolderPanel } = await import("../folder/folder-panel.js").catch(error => {
      throw new Ended("panel", error.message);
    });
    if (this.#panel) return;
    this.#panel = new FolderPanel();
    this.#panel.folder = folder;
    this.#parts.box.append(this.#panel);
  }

  #say(text) {
    this.#parts.status.textContent = text;
  }
}

customElements.define("pdp-page", PageBar);
