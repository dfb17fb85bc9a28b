// The quiet line under a program: on which versions this very text passed, and when.
import * as texts from "./texts.js";

const DETAILS = new URL("../../receipts/", import.meta.url);
const unique = values => [...new Set(values)];

const versions = verdicts => unique(verdicts.map(({ run }) => run.python));

const unproven = failed =>
  failed.length ? [texts.unproven, texts.failed(versions(failed))] : [texts.unproven];

const proven = ({ passed, part, program }) => {
  const native = passed.filter(({ run }) => run.runtime !== "browser");
  const twice = passed.every(({ verdict }) => verdict === "passed twice");
  const said = [twice ? texts.twice : texts.once];
  if (part) said.unshift(texts.partOf(program.replace(/ \(.*\)$/, "")));
  if (native.length) {
    const libraries = native.map(({ run }) => run.sqlite.split(".").slice(0, 2).join("."));
    said.push(texts.python(versions(native)), texts.sqlite(unique(libraries)));
  }
  if (native.length < passed.length) said.push(texts.inBrowser);
  const last = passed.map(({ run }) => run.made).sort().at(-1);
  return [...said, texts.day(last)];
};

export class ProvenLine extends HTMLElement {
  /**
   * @param {string} key - of the page
   * @param {any} entry - what is known of the text on display, or null
   */
  show(key, entry) {
    const passed = Boolean(entry?.passed.length) && !entry.failed.length;
    const link = document.createElement("a");
    link.href = entry ? `${DETAILS}#${key}/${entry.program}` : DETAILS.href;
    link.textContent = (passed ? proven(entry) : unproven(entry?.failed ?? [])).join(" · ");
    this.toggleAttribute("passed", passed);
    this.replaceChildren(link);
  }

  /** Say why nothing can be shown. */
  say(text) {
    this.removeAttribute("passed");
    this.replaceChildren(text);
  }
}

customElements.define("proven-line", ProvenLine);
