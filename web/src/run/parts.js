// Fetches what Python is made of, once for all pages that are visited, and a page's own files.
import { carried } from "../carried.js";
import { Ended } from "../ended.js";

const here = new URL(".", import.meta.url);
export const base = new URL(`${carried.runtime.folder}/`, here);
const total = Object.values(carried.runtime.sizes).reduce((sum, size) => sum + size, 0);

const heard = new Set(); // those who wait for the parts
let parts = null; // the compiled module and the library, kept for the next worker
let loaded = 0;
let aborting;

const answered = async (url, signal) => {
  const response = await fetch(url, { signal });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${url.pathname}`);
  return response;
};

// Fetch a file and tell all who wait of each piece that has come.
const counted = async (name, signal) => {
  const { body } = await answered(new URL(name, base), signal);
  const counter = new TransformStream({
    transform(piece, controller) {
      loaded += piece.length;
      for (const hear of heard) hear(loaded, total);
      controller.enqueue(piece);
    },
  });
  return new Response(body.pipeThrough(counter), {
    headers: { "content-type": "application/wasm" },
  });
};

const fetchAll = async signal => {
  const [module, library] = await Promise.all([
    counted("pyodide.asm.wasm", signal).then(response => WebAssembly.compileStreaming(response)),
    counted("stdlib.zip", signal).then(response => response.arrayBuffer()),
  ]);
  return { module, library };
};

/** Give up what is being fetched, so that who asks next has it fetched again. */
export const giveUp = () => {
  aborting?.abort();
  parts = null;
};

/**
 * The parts of Python. What one page has begun to fetch, the next one waits for.
 *
 * @param {(loaded: number, total: number) => void} hear - called for each piece that comes
 * @param {AbortSignal} signal - of who waits no longer
 */
export const load = async (hear, signal) => {
  if (!parts) {
    loaded = 0;
    aborting = new AbortController();
    const attempt = fetchAll(aborting.signal);
    parts = attempt;
    attempt.catch(() => {
      if (parts === attempt) giveUp();
    });
  } else if (loaded < total) hear(loaded, total);
  heard.add(hear);
  signal.addEventListener("abort", () => heard.delete(hear));
  try {
    return await parts;
  } catch (error) {
    throw new Ended("download", error.message);
  } finally {
    heard.delete(hear);
  }
};

/** The files that a page's folder begins with, by name. */
export const initialFiles = async (key, signal) => {
  try {
    const response = await answered(new URL(`pages/${key}.files.json`, here), signal);
    const found = Object.entries(await response.json()).map(([name, data]) => [
      name,
      typeof data === "string"
        ? new TextEncoder().encode(data)
        : Uint8Array.from(atob(data.base64), letter => letter.charCodeAt(0)),
    ]);
    return Object.fromEntries(found);
  } catch (error) {
    throw new Ended("download", error.message);
  }
};
