// The quiet mark in the title row of a program, and the sheet that it opens: where and when this
// very text passed, by which hash one knows it, and what was done to see whether the page notices.
import { element, table } from "./table.js";
import * as texts from "./proof-texts.js";

const RECEIPTS = new URL("../../receipts/", import.meta.url);
const NOTICED = new URL("../../how-tested/#would-the-page-notice", import.meta.url);

const linked = (address, text) => {
  const link = /** @type {HTMLAnchorElement} */ (element("a", text));
  link.href = address;
  return element("p", link);
};

const runs = verdicts =>
  table(
    texts.sheetHeads,
    verdicts.map(({ run, verdict, reason }) => [
      texts.host(run), run.sqlite, reason || verdict, texts.day(run.made), texts.system(run),
    ]),
  );

/**
 * Open the sheet of one program; it is made when it is asked for, and goes when it is closed.
 *
 * @param {{said: string, entry?: any, hash?: string, key?: string}} sheet - what is known of it
 * @param {string} name - of its file
 */
const open = ({ said, entry, hash, key }, name) => {
  const close = /** @type {HTMLButtonElement} */ (element("button", texts.close));
  close.className = "button";
  const dialog = /** @type {HTMLDialogElement} */ (
    element("dialog", element("h2", name), element("p", said))
  );
  if (hash) dialog.append(element("p", texts.hash, element("code", hash)));
  if (entry) {
    const all = [...entry.passed, ...entry.failed, ...entry.skipped];
    dialog.append(runs(all), element("p", texts.altered));
    dialog.append(linked(NOTICED.href, texts.noticed));
    dialog.append(linked(`${RECEIPTS}#${key}/${entry.program}`, texts.receipt));
  } else dialog.append(linked(RECEIPTS.href, texts.allReceipts));
  dialog.append(close);
  dialog.className = "proof md-typeset";
  dialog.setAttribute("aria-label", texts.proofOf(name));
  const leave = ({ target }) => [dialog, close].includes(target) && dialog.close();
  dialog.addEventListener("click", leave);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};

export class ProvenMark extends HTMLElement {
  /**
   * Say what is known of a program.
   *
   * @param {string} word - on the mark
   * @param {{said: string, entry?: any, hash?: string, key?: string}} sheet - what it opens
   */
  show(word, sheet) {
    const name = this.parentElement.firstChild.textContent.trim();
    const button = /** @type {HTMLButtonElement} */ (element("button", word));
    button.type = "button";
    button.title = texts.proofOf(name);
    button.addEventListener("click", () => open(sheet, name));
    this.toggleAttribute("passed", word === texts.tested);
    this.replaceChildren(button);
  }
}

customElements.define("proven-mark", ProvenMark);
