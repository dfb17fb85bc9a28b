// Finds the programs of a page and puts a bar below each; a page without it is whole.
import { PageControl } from "./page-control.js";
import { PageBar } from "./page-bar.js";
import { RunBar } from "./run-bar.js";
import { texts } from "./texts.js";

let control = null; // of the page that is shown

const textOf = block => block.querySelector("pre > code").textContent;
const nameOf = block => block.querySelector(".filename")?.textContent.trim();

const hash = async text => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, "0")).join("");
};

// The output stands directly below its program.
const outputOf = block => {
  const next = block.nextElementSibling;
  return next?.matches(".language-text, .language-pytb") ? next : null;
};

const find = async (article, known) => {
  const found = [];
  for (const block of article.querySelectorAll("div.language-python, div.language-sh")) {
    const name = nameOf(block);
    const candidates = known.filter(program => program.name === name);
    if (candidates.length === 0) continue;
    const output = outputOf(block);
    const text = textOf(block);
    const published = output ? textOf(output) : "";
    const sha256 = await hash(`${text}\0${published}`);
    const program = candidates.find(each => each.sha256 === sha256);
    if (!program) continue;
    const fails = output?.matches(".language-pytb") ?? false;
    found.push({ ...program, block, text, output: published, fails, last: output ?? block });
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

const explain = (article, blocks, text) => {
  giveUpPlaces(article);
  const note = document.createElement("p");
  note.className = "run run__why";
  note.textContent = text;
  (outputOf(blocks[0]) ?? blocks[0]).after(note);
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
  const blocks = [...(article?.querySelectorAll("div.language-python:has(> .filename)") ?? [])];
  const key = document.querySelector("head > meta[name=page]")?.getAttribute("content");
  if (blocks.length === 0 || !key || article.querySelector("pdp-run:not(:empty)")) return;
  if (!globalThis.crypto?.subtle) return explain(article, blocks, texts.ended.insecure);
  if (typeof WebAssembly !== "object" || typeof Worker !== "function") {
    return explain(article, blocks, texts.ended.old);
  }
  let known;
  try {
    known = await programsOf(key);
  } catch {
    return explain(article, blocks, texts.noBars);
  }
  if (!known) return giveUpPlaces(article);
  const { runtime, programs } = known;
  const found = await find(article, programs);
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
