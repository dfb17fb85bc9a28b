// Puts an editor in the place of a program's text; loaded when first asked for.
import { carried } from "./carried.js";
import { make } from "./make.js";
import { texts } from "./texts.js";

const parts = new URL(`${carried.editor}/`, import.meta.url);
const load = name => import(new URL(name, parts).href);
const [{ createEditor }, commands] = await Promise.all([
  load("index.js"),
  load("extensions/commands/index.js"),
  load("languages/python.js"),
  load("prism/languages/python.js"),
]);
const { defaultCommands, editHistory, setIgnoreTab } = commands;

const style = make("link", { rel: "stylesheet", href: new URL("layout.css", parts).href });
document.head.append(style);
await new Promise(done => {
  style.addEventListener("load", done);
  style.addEventListener("error", done);
});

/**
 * Open an editor in a program's block.
 *
 * @param {HTMLElement} block - the block on the page
 * @param {string} name - the program's file
 * @param {string} text - what to begin with
 * @param {object} tell - `changed(text)` after each change, `run()` on Ctrl or Cmd with Enter
 */
export const openEditor = (block, name, text, { changed, run }) => {
  const pre = block.querySelector("pre");
  const box = make("div", { class: "run__editor" });
  const hint = make("p", { class: "run__hint", id: `run-hint-${name.replace(/\W/g, "-")}` }, texts.editorHint);
  pre.hidden = true;
  pre.after(box, hint);
  let setting = true;
  const editor = createEditor(
    box,
    {
      language: "python",
      value: text,
      tabSize: 4,
      insertSpaces: true,
      onUpdate: value => setting || changed(value),
    },
    defaultCommands(),
    editHistory(),
  );
  setting = false;
  const { textarea } = editor;
  textarea.setAttribute("aria-label", texts.editor(name));
  textarea.setAttribute("aria-describedby", hint.id);
  textarea.setAttribute("autocapitalize", "off");
  textarea.setAttribute("spellcheck", "false");
  box.addEventListener(
    "keydown",
    event => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        event.stopPropagation();
        run();
      } else if (event.key === "Escape") {
        setIgnoreTab(true);
      } else if (event.key !== "Tab" && event.key !== "Shift") {
        setIgnoreTab(false);
      }
    },
    { capture: true },
  );
  box.addEventListener("keydown", event => event.stopPropagation());
  return {
    focus: () => textarea.focus(),
    set(value) {
      setting = true;
      editor.setOptions({ value });
      setting = false;
    },
    close() {
      editor.remove();
      box.remove();
      hint.remove();
      pre.hidden = false;
    },
  };
};
