// Keeps the pages that a reader visits and what runs their programs, for when the network is off.
//
// `make web` puts a line before this file: BUILT, with a version of all that it carries, the files
// to keep, and the folders whose names change with their content. Whatever else is asked for comes
// from the network as long as there is one, so that a page and its code always fit each other.

const { scope } = self.registration;
const CACHE = `${scope} ${BUILT.version}`;
const NOT_KEPT = "This page is not kept for reading without a network. Those that you visited are.";

// An answer in each case: a browser would tell of a refusal as of a fault of this file.
const notKept = () =>
  new Response(NOT_KEPT, {
    status: 503,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });

const fixed = url => BUILT.fixed.some(folder => url.startsWith(scope + folder));
const mayKeep = response => response.ok && response.type === "basic" && !response.redirected;

const fresh = url => fetch(url, { cache: "no-cache" });

// Fetch and keep; what the site no longer has is left out.
const keep = async (cache, url) => {
  const response = await fresh(url);
  if (mayKeep(response)) await cache.put(url, response);
};

const ours = async () => (await caches.keys()).filter(name => name.startsWith(`${scope} `));

// A new version takes over only with all its files, and all that its forerunners kept, renewed.
const install = async () => {
  const wanted = new Set(BUILT.files.map(file => scope + file));
  for (const name of await ours()) {
    const old = await caches.open(name);
    for (const { url } of await old.keys())
      if (!url.startsWith(`${scope}assets/run/`)) wanted.add(url);
  }
  const cache = await caches.open(CACHE);
  await Promise.all([...wanted].map(url => keep(cache, url)));
  await self.skipWaiting();
};

const activate = async () => {
  for (const name of await ours()) if (name !== CACHE) await caches.delete(name);
  await self.clients.claim();
};

const answer = async event => {
  const { request } = event;
  const cache = await caches.open(CACHE);
  const find = options => cache.match(request.url, { ignoreVary: true, ...options });
  if (fixed(request.url)) {
    const kept = await find();
    if (kept) return kept;
  }
  try {
    const response = await fetch(request, { cache: "no-cache" });
    if (mayKeep(response)) event.waitUntil(cache.put(request.url, response.clone()));
    return response;
  } catch {
    const kept = (await find()) ?? (await find({ ignoreSearch: true }));
    return kept ?? notKept();
  }
};

// A page tells what it has loaded before it was looked after, or has loaded past this.
const take = async ({ data: { keep: urls }, ports: [port] }) => {
  const cache = await caches.open(CACHE);
  const within = urls.filter(url => url.startsWith(scope));
  const done = await Promise.allSettled(within.map(url => keep(cache, url)));
  port?.postMessage(done.every(({ status }) => status === "fulfilled"));
};

self.addEventListener("install", event => event.waitUntil(install()));
self.addEventListener("activate", event => event.waitUntil(activate()));
self.addEventListener("message", event => event.waitUntil(take(event)));
self.addEventListener("fetch", event => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(scope)) event.respondWith(answer(event));
});
