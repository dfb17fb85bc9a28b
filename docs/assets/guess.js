// On the page for what is not found: names the page whose address is most like the one asked for.
{
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("..", own.src).pathname;

  /** @returns {Set<string>} the pairs of letters in an address */
  const pairs = address => {
    const path = address.toLowerCase().replace(/(index)?(\.\w+)?\/*$/, "/");
    const all = [...path.slice(root.length - 1)];
    return new Set(all.slice(1).map((letter, at) => all[at] + letter));
  };

  const asked = pairs(location.pathname);
  let most = 0.5;
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll(`.tree a[href^="${root}"]`);
  for (const { pathname, textContent } of links) {
    const known = pairs(pathname);
    const common = [...asked].filter(pair => known.has(pair)).length;
    const likeness = (2 * common) / (asked.size + known.size);
    if (pathname === root || likeness <= most) continue;
    most = likeness;
    const link = document.createElement("a");
    link.href = pathname;
    link.textContent = textContent.trim();
    document.querySelector("[data-guess]").replaceChildren("Did you mean: ", link);
  }
}
