// Finds the section that explains what is typed or pasted. The theme starts this as its worker,
// sends it the index and each query, and shows what comes back.
{
  const { COMMON, TYPE, escape, low, plain, slipped, stem, words } = Words;
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]; // the theme's numbers for messages
  const MOST = { pages: 10, sections: 3, nearest: 3, teaser: 220 };
  const TEXTS = {
    nothing: "No page explains this yet",
    messages: "The nearest are below. Here are all messages that this site explains.",
    ask: "Ask for it",
    issue: "Opens a new issue with these words, in the repository of this site.",
  };

  const NAMED = /^[\w.]+(?=: )|'[^']*'|"[^"]*"|<[^<>]*>|: [\w.]+$/g;
  const OUTPUT = /Output<pre><code>([^]*?)<\/code>/g;
  const sum = weights => weights.reduce((total, weight) => total + weight, 0);
  const best = (one, other) => other.value - one.value;

  let docs = [];
  let known = new Map(); // in how many sections each word is
  let repository = "";

  const weigh = word => {
    const rare = Math.log(1 + docs.length / (known.get(word) ?? 1));
    return COMMON.has(word) || /^(?:\d+|0x[\da-f]+)$/.test(word) ? rare / 8 : rare;
  };

  // What a line is made of: its words and its pairs of neighbours, each with its weight. A name
  // within quotes or at the end is the reader's own as a rule, and counts less; so does the type.
  const parts = (text, all = words(text)) => {
    const own = new Set((text.match(NAMED) ?? []).flatMap(words));
    const found = new Map();
    all.forEach((word, at) => {
      found.set(word, weigh(word) * (own.has(word) ? 0.4 : 1));
      const before = all[at - 1];
      if (at > 0) found.set(`${before} ${word}`, (found.get(before) + found.get(word)) / 2);
    });
    const telling = new Set(all.filter(word => !COMMON.has(word))).size;
    return { found, total: sum([...found.values()]), whole: Math.min(1, telling / 3) / 2 };
  };

  // From 0 to 1: how much of two lines is the same, and how much of the known one is asked for.
  const alike = (asked, line) => {
    let shared = 0;
    for (const [part, weight] of line.found) {
      shared += Math.min(weight, asked.found.get(part) ?? 0);
    }
    const same = (2 * shared) / (asked.total + line.total);
    return same * (1 - line.whole) + (shared / line.total) * line.whole;
  };

  const read = (entry, pages) => {
    const [address] = entry.location.split("#");
    const doc = { answers: [], boost: 1, code: "", ...entry, title: plain(entry.title) };
    const printed = [...entry.text.matchAll(OUTPUT)].flatMap(([, text]) => plain(text).split("\n"));
    doc.text = plain(entry.text);
    doc.printed = printed
      .flatMap(line => [line, line.split(TYPE).at(-1)])
      .filter(line => words(line).length > 2);
    doc.named = new Set([doc.title, ...doc.answers].flatMap(words));
    doc.said = new Set([doc.title, ...doc.answers, ...printed].flatMap(words));
    doc.counts = new Map();
    for (const word of words(`${doc.text} ${doc.code}`)) {
      doc.counts.set(word, (doc.counts.get(word) ?? 0) + 1);
    }
    if (!pages.has(address)) {
      const topic = new Set(words(address)); // it says in a word or two what a page is about
      pages.set(address, Object.assign(doc, { all: new Set(), topic }));
    }
    doc.page = pages.get(address);
    for (const word of [...doc.said, ...doc.counts.keys()]) doc.page.all.add(word);
    return doc;
  };

  const setUp = index => {
    const pages = new Map();
    repository = index.config.repository;
    docs = index.docs.map(entry => read(entry, pages));
    known = new Map();
    for (const { said, counts } of docs) {
      for (const word of new Set([...said, ...counts.keys()])) {
        known.set(word, (known.get(word) ?? 0) + 1);
      }
    }
    for (const doc of docs) {
      const lines = [doc.title, ...doc.answers].map(line => ({ ...parts(line), worth: 1 }));
      doc.lines = [...lines, ...doc.printed.map(line => ({ ...parts(line), worth: 0.9 }))];
    }
  };

  // What is asked for: of a traceback, the line that says what is wrong.
  const asked = query => {
    const last = [...query.matchAll(TYPE)].at(-1);
    const rest = last ? query.slice(last.index) : "";
    return last && words(rest).length > words(last[0]).length ? rest : query;
  };

  // The known word that an unknown one begins, while it is typed, or that it misspells.
  const meant = (word, typing) => {
    if (known.has(word) || word.length < 3) return word;
    const fits = other =>
      (typing && other.startsWith(word)) || (word.length > 4 && slipped(word, other));
    const found = [...known].filter(([other]) => fits(other));
    return found.sort(([, one], [, other]) => other - one)[0]?.[0] ?? word;
  };

  const score = (doc, line, list) => {
    let [covered, field, total] = [0, 0, 0];
    for (const word of list) {
      const count = doc.counts.get(word) ?? 0;
      const where =
        (doc.named.has(word) ? 2 : 0) +
        (doc.page.named.has(word) ? 1 : 0) +
        (doc.said.has(word) ? 1 : 0) +
        (doc.all?.has(word) ? 0.5 : 0) +
        (doc.page.topic.has(word) ? 1 : 0) +
        (count && 0.5 + count / (count + 3));
      const weight = line.found.get(word);
      covered += weight * Math.min(1, where);
      field += weight * where;
      total += weight;
    }
    const phrase = Math.max(...doc.lines.map(each => each.worth * alike(line, each)));
    const cover = covered / total;
    const whole = cover > 0.95 ? 1 : 0; // what has all words comes first
    const value = (6 * phrase + 2 * cover ** 2 + field / total + whole) * doc.boost;
    return { doc, value, phrase, answers: Math.max(phrase / 0.5, cover / 0.6) * doc.boost > 1 };
  };

  const mark = (text, list) =>
    escape(text).replace(/[\p{L}\p{N}]+/gu, word =>
      list.has(stem(low(word))) && !COMMON.has(stem(low(word))) ? `<mark>${word}</mark>` : word,
    );

  // What a page or section says first is the explanation.
  const teaser = ({ text }, list) => {
    const said = text.split(/\n\s*/).find(block => words(block).length > 3) ?? "";
    const shown = said.length > MOST.teaser ? `${said.slice(0, MOST.teaser)}…` : said;
    return shown && `<p>${mark(shown, list)}</p>`;
  };

  const item = ({ doc, value }, list, spelt) => ({
    location: doc.location,
    title: mark(doc.title, list),
    text: teaser(doc, list),
    score: value,
    terms: Object.fromEntries(
      spelt.map(word => [word, doc.page.all.has(stem(low(word)))]),
    ),
  });

  // A section whose heading, answer or output is what is asked for comes before its page, which
  // may have the same line among its answers.
  const sectionFirst = ([first, ...rest]) => {
    const at = rest.findIndex(({ phrase }) => phrase > 0.75 && phrase > 0.85 * first.phrase);
    if (first.doc !== first.doc.page || at < 0) return [first, ...rest];
    const [section] = rest.splice(at, 1);
    return [{ ...section, value: first.value + 0.01 }, first, ...rest];
  };

  // A page with its sections, the best first. The theme wants the page itself among them.
  const groups = (found, list, spelt) => {
    const by = new Map();
    for (const each of found) by.set(each.doc.page, [...(by.get(each.doc.page) ?? []), each]);
    return [...by].map(([page, all]) => {
      const shown = sectionFirst(all).slice(0, MOST.sections);
      if (!shown.some(({ doc }) => doc === page)) shown.push({ doc: page, value: 0 });
      return shown.map(each => item(each, list, spelt));
    });
  };

  const nothing = (query, near) => {
    const say = (location, title, said) => {
      return [{ location, title, text: `<p>${said}</p>`, score: 0, terms: {} }];
    };
    const ask = `${repository}/issues/new?title=${encodeURIComponent(query)}`;
    return [
      say("errors/", TEXTS.nothing, TEXTS.messages),
      ...near.slice(0, MOST.nearest),
      ...(repository ? [say(ask, TEXTS.ask, TEXTS.issue)] : []),
    ];
  };

  const search = query => {
    const rest = asked(query.trim().replace(/^"(.*)"$/, "$1"));
    const all = words(rest);
    if (all.length === 0) return [];
    const typing = /\p{L}$/u.test(query);
    const right = all.map((word, at) => meant(word, typing && at === all.length - 1));
    const [list, line] = [new Set(right), parts(rest, right)];
    const spelt = (rest.match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter(
      word => !COMMON.has(stem(low(word))),
    );
    const found = docs.map(doc => score(doc, line, list)).sort(best);
    const answers = found.filter(each => each.answers);
    if (answers.length === 0) return nothing(query, groups(found, list, spelt));
    return groups(answers, list, spelt).slice(0, MOST.pages);
  };

  addEventListener("message", ({ data: { type, data } }) => {
    if (type === SETUP) {
      setUp(data);
      postMessage({ type: READY });
    } else if (type === QUERY) postMessage({ type: RESULT, data: { items: search(data) } });
  });
}
