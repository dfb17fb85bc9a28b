// Finds the programs of a page and puts a bar below each; a page without it is whole.
import { PageControl } from "./page-control.js";
import { PageBar } from "./page-bar.js";
import { RunBar } from "./run-bar.js";
import { texts } from "./texts.js";
import { cards, digestOf, pageKey } from "../proven/cards.js";

let control = null; // of the page that is shown

// What is displayed was tried if it has the digest of a program, and of the one that it is said
// to be.
const find = async (shown, known) => {
  const found = [];
  for (const card of shown) {
    const sha256 = await digestOf(card);
    const isIt = !card.digest || card.digest === sha256;
    const program = isIt && known.find(each => each.sha256 === sha256);
    if (program) found.push({ ...card, ...program });
  }
  return found;
};

// Where the built page keeps a place for a bar, the bar takes it; what holds the last program may
// be folded, so the page's own bar stands below that.
const put = (bar, before) => {
  const kept = before.nextElementSibling;
  if (kept?.matches(`${bar.localName}:empty`)) kept.replaceWith(bar);
  else before.after(bar);
};

const giveUpPlaces = article =>
  article.querySelectorAll(":is(pdp-run, pdp-page):empty").forEach(kept => kept.remove());

const explain = (article, shown, text) => {
  giveUpPlaces(article);
  const note = document.createElement("p");
  note.className = "run run__why";
  note.textContent = text;
  shown[0].last.after(note);
};

// What is known of a page's programs; null where the site has none to run.
const programsOf = async key => {
  const response = await fetch(new URL(`pages/${key}.json`, import.meta.url));
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${response.status} ${key}`);
  return response.json();
};

const enter = async () => {
  control?.leave();
  control = null;
  const article = document.querySelector("article");
  const desk = article.querySelector("[data-look]");
  if (desk) import("./look/panel.js").then(({ open }) => open(desk), () => {});
  const key = pageKey();
  const shown = cards(article);
  const isPython = shown.some(({ block }) => block.matches(".language-python"));
  if (!isPython || !key || article.querySelector("pdp-run:not(:empty)")) return;
  if (!globalThis.crypto?.subtle) return explain(article, shown, texts.ended.insecure);
  if (typeof WebAssembly !== "object" || typeof Worker !== "function") {
    return explain(article, shown, texts.ended.old);
  }
  let known;
  try {
    known = await programsOf(key);
  } catch {
    return explain(article, shown, texts.noBars);
  }
  if (!known) return giveUpPlaces(article);
  const { runtime, programs } = known;
  const found = await find(shown, programs);
  if (!article.isConnected) return;
  const published = new Map(
    found.filter(({ name }) => name.endsWith(".py")).map(({ name, text }) => [name, text]),
  );
  control = new PageControl(key, published);
  const bars = [];
  for (const program of found) {
    const bar = new RunBar();
    bar.set(program, control, runtime);
    put(bar, program.last);
    if (program.verdict === "passed") bars.push(bar);
  }
  if (bars.length > 0) {
    const page = new PageBar();
    page.set(control, bars);
    const end = found.at(-1).last.nextElementSibling;
    put(page, [...article.children].find(each => each.contains(end)));
  }
  giveUpPlaces(article);
};

if (globalThis.document$) globalThis.document$.subscribe(enter);
else enter();
