// <pdp-look>: shows one file, a page of it at a time, and saves what is whole of it.

import { make } from "../make.js";
import { draw, findings } from "./folder-kinds.js";
import { folderTexts as texts } from "./folder-texts.js";
import { sentence } from "../texts.js";

const opened = details => details.querySelector("summary").dataset.keep;

export class Look extends HTMLElement {
  /** @type {import("../run/client.js").PageFolder | import("../look/desk.js").Desk} */
  folder;
  name = "";
  #checked = null; // what a check of all pages found
  #asked = 0;
  #options = {};

  /** Show a file. `folder` and `name` say which; what was chosen before stays chosen. */
  async refresh() {
    this.#checked = null;
    await this.#refresh();
  }

  async #refresh() {
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
    if (look.kind === "sqlite" && !this.#checked && !this.#options.as) await this.#check(asked);
  }

  // Whether all of it can be read takes longer to tell than to show the first rows.
  async #check(asked) {
    const place = this.querySelector(".folder__check");
    try {
      const look = await this.folder.inspect(this.name, { as: "check" });
      if (asked !== this.#asked) return;
      this.#checked = look.findings;
      place?.replaceChildren(...findings(look.findings));
    } catch (error) {
      place?.replaceChildren(make("p", { class: "folder__problem" }, sentence(error)));
    }
  }

  async #save({ what, label, table }) {
    this.#say(texts.saving(label));
    try {
      const { name, says, data } = await this.folder.save(this.name, what, table);
      const url = URL.createObjectURL(new Blob([data]));
      make("a", { href: url, download: name }).click();
      URL.revokeObjectURL(url);
      this.#say(texts.saved(name, says));
    } catch (error) {
      this.#say(sentence(error));
    }
  }

  #say(text) {
    const said = this.querySelector(".folder__saved");
    if (said) said.textContent = text;
    this.dispatchEvent(new CustomEvent("say", { bubbles: true, detail: text }));
  }

  async #choose(options) {
    this.#options = { ...this.#options, ...options };
    await this.#refresh();
    const said = this.querySelector(".folder__pager span") ?? this.querySelector(".folder__note");
    this.dispatchEvent(new CustomEvent("say", { bubbles: true, detail: said?.textContent ?? "" }));
  }

  #draw(look) {
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    const kept = this.contains(focused) ? focused.dataset.keep : null;
    const open = [...this.querySelectorAll("details[open]")].map(opened);
    if (look.problem) {
      this.replaceChildren(make("p", { class: "folder__problem" }, look.problem));
    } else {
      const { nodes, page, after = [] } = draw(look, options => this.#choose(options));
      const pager = page ? [this.#pager(look, page)] : [];
      const found = findings(look.findings);
      const more = [...this.#checks(look), ...nodes, ...pager, ...after];
      this.replaceChildren(...found, ...more, ...this.#saves(look), ...this.#switch(look));
      for (const details of this.querySelectorAll("details"))
        details.open = open.includes(opened(details));
    }
    const again = kept && this.querySelector(`[data-keep="${kept}"]`);
    if (again instanceof HTMLElement) again.focus();
  }

  #checks({ kind }) {
    if (kind !== "sqlite" || this.#options.as) return [];
    const found = this.#checked ? findings(this.#checked) : [texts.checking];
    return [make("div", { class: "folder__check folder__note" }, ...found)];
  }

  #saves({ saves = [] }) {
    if (saves.length === 0) return [];
    const buttons = saves.map(save => {
      const click = () => this.#save(save);
      const button = make("button", { type: "button", class: "folder__button", click }, save.label);
      button.dataset.keep = `save ${save.what}`;
      return button;
    });
    return [
      make(
        "div",
        { class: "folder__pager", role: "group", "aria-label": texts.save },
        texts.save,
        ...buttons,
      ),
      make("p", { class: "folder__note folder__saved" }),
    ];
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
