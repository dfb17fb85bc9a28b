// <pdp-output>: what a run printed, as it comes, and how it differs from what is published.
import { make } from "../make.js";
import { texts } from "../texts.js";

const LINES = 400; // beyond which no difference is worked out

// Pair the lines of two texts by their longest common sequence.
const difference = (before, after) => {
  const [a, b] = [before, after].map(text => text.replace(/\n$/, "").split("\n"));
  if (a.length > LINES || b.length > LINES) return null;
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i][j] =
        a[i] === b[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  const lines = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) lines.push([" ", a[i++], j++]);
    else if (i < a.length && (j === b.length || longest[i + 1][j] >= longest[i][j + 1]))
      lines.push(["-", a[i++]]);
    else lines.push(["+", b[j++]]);
  }
  return lines;
};

const kinds = { "-": "run__published", "+": "run__here" };

class RunOutput extends HTMLElement {
  #code;
  #text;

  begin(name) {
    this.#text = document.createTextNode("");
    this.#code = make(
      "code",
      { tabindex: "0", role: "region", "aria-label": texts.output(name) },
      this.#text,
    );
    this.replaceChildren(make("pre", { class: "run__output" }, this.#code));
    this.hidden = true;
  }

  add(text) {
    this.#text.appendData(text);
    this.hidden = false;
  }

  get text() {
    return this.#text?.data ?? "";
  }

  /** Note below the output that not all of it is shown. */
  note(text) {
    this.append(make("p", { class: "run__note" }, text));
    this.hidden = false;
  }

  /** Set the output beside the published one. */
  compare(published, here, open) {
    const lines = difference(published, here);
    if (!lines) return;
    const code = make("code", { tabindex: "0", role: "region", "aria-label": texts.difference });
    for (const [kind, line] of lines) {
      code.append(make("span", { class: kinds[kind] }, `${kind} ${line}\n`));
    }
    this.append(
      make(
        "details",
        { class: "run__difference", open },
        make("summary", {}, texts.difference),
        make("pre", {}, code),
      ),
    );
    this.hidden = false;
  }
}

customElements.define("pdp-output", RunOutput);
