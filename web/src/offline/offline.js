// Has the browser keep this page and what runs its programs, for when the network is off.

const root = new URL("../../", import.meta.url);
let asked;

// What was asked for before the page was looked after may come later, as the receipts.
const tellOfTheRest = worker => {
  const observer = new PerformanceObserver(list => {
    const entries = /** @type {PerformanceResourceTiming[]} */ (list.getEntries());
    const past = entries.filter(({ workerStart }) => workerStart === 0);
    if (past.length > 0) worker.postMessage({ keep: past.map(({ name }) => name.split("#")[0]) });
  });
  observer.observe({ type: "resource" });
};

const active = registration =>
  new Promise((done, failed) => {
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    const look = () => {
      if (worker.state === "activated") done(worker);
      if (worker.state === "redundant") failed(new Error("not kept"));
    };
    worker.addEventListener("statechange", look);
    look();
  });

const ask = async () => {
  const registration = await navigator.serviceWorker.register(new URL("sw.js", root), {
    scope: root.href,
    updateViaCache: "none",
  });
  const worker = await active(registration);
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise(done => (port1.onmessage = ({ data }) => done(data)));
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const urls = new Set([location.href, ...loaded].map(url => url.split("#")[0]));
  tellOfTheRest(worker);
  worker.postMessage({ keep: [...urls] }, [port2]);
  return answer;
};

/**
 * Keep this page, and each that is visited from now on. To be called when a program has run.
 *
 * @returns {Promise<boolean>} whether all of it is kept
 */
export const keepForOffline = () => {
  if (!("serviceWorker" in navigator)) return Promise.resolve(false);
  asked ??= ask().catch(() => {
    asked = undefined;
    return false;
  });
  return asked;
};
