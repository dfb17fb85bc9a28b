// <pdp-look>: shows one file of the page's folder, a page of it at a time.

import { make } from "../make.js";
import { draw } from "./folder-kinds.js";
import { folderTexts as texts } from "./folder-texts.js";
import { sentence } from "../texts.js";

export class Look extends HTMLElement {
  /** @type {import("../run/client.js").PageFolder} */
  folder;
  name = "";
  #asked = 0;
  #options = {};

  /** Show a file. `folder` and `name` say which; what was chosen before stays chosen. */
  async refresh() {
    const asked = ++this.#asked;
    this.setAttribute("aria-busy", "true");
    if (!this.firstChild) this.append(make("p", { class: "folder__note" }, texts.reading));
    let look;
    try {
      look = await this.folder.inspect(this.name, this.#options);
      // The file may have become shorter than the page that was open.
      const { rows, opcodes, lines, offset } = look;
      if (offset > 0 && (rows ?? opcodes ?? lines)?.length === 0) {
        look = await this.folder.inspect(this.name, { ...this.#options, offset: 0 });
      }
    } catch (error) {
      look = { problem: sentence(error) };
    }
    if (asked !== this.#asked) return;
    this.removeAttribute("aria-busy");
    this.#draw(look);
  }

  async #choose(options) {
    this.#options = { ...this.#options, ...options };
    await this.refresh();
    const said = this.querySelector(".folder__pager span") ?? this.querySelector(".folder__note");
    this.dispatchEvent(new CustomEvent("say", { bubbles: true, detail: said?.textContent ?? "" }));
  }

  #draw(look) {
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    const kept = this.contains(focused) ? focused.dataset.keep : null;
    const open = this.querySelector("details")?.open ?? false;
    if (look.problem) {
      this.replaceChildren(make("p", { class: "folder__problem" }, look.problem));
    } else {
      const { nodes, page, after = [] } = draw(look, options => this.#choose(options));
      const pager = page ? [this.#pager(look, page)] : [];
      this.replaceChildren(...nodes, ...pager, ...after, ...this.#switch(look));
      const details = this.querySelector("details");
      if (details) details.open = open;
    }
    const again = kept && this.querySelector(`[data-keep="${kept}"]`);
    if (again instanceof HTMLElement) again.focus();
  }

  #pager({ offset, limit }, { text, more }) {
    const turn = (name, label, to, possible) => {
      const button = make("button", {
        type: "button",
        class: "folder__button",
        "aria-disabled": String(!possible),
        click: () => possible && this.#choose({ offset: to }),
      }, label);
      button.dataset.keep = name;
      return button;
    };
    if (offset === 0 && !more) return make("p", { class: "folder__note" }, text);
    return make(
      "div",
      { class: "folder__pager", role: "group", "aria-label": texts.pages },
      turn("previous", texts.previous, Math.max(0, offset - limit), offset > 0),
      turn("next", texts.next, offset + limit, more),
      make("span", {}, text),
    );
  }

  #switch({ kind }) {
    const bytes = this.#options.as === "bytes";
    if (["empty", "folder", "missing"].includes(kind) || (kind === "bytes" && !bytes)) return [];
    const button = make("button", {
      type: "button",
      class: "folder__button",
      click: () => this.#choose({ as: bytes ? undefined : "bytes", offset: 0 }),
    }, bytes ? texts.asItself : texts.asBytes);
    button.dataset.keep = "switch";
    return [button];
  }
}

customElements.define("pdp-look", Look);
