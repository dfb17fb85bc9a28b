// Puts under each program of a page what is proven of the text as it is displayed.
import { cards, digestOf } from "./cards.js";
import { details } from "./details.js";
import { ProvenLine } from "./line.js";
import { find, receipts } from "./receipts.js";
import * as texts from "./texts.js";

// What is written is a claim: what is displayed must have that hash.
const prove = async (line, card) => {
  const hash = await digestOf(card);
  if (hash === null) return line.say(texts.insecure);
  const known = await receipts();
  if (!known) return line.say(texts.missing);
  const isWritten = !card.digest || card.digest === hash;
  return line.show(card.key, isWritten ? find(known, card.key, hash) : null);
};

const lineOf = last => {
  const there = last.querySelector(":scope > proven-line");
  if (there) return there;
  const line = new ProvenLine();
  last.append(line);
  return line;
};

const proveAll = () => Promise.all(cards().map(card => prove(lineOf(card.last), card)));

// What is displayed can change after the page has loaded; then what was said of it is void.
const observer = new MutationObserver(changes => {
  const touched = changes.some(({ target }) =>
    (target instanceof Element ? target : target.parentElement)?.closest("pre > code"));
  if (touched) proveAll();
});

const start = async () => {
  const article = document.querySelector("article");
  if (!article) return;
  await proveAll();
  observer.observe(article, { characterData: true, childList: true, subtree: true });
  details(article, await receipts());
};

if (globalThis.document$) globalThis.document$.subscribe(start);
else start();
