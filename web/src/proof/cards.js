// Finds the programs that a page shows, each with the output that is shown for it.
const PROGRAMS = ".language-python, .language-sh";
const JOINED = ".language-text, .language-pytb"; // drawn as one card with the program above

const text = block => block.querySelector(":scope > pre > code")?.textContent ?? "";
// Marks and buttons may follow it in its row.
const title = block => block.querySelector(":scope > .filename")?.firstChild?.textContent ?? "";

/** The key of the page on display, as in sqlite/index, or nothing. */
export const pageKey = () =>
  document.querySelector("head > meta[name=page]")?.getAttribute("content") ?? "";

/** The page on display; what search has found is in articles, too. */
export const shownArticle = () => document.querySelector(".md-content article");

/**
 * The programs on display: the block of each and the one that ends its card, the texts, and which
 * program it is, by what the build wrote; of one that writes nothing the digest is empty.
 * @param {Element | null} article
 */
export const cards = (article = shownArticle()) => {
  /** @type {NodeListOf<HTMLElement> | undefined} */
  const found = article?.querySelectorAll("div.highlight:has(> pre)");
  const blocks = [...(found ?? [])];
  return blocks.flatMap((block, place) => {
    if (!block.matches(PROGRAMS)) return [];
    const next = blocks[place + 1];
    const output = next && title(next) === "Output" ? text(next) : "";
    const below = block.nextElementSibling;
    const last = below?.matches(JOINED) ? below : block;
    const { key = pageKey(), digest = "" } = block.dataset;
    const fails = last.matches(".language-pytb");
    return [{ key, digest, block, last, text: text(block), output, fails }];
  });
};

/**
 * The SHA-256 of what a page shows, as twicetold/base/digest.py
 * makes it; null where the browser refuses.
 * @param {{text: string, output: string}} card
 */
export const digestOf = async ({ text, output }) => {
  if (!globalThis.crypto?.subtle) return null;
  const bytes = new TextEncoder().encode(`${text}\0${output}`);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, byte => byte.toString(16).padStart(2, "0")).join("");
};
