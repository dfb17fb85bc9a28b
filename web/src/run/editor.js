// Puts an editor in the place of a program's text; loaded when first asked for.
import { carried } from "../carried.js";
import { make } from "../make.js";
import { texts } from "../texts.js";

const parts = new URL(`${carried.editor}/`, import.meta.url);
const part = name => import(new URL(name, parts).href);
let loading = null;

const loadStyle = () =>
  new Promise((done, failed) => {
    const style = make("link", {
      rel: "stylesheet",
      href: new URL("layout.css", parts).href,
      load: done,
      error: failed,
    });
    document.head.append(style);
  });

const loadAll = async () => {
  const [{ createEditor }, commands] = await Promise.all([
    part("index.js"),
    part("extensions/commands/index.js"),
    part("languages/python.js"),
    part("prism/languages/python.js"),
    loadStyle(),
  ]);
  return opener(createEditor, commands);
};

/** Load the editor, once; resolves to a function that opens one. */
export const load = () => {
  loading ??= loadAll().catch(error => {
    loading = null;
    throw error;
  });
  return loading;
};

/**
 * Return a function that opens an editor in a program's block. It takes the block on the page, the
 * program's file, what to begin with, and what to call: `changed(text)` after each change,
 * `run()` on Ctrl or Cmd with Enter.
 *
 * @param {Function} createEditor - the package's own
 * @param {Record<string, Function>} commands - its extensions
 */
const opener = (createEditor, commands) => (block, name, text, { changed, run }) => {
  const { defaultCommands, editHistory, setIgnoreTab } = commands;
  const pre = block.querySelector("pre");
  const box = make("div", { class: "run__editor" });
  const hint = make(
    "p",
    { class: "run__hint", id: `run-hint-${name.replace(/\W/g, "-")}` },
    texts.editorHint,
  );
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
        // The editor would give the focus up; in Safari, Tab then begins at the top.
        event.stopPropagation();
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
