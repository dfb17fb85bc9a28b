// Finds the programs of a page and puts a bar below each; a page without it is whole.
import { PageControl } from "./run/page-control.js";
import { PageBar } from "./run/page-bar.js";
import { RunBar } from "./run/run-bar.js";
import { texts } from "./texts.js";
import { cards, digestOf, pageKey, shownArticle } from "./proof/cards.js";

let control = null; // of the page that is shown

// What is displayed was tried if it has the digest of a program, and of the one that it is said
// to be. Programs that are equal are told apart by their order.
const find = async (shown, known) => {
  const found = [];
  const left = [...known];
  for (const card of shown) {
    const sha256 = await digestOf(card);
    const isIt = !card.digest || card.digest === sha256;
    const at = isIt ? left.findIndex(each => each.sha256 === sha256) : -1;
    if (at >= 0) found.push({ ...card, ...left.splice(at, 1)[0] });
  }
  return found;
};

// Where the built page keeps a place for a bar, the bar takes it.
const put = (bar, within) => {
  const kept = within.querySelector(`:scope > ${bar.localName}:empty`);
  if (kept) kept.replaceWith(bar);
  else within.append(bar);
};

const giveUpPlaces = article =>
  article.querySelectorAll(":is(pdp-run, pdp-page):empty").forEach(kept => kept.remove());

// What the built page says that Python weighs as it is sent.
const costOf = article =>
  Number(article.querySelector("pdp-page[data-cost]")?.getAttribute("data-cost") ?? 0);

// A page may have a button of its own that runs all its programs.
const offerAll = (article, page) => {
  for (const button of article.querySelectorAll("button[data-run-all]")) {
    button.hidden = false;
    button.addEventListener("click", () => page.runAll());
  }
};

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
  const article = shownArticle();
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
  const names = found.filter(({ verdict }) => verdict === "passed").map(({ name }) => name);
  control = new PageControl(key, published, names, costOf(article));
  const bars = [];
  for (const program of found) {
    const bar = new RunBar();
    bar.set(program, control, runtime);
    if (program.verdict === "passed") bars.push(bar);
    bar.toggleAttribute("data-first", bar === bars[0]);
    put(bar, program.block);
  }
  if (bars.length > 0) {
    const page = new PageBar();
    page.set(control, bars);
    put(page, article);
    offerAll(article, page);
  }
  giveUpPlaces(article);
};

if (globalThis.document$) globalThis.document$.subscribe(enter);
else enter();
