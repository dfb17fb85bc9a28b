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

  // On a phone site.css turns the rows of a wide table into cards; there each cell says its column.
  const labelCells = () => {
    for (const table of document.querySelectorAll("article table:not([class])")) {
      const heads = [...table.querySelectorAll("thead th")].map(head => head.textContent.trim());
      if (heads.length < 3) continue;
      for (const cell of table.querySelectorAll("tbody td:not(:first-child)")) {
        cell.dataset.label = heads[cell.cellIndex];
      }
    }
  };

  // The theme adds actions to a block when it comes into view, and results while one types.
  const observer = new MutationObserver(nameLandmarks);

  globalThis.document$?.subscribe(() => {
    nameLandmarks();
    labelCells();
    observer.observe(document.body, { childList: true, subtree: true });
  });
}
