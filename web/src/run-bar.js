// <pdp-run>: the bar below a program: runs it, stops it, lets it be edited, shows its output.
import { MORE_SECONDS } from "./limits.js";
import { make } from "./make.js";
import { sentence } from "./page-control.js";
import "./run-output.js";
import { shown } from "./shown.js";
import { texts } from "./texts.js";

const DWELL = 200; // milliseconds before a bar that is looked at starts Python

class RunBar extends HTMLElement {
  #parts = null;
  #timer;
  #dwell;
  #running = false;
  #editor = null;

  /**
   * @param {object} program - its name and verdict, its block on the page and its published output
   * @param {PageControl} control - what the bars of the page share
   * @param {object} runtime - the versions that it runs on
   */
  set(program, control, runtime) {
    Object.assign(this, { program, control, runtime });
  }

  connectedCallback() {
    if (this.#parts || !this.program) return;
    this.classList.add("run");
    if (this.program.verdict !== "passed") {
      this.#parts = {};
      this.append(make("p", { class: "run__why" }, texts.notHere(this.program.verdict)));
      return;
    }
    this.#build();
    for (const name of ["state", "progress", "output", "edit"]) {
      this.control.addEventListener(name, this);
    }
    this.#showEdit();
    if (this.control.isEdited(this.program.name)) this.#openEditor(false);
  }

  #build() {
    const { name } = this.program;
    const button = (text, click, options = {}) =>
      make("button", { type: "button", class: "run__button", click, ...options }, text);
    const run = button(texts.run, event => event.detail < 2 && this.#toggle(), { class: "run__button run__button--run" });
    const more = button(texts.more, () => this.#more(), { hidden: true });
    const edit = button(texts.edit, () => this.#toggleEditor(), { "aria-expanded": "false" });
    const reset = button(texts.reset, () => this.#reset(), { hidden: true });
    const status = make("p", { class: "run__status", role: "status" });
    const progress = make("progress", { class: "run__progress", hidden: true, "aria-label": texts.loadingProgress });
    const loaded = make("span", { class: "run__loaded" });
    const versions = make("span", { class: "run__versions" }, texts.runtime(this.runtime));
    const output = make("pdp-output", {});
    for (const [event, start] of [["pointerenter", true], ["focus", true], ["pointerleave", false], ["blur", false]]) {
      run.addEventListener(event, () => {
        clearTimeout(this.#dwell);
        if (start) this.#dwell = setTimeout(() => this.control.warm(), DWELL);
      });
    }
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", texts.bar(name));
    this.append(
      make("div", { class: "run__buttons" }, run, more, edit, reset, versions),
      make("div", { class: "run__state" }, status, progress, loaded),
      output,
    );
    this.#parts = { run, more, edit, reset, status, progress, loaded, output };
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    clearTimeout(this.#dwell);
  }

  handleEvent({ type, detail }) {
    const mine = this.#running;
    if (type === "edit") return detail.name === this.program.name && this.#showEdit();
    if (type === "output") return mine && this.control.active === this.program.name && this.#parts.output.add(detail.text);
    if (!mine) return;
    if (type === "progress") this.#progress(detail);
    else if (type === "state") this.#state(detail);
  }

  #state({ state }) {
    if (state === "running") this.#begun();
    else if (state === "loading") this.#say(texts.loading);
    if (state !== "loading") this.#parts.progress.hidden = true;
    if (state !== "loading") this.#parts.loaded.textContent = "";
  }

  #progress({ loaded, total }) {
    const { progress, loaded: text } = this.#parts;
    progress.hidden = false;
    progress.max = total;
    progress.value = loaded;
    text.textContent = texts.loaded(loaded, total);
  }

  #begun() {
    this.#say(texts.running);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#parts.more.hidden = false;
      this.#say(texts.long);
    }, 1000);
  }

  #more() {
    this.control.opened?.extend(MORE_SECONDS);
    this.#say(texts.longer);
  }

  #say(text) {
    this.#parts.status.textContent = text;
  }

  #toggle() {
    if (this.#running) this.control.opened?.stop();
    else this.run();
  }

  /** Run the program; resolves to whether it printed what is published, or null if it ended otherwise. */
  async run() {
    const { run, more, output } = this.#parts;
    this.#running = true;
    this.removeAttribute("data-verdict");
    run.textContent = texts.stop;
    output.begin(this.program.name);
    this.#say(texts.starting);
    try {
      return this.#ended(await this.control.run(this.program.name));
    } catch (error) {
      this.#say(sentence(error));
      this.dataset.verdict = "ended";
      return null;
    } finally {
      clearTimeout(this.#timer);
      this.#running = false;
      run.textContent = texts.run;
      this.#parts.progress.hidden = true;
      this.#parts.loaded.textContent = "";
      if (document.activeElement === more) run.focus();
      more.hidden = true;
    }
  }

  #ended(result) {
    const { output } = this.#parts;
    const here = shown(output.text, `/pages/${this.control.key}`);
    const same = here === this.program.output && !result.cut;
    const said = [texts.ran(result.seconds)];
    if (result.status === -1) said.push(texts.ended[result.failure] ?? texts.ended.fatal);
    else if (result.ended) said.push(texts.leftAtOnce(result.status));
    else if (result.status !== 0) said.push(texts.failed(result.status));
    if (result.status !== -1) said.push(same ? texts.same : texts.differs);
    if (!here && !result.cut) said.push(texts.silent);
    if (result.unkept) said.push(texts.ended[result.unkept]);
    else if (!result.kept) said.push(texts.notKept);
    this.#say(said.join("; ").replaceAll(".;", ";"));
    this.dataset.verdict = same ? "same" : "differs";
    if (result.cut) output.note(texts.cut(result.size));
    else if (!same && result.status !== -1) output.compare(this.program.output, here, !this.control.isEdited(this.program.name));
    return same;
  }

  #showEdit() {
    const edited = this.control.isEdited(this.program.name);
    const { edit, reset } = this.#parts;
    const resets = document.activeElement === reset;
    edit.hidden = edited; // closed, a program shows its published text
    if (!edited && resets) edit.focus();
    reset.hidden = !edited;
    this.program.last.toggleAttribute("data-edited", edited); // proven.css: that text was not proven
  }

  #toggleEditor() {
    if (this.#editor) this.#closeEditor();
    else this.#openEditor(true);
  }

  async #openEditor(focus) {
    const { edit } = this.#parts;
    const { name, block } = this.program;
    const { openEditor } = await import("./editor.js");
    if (this.#editor) return;
    this.#editor = openEditor(block, name, this.control.text(name), {
      changed: text => this.control.edit(name, text),
      run: () => this.#running || this.run(),
    });
    edit.textContent = texts.close;
    edit.setAttribute("aria-expanded", "true");
    if (focus) this.#editor.focus();
  }

  #closeEditor() {
    this.#editor.close();
    this.#editor = null;
    this.#parts.edit.textContent = texts.edit;
    this.#parts.edit.setAttribute("aria-expanded", "false");
  }

  #reset() {
    const { name } = this.program;
    this.control.edit(name, this.control.published.get(name));
    this.#editor?.set(this.control.published.get(name));
  }
}

customElements.define("pdp-run", RunBar);
