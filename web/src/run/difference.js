// How two texts differ, line by line.
const LINES = 400; // beyond which no difference is worked out

/**
 * Pair the lines of two texts by their longest common sequence; null where they are too long.
 *
 * @param {string} before
 * @param {string} after
 */
export const difference = (before, after) => {
  const [a, b] = [before, after].map(text => text.replace(/\n$/, "").split("\n"));
  if (a.length > LINES || b.length > LINES) return null;
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i][j] =
        a[i] === b[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  const lines = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) lines.push([" ", a[i++], j++]);
    else if (i < a.length && (j === b.length || longest[i + 1][j] >= longest[i][j + 1]))
      lines.push(["-", a[i++]]);
    else lines.push(["+", b[j++]]);
  }
  return lines;
};
