// Turns what a program printed into what its page shows, as twicetold/judge/terminal.py does.
const HEADER = "Traceback (most recent call last):";

/**
 * @param {string} output - what was printed
 * @param {string} folder - where it ran
 */
export const shown = (output, folder) => {
  const text = output
    .replaceAll(`${folder}/`, "")
    .replaceAll(folder, ".")
    .replaceAll("/home/reader", "~");
  const lines = [];
  let frames = false;
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    if (frames && (/^[ \t]/.test(line) || !line.trim())) continue;
    frames = line.replace(/\n$/, "") === HEADER;
    lines.push(line);
    if (frames) lines.push("  …\n");
  }
  return lines.join("");
};
