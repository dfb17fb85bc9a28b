// Makes tables of text, in the form that the theme gives to those of Markdown.

/** Return an element with children, each an element or a text. */
export const element = (name, ...children) => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};

/**
 * @param {string[]} heads
 * @param {(Node | string)[][]} rows
 */
export const table = (heads, rows) => {
  const head = element("thead", element("tr", ...heads.map(text => element("th", text))));
  const body = element("tbody");
  for (const cells of rows) {
    const row = element("tr", ...cells.map(cell => element("td", cell)));
    body.append(row);
  }
  const made = element("table", head, body);
  const box = element("div", made);
  box.className = "md-typeset__table";
  const wrap = element("div", box);
  wrap.className = "md-typeset__scrollwrap";
  return wrap;
};
