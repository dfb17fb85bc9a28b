// The two buttons of a program's row that have it edited where it is shown, and its state.
import { make } from "../make.js";
import { texts } from "../texts.js";

/**
 * Make Edit and Reset; return them, and what shows whether the program is edited.
 *
 * @param {any} program - its name, and its block and the last of its card on the page
 * @param {import("./page-control.js").PageControl} control - what the bars of the page share
 * @param {{run: () => void, say: (text: string) => void}} bar - whose buttons they are
 */
export const editing = ({ name, block, last }, control, { run, say }) => {
  let editor = null;
  const button = (text, click, options) =>
    make("button", { type: "button", class: "run__button", click, ...options }, text);
  const edit = button(texts.edit, () => (editor ? close() : open(true)), {
    "aria-expanded": "false",
  });
  const reset = button(texts.reset, () => {
    const published = control.published.get(name);
    control.edit(name, published);
    editor?.set(published);
  }, { hidden: true });

  const open = async focus => {
    let openEditor;
    try {
      openEditor = await (await import("./editor.js")).load();
    } catch {
      return say(texts.noEditor);
    }
    if (editor) return;
    editor = openEditor(block, name, control.text(name), {
      changed: text => control.edit(name, text),
      run,
    });
    edit.textContent = texts.close;
    edit.setAttribute("aria-expanded", "true");
    if (focus) editor.focus();
  };

  const close = () => {
    editor.close();
    editor = null;
    edit.textContent = texts.edit;
    edit.setAttribute("aria-expanded", "false");
  };

  const show = () => {
    const edited = control.isEdited(name);
    const resets = document.activeElement === reset;
    edit.hidden = edited; // closed, a program shows its published text
    if (!edited && resets) edit.focus();
    reset.hidden = !edited;
    last.toggleAttribute("data-edited", edited); // that text was not proven
    return edited;
  };

  if (show()) open(false);
  return { buttons: [edit, reset], show };
};
