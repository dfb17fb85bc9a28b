// <pdp-run>: the row between a program and its output: runs it, stops it, lets it be edited.
import { editing } from "./editing.js";
import { MORE_SECONDS } from "../limits.js";
import { make } from "../make.js";
import { RunOutput } from "./run-output.js";
import { shown } from "./shown.js";
import { sentence, texts } from "../texts.js";

const DWELL = 200; // milliseconds before a bar that is looked at starts Python

export class RunBar extends HTMLElement {
  #parts = null;
  #timer;
  #dwell;
  #run = 0; // the number of its run, while that goes on
  #follows = false; // whether that is to be in sight

  /**
   * @param {any} program - its name and verdict, its block on the page and its published output
   * @param {import("./page-control.js").PageControl} control - what the bars of the page share
   * @param {any} runtime - the versions that it runs on
   */
  set(program, control, runtime) {
    this.program = program;
    this.control = control;
    this.runtime = runtime;
    this.commands = program.runs ?? [[program.name]]; // of a shell program those of its lines
    this.files = this.commands.map(([file]) => file);
  }

  connectedCallback() {
    if (this.#parts || !this.program) return;
    this.classList.add("run");
    const { verdict } = this.program;
    if (verdict !== "passed") {
      this.#parts = {};
      this.classList.add("run--why");
      const why = verdict === "module" ? texts.module : texts.notHere(verdict);
      this.append(make("p", { class: "run__why" }, why));
      return;
    }
    this.#build();
    for (const name of ["state", "progress", "waiting", "output", "edit"]) {
      this.control.addEventListener(name, this);
    }
  }

  #build() {
    const { name } = this.program;
    const button = (text, click, options = {}) =>
      make("button", { type: "button", class: "run__button", click, ...options }, text);
    const run = button(texts.run, event => event.detail < 2 && this.#toggle(), {
      class: "run__button run__button--run",
    });
    const more = button(texts.more, () => {
      this.control.opened?.extend(MORE_SECONDS);
      this.#say(texts.longer);
    }, { hidden: true });
    const first = button(texts.runEarlier, () => this.control.runTo(name), { hidden: true });
    const bar = { run: () => this.#run || this.run(true), say: text => this.#say(text) };
    const edits = this.program.runs // what it runs is edited where that is shown
      ? { buttons: [], show() {} }
      : editing(this.program, this.control, bar);
    const status = make("p", { class: "run__status", role: "status" });
    const progress = make("progress", {
      class: "run__progress",
      hidden: true,
      "aria-label": texts.loadingProgress,
    });
    const loaded = make("span", { class: "run__loaded" });
    const starts = { pointerenter: true, focus: true, pointerleave: false, blur: false };
    for (const [event, start] of Object.entries(starts)) {
      run.addEventListener(event, () => {
        clearTimeout(this.#dwell);
        if (start) this.#dwell = setTimeout(() => this.control.warm(), DWELL);
      });
    }
    const output = new RunOutput();
    const choice = output.set(this.program, this.runtime);
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", texts.bar(name));
    const said = [...this.#cost(run), progress, loaded, status, first];
    this.append(run, ...edits.buttons, more, ...said, choice);
    this.after(output);
    this.#parts = { run, more, first, show: edits.show, status, progress, loaded, output };
  }

  // What the first run of a session costs; said of each, seen of the first and of what is used.
  #cost(run) {
    if (this.control.isLoaded) return [];
    const id = `run-cost-${this.control.names.indexOf(this.program.name)}`;
    run.setAttribute("aria-describedby", id);
    return [make("span", { class: "run__cost", id }, texts.costs(this.control.cost))];
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    clearTimeout(this.#dwell);
  }

  /** @param {any} event */
  handleEvent({ type, detail }) {
    if (type === "edit") return this.files.includes(detail.name) && this.#edited();
    if (type === "state" && detail.state === "ready") this.querySelector(".run__cost")?.remove();
    if (!this.#run) return;
    if (type === "output" && detail.run === this.#run) this.#print(detail.text);
    else if (type === "progress") this.#progress(detail);
    else if (type === "waiting") this.#say(texts.waiting);
    else if (type === "state") this.#state(detail);
  }

  #edited() {
    this.#parts.show();
    if (this.#run || !this.dataset.verdict) return;
    this.removeAttribute("data-verdict"); // it was said of another text
    this.#say(texts.editedSince);
  }

  #print(text) {
    const { output } = this.#parts;
    const begins = !output.text;
    output.add(text);
    if (begins) this.#inSight();
  }

  #inSight() {
    const { output } = this.#parts;
    if (this.#follows) (output.hidden ? this : output).scrollIntoView({ block: "nearest" });
  }

  #state({ state }) {
    if (state === "running") this.#begun();
    else if (state === "loading") this.#say(texts.loading);
    if (state !== "loading") this.#loaded();
  }

  #progress({ loaded, total }) {
    const { progress, loaded: text } = this.#parts;
    this.querySelector(".run__cost")?.remove();
    progress.hidden = false;
    progress.max = total;
    progress.value = loaded;
    text.textContent = texts.loaded(loaded / total, this.control.cost || total);
  }

  #loaded() {
    this.#parts.progress.hidden = true;
    this.#parts.loaded.textContent = "";
  }

  #begun() {
    this.#say(texts.running);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#parts.more.hidden = false;
      this.#say(texts.long);
    }, 1000);
  }

  #say(text) {
    this.#parts.status.textContent = text;
  }

  #toggle() {
    if (this.#run) return this.control.stop();
    if (this.control.asksFirst()) return this.#say(texts.asks(this.control.cost));
    return this.run(true);
  }

  /**
   * Run the program, unless another one runs.
   *
   * @param {boolean} follow - whether to bring what it prints into sight
   * @returns {Promise<{verdict: string, why?: string}>} `same` as published, `differs`, `edited`,
   *   or `ended` otherwise than by itself, and why
   */
  async run(follow = false) {
    const { run, more, first, output } = this.#parts;
    this.#follows = follow;
    this.removeAttribute("data-verdict");
    first.hidden = true;
    if (this.control.current) return this.#end(texts.ended.busy);
    const edited = this.files.some(file => this.control.isEdited(file));
    const running = this.control.run(this.commands);
    this.#run = this.control.current.number;
    run.textContent = texts.stop;
    run.classList.add("run__button--stop");
    output.begin();
    // Where a pointer over the button has begun to load Python, no event tells of it again.
    this.#say(this.control.opened?.state === "loading" ? texts.loading : texts.starting);
    try {
      return await this.#ended(await running, edited);
    } catch (error) {
      return this.#end(sentence(error));
    } finally {
      clearTimeout(this.#timer);
      this.#run = 0;
      run.textContent = texts.run;
      run.classList.remove("run__button--stop");
      this.#loaded();
      if (document.activeElement === more) run.focus();
      more.hidden = true;
      this.#inSight();
    }
  }

  #end(why) {
    this.#say(why);
    this.dataset.verdict = "ended";
    return { verdict: "ended", why };
  }

  async #ended(result, edited) {
    const { output, first } = this.#parts;
    const { output: published, fails, name } = this.program;
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
    const missed = !broke && !same && (await this.control.missed(name, this.files, result));
    if (missed) {
      output.note(texts.earlier(missed));
      first.hidden = false;
    }
    this.control.ran(name);
    const left = await this.control.left(name, result.files);
    if (left) output.append(left);
    output.show(output.childElementCount > 2 || here !== "");
    const text = said.join("; ").replaceAll(".;", ";");
    if (broke) return { ...this.#end(text), why };
    this.#say(text);
    this.dataset.verdict = edited ? "edited" : same ? "same" : "differs";
    return { verdict: this.dataset.verdict };
  }
}

customElements.define("pdp-run", RunBar);
