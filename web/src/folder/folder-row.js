// One file in the folder's panel: its name, its facts, what can be done with it, and its look.

import { make } from "../make.js";
import { bytes, folderTexts as texts, time } from "./folder-texts.js";

let last = 0;

/**
 * @param {string} name - of the file
 * @param {Record<string, () => void>} acts - `toggle` its look, `download` it, `remove` it
 */
export const row = (name, acts) => {
  const id = `pdp-look-${++last}`;
  const mark = make("span", { class: "folder__mark" });
  const facts = make("span", { class: "folder__facts" });
  const expands = { "aria-expanded": "false", "aria-controls": id, click: acts.toggle };
  const open = make(
    "button",
    { type: "button", class: "folder__open", ...expands },
    make("code", {}, name),
  );
  const button = (label, click) =>
    make(
      "button",
      { type: "button", class: "folder__button", "aria-label": `${label} ${name}`, click },
      label,
    );
  const box = make("div", {
    class: "folder__look",
    id,
    role: "group",
    "aria-label": texts.look(name),
    hidden: true,
  });
  const buttons = [button(texts.download, acts.download), button(texts.delete, acts.remove)];
  const shown = [open, mark, facts, make("span", { class: "folder__acts" }, ...buttons)];
  const item = make("li", {}, make("div", { class: "folder__file" }, ...shown), box);
  let state = "";
  const update = (file, marked, states) => {
    facts.textContent = `${bytes(file.size)}, ${texts.changedAt(time(file.modified))}`;
    mark.textContent = marked ? texts.marks[marked] : "";
    mark.title = marked ? texts.markTitles[marked] : "";
    item.dataset.mark = marked ?? "";
    // A database shows what is in its journals too, so any change may change the look.
    const look = /** @type {import("./folder-look.js").Look} */ (box.firstElementChild);
    const now = [...states].filter(([other]) => other.startsWith(name)).join();
    if (look && now !== state) look.refresh();
    state = now;
  };
  return { item, open, box, update };
};
