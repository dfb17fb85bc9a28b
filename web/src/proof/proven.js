// Puts into the title row of each program what is proven of the text as it is displayed.
import { cards, digestOf, shownArticle } from "./cards.js";
import { details } from "./details.js";
import { ProvenMark } from "./mark.js";
import { find, receipts } from "./receipts.js";
import * as texts from "./proof-texts.js";

// What is written is a claim: what is displayed must have that hash.
const prove = async (mark, card) => {
  const hash = await digestOf(card);
  if (hash === null) return mark.show(texts.unknown, { said: texts.insecure });
  const known = await receipts();
  if (!known) return mark.show(texts.unknown, { said: texts.missing });
  const isWritten = !card.digest || card.digest === hash;
  const entry = isWritten ? find(known, card.key, hash) : null;
  const [word, said] = texts.verdict(entry);
  return mark.show(word, { said, entry, hash, key: card.key });
};

const markOf = ({ block }) => {
  const row = block.querySelector(":scope > .filename");
  const there = row.querySelector("proven-mark");
  if (there) return there;
  const mark = new ProvenMark();
  row.append(mark);
  return mark;
};

const proveAll = () => Promise.all(cards().map(card => prove(markOf(card), card)));

// What is displayed can change after the page has loaded; then what was said of it is void.
const observer = new MutationObserver(changes => {
  const touched = changes.some(({ target }) =>
    (target instanceof Element ? target : target.parentElement)?.closest("pre > code"));
  if (touched) proveAll();
});

const start = async () => {
  const article = shownArticle();
  if (!article) return;
  await proveAll();
  observer.observe(article, { characterData: true, childList: true, subtree: true });
  details(article, await receipts());
};

if (globalThis.document$) globalThis.document$.subscribe(start);
else start();
