// Gives each page what neither Markdown nor the theme can say; a page without it is whole.
{
  // Where the theme has several landmarks of a kind on a page, each needs a name of its own.
  const landmarks = {
    "nav.md-code__nav": "Code actions",
    "nav.md-pagination": "Pages",
    "nav.md-post__action": "Read on",
    "nav.md-tags": "Tags",
    ".md-post nav.md-nav": "About this post",
  };

  const nameLandmarks = () => {
    for (const [selector, name] of Object.entries(landmarks)) {
      document.querySelectorAll(selector).forEach((landmark, index) => {
        landmark.setAttribute("aria-label", `${name} ${index + 1}`);
      });
    }
  };

  // On a phone the theme's buttons are labels of hidden boxes, which no key reaches: they become
  // buttons.
  const reachLabels = () => {
    const labels = "label.md-header__button:is([for=__drawer], [for=__search])";
    for (const found of document.querySelectorAll(labels)) {
      const label = /** @type {HTMLLabelElement} */ (found);
      const box = /** @type {HTMLInputElement} */ (label.control);
      const button = document.createElement("button");
      button.type = "button";
      button.className = label.className;
      button.dataset.opens = box.dataset.mdToggle;
      button.setAttribute(
        "aria-label",
        box.dataset.mdToggle === "drawer" ? "Navigation" : "Search",
      );
      button.append(...label.childNodes);
      button.addEventListener("click", () => box.click());
      const tell = () => button.setAttribute("aria-expanded", String(box.checked));
      box.addEventListener("change", tell);
      tell();
      label.replaceWith(button);
    }
  };

  document.addEventListener("keydown", ({ key }) => {
    const drawer = /** @type {HTMLInputElement} */ (
      document.querySelector("[data-md-toggle=drawer]")
    );
    if (key !== "Escape" || !drawer.checked) return;
    drawer.click();
    /** @type {HTMLElement} */ (document.querySelector("button[data-opens=drawer]")).focus();
  });

  // What a term means shows below a pointer that rests on it; a finger taps it.
  const meaning = document.createElement("div");
  meaning.className = "meaning";
  meaning.popover = "auto";
  meaning.role = "tooltip";
  const hideMeaning = () => meaning.isConnected && meaning.togglePopover(false);

  document.addEventListener("scroll", hideMeaning, { passive: true });
  document.addEventListener("click", ({ target }) => {
    const term = target instanceof Element && target.closest("article abbr[title]");
    if (!(term instanceof HTMLElement)) return;
    meaning.textContent = term.title;
    term.closest("article").append(meaning);
    meaning.togglePopover(true);
    const { left, top, bottom } = term.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = meaning;
    const most = document.documentElement.clientWidth - width - 8;
    meaning.style.left = `${Math.max(8, Math.min(left, most))}px`;
    meaning.style.top = `${bottom + height + 8 > innerHeight ? top - height - 4 : bottom + 4}px`;
  });

  // What looks like the search field on the first page leads into it; the theme would follow it as
  // a link.
  const lead = event => {
    if (!(event.target instanceof Element && event.target.closest(".ask"))) return;
    if (event.type === "click") event.preventDefault();
    event.stopPropagation();
    const field = document.querySelector("[data-md-component=search-query]");
    /** @type {HTMLElement} */ (field).focus();
  };
  document.addEventListener("click", lead, { capture: true });

  // What is typed or pasted where that has the focus goes into the field, too.
  addEventListener("keydown", event => event.key.length === 1 && lead(event), { capture: true });

  /** @returns {target is HTMLElement} */
  const isSearch = target =>
    target instanceof HTMLElement && target.matches("[data-md-component=search-query]");

  // The theme searches when a key comes up; what is pasted or dropped by a pointer brings no key.
  document.addEventListener("input", ({ target }) => {
    if (isSearch(target)) target.dispatchEvent(new Event("keyup"));
  });

  // On Tab the theme takes the focus from the search field; Safari would begin again at the top of
  // the page, so the field gets it back, and the key leads on from there.
  addEventListener("keydown", ({ key, target }) => {
    if (key === "Tab" && isSearch(target)) target.focus();
  });

  // The list of messages is whole without a script; with one, what is typed narrows it.
  const narrow = () => {
    const place = document.querySelector("article .filter:not(:has(input))");
    if (!place) return;
    /** @type {NodeListOf<HTMLElement>} */
    const rows = place.parentElement.querySelectorAll("tbody tr");
    const field = document.createElement("input");
    const count = document.createElement("output");
    field.placeholder = "Type part of the message";
    field.setAttribute("aria-label", "Filter the list");
    place.append(field, count);
    field.addEventListener("input", () => {
      const words = field.value.toLowerCase().split(/[^\p{L}\p{N}]+/u);
      const hides = row => !words.every(word => row.textContent.toLowerCase().includes(word));
      for (const row of rows) row.hidden = hides(row);
      for (const heading of place.parentElement.querySelectorAll("h2")) {
        const table = /** @type {HTMLElement} */ (heading.nextElementSibling);
        if (table.matches("ul")) continue; // See also
        heading.hidden = table.hidden = !table.querySelector("tbody tr:not([hidden])");
      }
      count.value = `${[...rows].filter(row => !row.hidden).length} of ${rows.length}`;
    });
  };

  // Where no bar comes, its place goes, and below the first program stands why.
  const explain = (...said) => {
    for (const kept of document.querySelectorAll(":is(pdp-run, pdp-page):empty")) kept.remove();
    const program = document.querySelector("article div.language-python");
    if (!program || document.querySelector("article p.run__why")) return;
    const output = program.nextElementSibling?.matches(".language-text, .language-pytb");
    const note = document.createElement("p");
    note.className = "run run__why";
    note.append(...said);
    (output ? program.nextElementSibling : program).after(note);
  };

  // From a file no module is loaded.
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("..", own.src);
  const explainFile = () => {
    const folder = decodeURIComponent(root.pathname).replace(/^\/(?=[A-Za-z]:)/, "");
    const command = document.createElement("code");
    command.textContent = `python -m http.server -d "${folder}"`;
    explain(
      "This page was opened from a file, and browsers run programs only on a page that " +
        "a server sends. Type ",
      command,
      " in a terminal, then open http://localhost:8000/.",
    );
  };

  let noBars = false;
  const explainNoBars = () =>
    explain(
      "The part that runs these programs could not be loaded. The page is complete without " +
        "it. To try again, reload the page.",
    );

  const heedFault = ({ target }) => {
    if (!target.matches?.('script[type=module][src*="assets/run/"]')) return;
    noBars = true;
    explainNoBars();
  };
  document.addEventListener("error", heedFault, { capture: true });

  // What scrolls sideways takes the focus, for keys to scroll it, and shows where it is cut.
  const SCROLLS = "pre > code, .md-typeset__scrollwrap, article table";
  const tellCut = each => {
    const rest = each.scrollWidth - each.clientWidth;
    if (rest > 0) each.setAttribute("tabindex", "0");
    else each.removeAttribute("tabindex");
    each.toggleAttribute("data-cut", rest - each.scrollLeft > 1);
  };
  const scrolling = new ResizeObserver(entries => entries.forEach(({ target }) => tellCut(target)));
  const heedScroll = ({ target }) => {
    if (target instanceof Element && target.matches(SCROLLS)) tellCut(target);
  };
  document.addEventListener("scroll", heedScroll, { capture: true, passive: true });

  // The theme adds actions to a block when it comes into view, and results while one types.
  const heedScrolling = () =>
    document.querySelectorAll(SCROLLS).forEach(each => scrolling.observe(each));
  const observer = new MutationObserver(() => {
    nameLandmarks();
    heedScrolling();
  });

  // While search covers a phone, the page below is locked: the theme cannot take a reader to the
  // section that was chosen, and unlocks later.
  const isLocked = () => "mdScrolllock" in document.body.dataset;
  let chosen = "";
  const unlocked = new MutationObserver(() => {
    if (isLocked() || !chosen) return;
    document.getElementById(decodeURIComponent(chosen))?.scrollIntoView();
    chosen = "";
  });

  const enter = () => {
    chosen = isLocked() ? location.hash.slice(1) : "";
    unlocked.observe(document.body, { attributeFilter: ["data-md-scrolllock"] });
    nameLandmarks();
    reachLabels();
    narrow();
    if (noBars) explainNoBars();
    scrolling.disconnect();
    heedScrolling();
    observer.observe(document.body, { childList: true, subtree: true });
  };

  // With instant navigation the theme's document$ never fires on a page from a file.
  if (location.protocol === "file:") {
    enter();
    explainFile();
  } else globalThis.document$?.subscribe(enter);
}
