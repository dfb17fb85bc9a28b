// <pdp-output>: what a run printed, in the place of what is published, and how the two differ.
import { difference } from "./difference.js";
import { make } from "../make.js";
import { texts } from "../texts.js";

const kinds = { "-": "run__published", "+": "run__here" };

export class RunOutput extends HTMLElement {
  #text;
  #program;
  #runtime;
  #switch;

  /**
   * @param {any} program - its block on the page, and the last of its card
   * @param {any} runtime - the versions that it runs on
   * @returns {HTMLElement} the switch between what is published and what was printed here
   */
  set(program, runtime) {
    this.#program = program;
    this.#runtime = runtime;
    const button = (text, yours) =>
      make("button", { type: "button", click: () => this.show(yours) }, text);
    this.#switch = make(
      "div",
      {
        class: "run__switch",
        role: "group",
        "aria-label": texts.outputs(program.name),
        hidden: true,
      },
      button(texts.published, false),
      button(texts.yours, true),
    );
    this.hidden = true;
    return this.#switch;
  }

  /** Show the reader's own output, or the published one. */
  show(yours) {
    const { block, last } = this.#program;
    const height = last === block ? 0 : last.getBoundingClientRect().height;
    if (yours && height) this.style.minBlockSize = `${height}px`; // so that nothing below moves
    this.hidden = !yours;
    if (last !== block) last.hidden = yours;
    this.#switch.hidden = last === block;
    const [published, own] = this.#switch.children;
    published.setAttribute("aria-pressed", String(!yours));
    own.setAttribute("aria-pressed", String(yours));
  }

  begin() {
    this.#text = document.createTextNode("");
    const name = texts.output(this.#program.name);
    const pre = { class: "run__output", tabindex: "0", role: "region", "aria-label": name };
    this.replaceChildren(
      make("p", { class: "run__versions" }, texts.runtime(this.#runtime)),
      make("pre", { ...pre, hidden: true }, this.#text),
    );
  }

  add(text) {
    if (!this.text) this.show(true);
    this.#text.appendData(text);
    this.#text.parentElement.hidden = false;
  }

  get text() {
    return this.#text?.data ?? "";
  }

  /** Note below the output what the reader should know of it. */
  note(text) {
    this.append(make("p", { class: "run__note" }, text));
  }

  /** Set the output beside the published one. */
  compare(published, here, open) {
    const lines = difference(published, here);
    if (!lines) return;
    const code = make("pre", { tabindex: "0", role: "region", "aria-label": texts.difference });
    for (const [kind, line] of lines) {
      code.append(make("span", { class: kinds[kind] }, `${kind} ${line}\n`));
    }
    this.append(
      make(
        "details",
        { class: "run__difference", open },
        make("summary", {}, texts.difference),
        code,
      ),
    );
  }
}

customElements.define("pdp-output", RunOutput);
