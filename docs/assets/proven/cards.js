// Finds the programs that a page shows, each with the output that is shown for it.
const PROGRAMS = ".language-python, .language-sh";
const JOINED = ".language-text, .language-pytb"; // drawn as one card with the program above

const text = block => block.querySelector(":scope > pre > code")?.textContent ?? "";
const title = block => block.querySelector(":scope > .filename")?.textContent ?? "";

/** The key of the page on display, as in sqlite/index, or nothing. */
export const pageKey = () => 
  document.querySelector("head > meta[name=page]")?.getAttribute("content") ?? "";

/** The programs on display: the block that ends each one's card, the program and the output. */
export const cards = () => {
  const blocks = [...document.querySelectorAll("article div.highlight:has(> pre)")];
  return blocks.flatMap((block, place) => {
    if (!block.matches(PROGRAMS)) return [];
    const next = blocks[place + 1];
    const output = next && title(next) === "Output" ? text(next) : "";
    const below = block.nextElementSibling;
    return [{ last: below?.matches(JOINED) ? below : block, program: text(block), output }];
  });
};
