// What a text is made of: its words, in a form in which those of readers and of pages are the same.
// It is put before search.js, in one file, as the site is built.
/* exported Words */
const Words = (() => {
  // The last of these in a traceback begins the line that says what is wrong.
  const TYPE =
    /(?:\b[a-z_]\w*\.)*\b(?:[A-Z]?\w*(?:Error|Exception|Warning|Operation)|[a-z]\w*\.error)\b/g;
  const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

  const plain = html =>
    html
      .replace(/<\/?(?:p|pre|[uod]l|li|d[dt])>/g, "\n")
      .replace(/<[^>]*>/g, "")
      .replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITIES[name]);
  const escape = text => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const low = text => text.toLowerCase();

  // One word for `save`, `saves`, `saved` and `saving`; for `encrypt` and `encryption`; for
  // `can't` and `cannot`; and for what readers and pages call by two names.
  const SAME = { dictionary: "dict", directory: "folder", sqlite3: "sqlite", stor: "sav" };
  const stems = new Map([["date", "date"], ["dates", "date"]]); // not `.dat`, a file of a shelf
  const stem = word => {
    if (!stems.has(word)) {
      const cut = /^[a-z]{4,}$/.test(word) && !word.endsWith("ss");
      const root = cut ? word.replace(/(.{5})ions?$|(?:ing|ed|es|s|e)$/, "$1") : word;
      stems.set(word, Object.hasOwn(SAME, root) ? SAME[root] : root);
    }
    return stems.get(word);
  };
  const words = text => {
    const same = low(text).replace(/\bcannot\b/g, "can't");
    const spelt = same.replace(/(\p{L})['’](?=\p{L})/gu, "$1");
    return (spelt.match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);
  };

  const COMMON = new Set(
    words(
      "a an and are as at be by can do does for from get how i if in into is it its my of on " +
        "or python that the then this to was what when where which why will with you your",
    ),
  );

  // Whether two words differ by one letter, or by two that changed places.
  const slipped = (one, other) => {
    let [start, end] = [0, 0];
    const least = Math.min(one.length, other.length);
    while (start < least && one[start] === other[start]) start += 1;
    while (end < least - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
    const [a, b] = [one, other].map(word => word.slice(start, word.length - end));
    return start > 0 && ((a.length < 2 && b.length < 2) || (a.length === 2 && a === b[1] + b[0]));
  };

  return { COMMON, TYPE, escape, low, plain, slipped, stem, words };
})();
