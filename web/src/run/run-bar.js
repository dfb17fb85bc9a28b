// <pdp-run>: the bar below a program: runs it, stops it, lets it be edited, shows its output.
import { MORE_SECONDS } from "../limits.js";
import { make } from "../make.js";
import { sentence } from "./page-control.js";
import "./run-output.js";
import { shown } from "./shown.js";
import { texts } from "../texts.js";

const DWELL = 200; // milliseconds before a bar that is looked at starts Python

export class RunBar extends HTMLElement {
  #parts = null;
  #timer;
  #dwell;
  #run = 0; // the number of its run, while that goes on
  #editor = null;

  /**
   * @param {any} program - its name and verdict, its block on the page and its published output
   * @param {import("./page-control.js").PageControl} control - what the bars of the page share
   * @param {any} runtime - the versions that it runs on
   */
  set(program, control, runtime) {
    this.program = program;
    this.control = control;
    this.runtime = runtime;
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
    for (const name of ["state", "progress", "waiting", "output", "edit"]) {
      this.control.addEventListener(name, this);
    }
    this.#showEdit();
    if (this.control.isEdited(this.program.name)) this.#openEditor(false);
  }

  #build() {
    const { name } = this.program;
    const button = (text, click, options = {}) =>
      make("button", { type: "button", class: "run__button", click, ...options }, text);
    const run = button(texts.run, event => event.detail < 2 && this.#toggle(), {
      class: "run__button run__button--run",
    });
    const more = button(texts.more, () => this.#more(), { hidden: true });
    const edit = button(texts.edit, () => this.#toggleEditor(), { "aria-expanded": "false" });
    const reset = button(texts.reset, () => this.#reset(), { hidden: true });
    const status = make("p", { class: "run__status", role: "status" });
    const progress = make("progress", {
      class: "run__progress",
      hidden: true,
      "aria-label": texts.loadingProgress,
    });
    const loaded = make("span", { class: "run__loaded" });
    const versions = make("span", { class: "run__versions" }, texts.runtime(this.runtime));
    const output = make("pdp-output", {});
    const starts = { pointerenter: true, focus: true, pointerleave: false, blur: false };
    for (const [event, start] of Object.entries(starts)) {
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

  /** @param {any} event */
  handleEvent({ type, detail }) {
    if (type === "edit") return detail.name === this.program.name && this.#showEdit();
    if (!this.#run) return;
    if (type === "output" && detail.run === this.#run) this.#parts.output.add(detail.text);
    else if (type === "progress") this.#progress(detail);
    else if (type === "waiting") this.#say(texts.waiting);
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
    if (this.#run) this.control.stop();
    else this.run();
  }

  /**
   * Run the program, unless another one runs.
   *
   * @returns {Promise<{verdict: string, why?: string}>} `same` as published, `differs`, `edited`,
   *   or `ended` otherwise than by itself, and why
   */
  async run() {
    const { run, more, output } = this.#parts;
    const { name } = this.program;
    this.removeAttribute("data-verdict");
    if (this.control.current) return this.#end(texts.ended.busy);
    const edited = this.control.isEdited(name);
    const running = this.control.run(name);
    this.#run = this.control.current.number;
    run.textContent = texts.stop;
    output.begin(name);
    // Where a pointer over the button has begun to load Python, no event tells of it again.
    this.#say(this.control.opened?.state === "loading" ? texts.loading : texts.starting);
    try {
      return this.#ended(await running, edited);
    } catch (error) {
      return this.#end(sentence(error));
    } finally {
      clearTimeout(this.#timer);
      this.#run = 0;
      run.textContent = texts.run;
      this.#parts.progress.hidden = true;
      this.#parts.loaded.textContent = "";
      if (document.activeElement === more) run.focus();
      more.hidden = true;
    }
  }

  #end(why) {
    this.#say(why);
    this.dataset.verdict = "ended";
    return { verdict: "ended", why };
  }

  #ended(result, edited) {
    const { output } = this.#parts;
    const { output: published, fails } = this.program;
    const here = shown(output.text, this.control.folderPath);
    const broke = result.status === -1;
    const same = !broke && !result.cut && here === published && (result.status !== 0) === fails;
    const why = texts.ended[result.failure] ?? texts.ended.fatal;
    const said = [texts.ran(result.seconds)];
    if (broke) said.push(why);
    else if (result.ended) said.push(texts.leftAtOnce(result.status));
    else if (result.status !== 0) said.push(texts.failed(result.status));
    if (!broke) said.push(edited ? texts.edited(same) : same ? texts.same : texts.differs);
    if (!here && !result.cut) said.push(texts.silent);
    if (result.unkept) said.push(texts.ended[result.unkept]);
    else if (!result.kept) said.push(texts.notKept);
    if (result.cut) output.note(texts.cut(result.size));
    else if (!same && !broke) output.compare(published, here, !edited);
    const text = said.join("; ").replaceAll(".;", ";");
    if (broke) return { ...this.#end(text), why };
    this.#say(text);
    this.dataset.verdict = edited ? "edited" : same ? "same" : "differs";
    return { verdict: this.dataset.verdict };
  }

  #showEdit() {
    const edited = this.control.isEdited(this.program.name);
    const { edit, reset } = this.#parts;
    const resets = document.activeElement === reset;
    edit.hidden = edited; // closed, a program shows its published text
    if (!edited && resets) edit.focus();
    reset.hidden = !edited;
    // What proven.css makes of it: that text was not proven.
    this.program.last.toggleAttribute("data-edited", edited);
  }

  #toggleEditor() {
    if (this.#editor) this.#closeEditor();
    else this.#openEditor(true);
  }

  async #openEditor(focus) {
    const { edit } = this.#parts;
    const { name, block } = this.program;
    let openEditor;
    try {
      const editor = await import("./editor.js");
      openEditor = await editor.load();
    } catch {
      return this.#say(texts.noEditor);
    }
    if (this.#editor) return;
    this.#editor = openEditor(block, name, this.control.text(name), {
      changed: text => this.control.edit(name, text),
      run: () => this.#run || this.run(),
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
