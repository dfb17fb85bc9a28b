// What the folder's panel is made of: its title, the places for files, and where files come in.

import { make } from "../make.js";
import { folderTexts as texts } from "./folder-texts.js";

let last = 0;

/**
 * Make the panel without a file in it; return its parts by name.
 *
 * @param {{take: (files: File[]) => Promise<void>, say: (text: string) => void}} acts - what to
 *   do with files that are dropped or chosen, and with what is said within it
 */
export const frame = ({ take, say }) => {
  const id = `pdp-folder-${++last}`;
  const style = make("link", { rel: "stylesheet", href: new URL("folder.css", import.meta.url) });
  const total = make("span", { class: "folder__total" });
  const status = make("p", { class: "folder__status", role: "status" });
  const list = make("ul", { class: "folder__files" });
  const sources = make("ul", { class: "folder__files" });
  const folded = make("summary", {});
  const fold = make("details", { class: "folder__fold" }, folded, sources);
  const undo = make("div", { class: "folder__undo", hidden: true });
  const input = make("input", {
    type: "file",
    multiple: true,
    class: "folder__input",
    change: () => take([...input.files]).then(() => (input.value = "")),
  });
  const drop = make(
    "label",
    { class: "folder__drop" },
    texts.drop,
    make("span", {}, texts.choose),
    input,
  );
  const title = make(
    "p",
    { class: "folder__title", id, tabindex: "-1" },
    texts.title,
    " ",
    total,
  );
  const over = active => event => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    drop.classList.toggle("folder__drop--over", active);
  };
  const panel = make(
    "section",
    {
      class: "folder",
      "aria-labelledby": id,
      dragover: over(true),
      dragleave: over(false),
      drop: event => {
        over(false)(event);
        return take([...event.dataTransfer.files]);
      },
      say: event => say(event.detail),
    },
    title,
    list,
    fold,
    undo,
    drop,
    status,
  );
  return { panel, style, title, total, status, list, sources, fold, folded, undo };
};
