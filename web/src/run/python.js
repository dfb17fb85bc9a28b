// Starts Python in a worker from the parts that the page holds.
import { carried } from "../carried.js";

// Pyodide fetches and compiles its parts itself; here it is given those that the page holds.
const supply = (module, library) => {
  const { fetch } = self;
  self.fetch = (url, options) => {
    const name = String(url).split("/").pop();
    if (name === "stdlib.zip") return Promise.resolve(new Response(library));
    if (name === "pyodide.asm.wasm") return Promise.resolve(new Response());
    return fetch(url, options);
  };
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const instance = /** @type {any} */ (await WebAssembly.instantiate(module, imports));
    return { module, instance };
  };
};

// What could not be fetched is told as such.
export const came = part => part.catch(error => {
  throw Object.assign(error, { reason: "download" });
});

/**
 * Python, with nothing in it yet.
 *
 * @param {{ base: string, module: WebAssembly.Module, library: ArrayBuffer }} parts - where the
 *   rest of it is, itself compiled, and its standard library
 */
export const startPython = async ({ base, module, library }) => {
  supply(module, library);
  const { loadPyodide } = await came(import(`${base}pyodide.mjs`));
  const python = await loadPyodide({
    indexURL: base,
    stdLibURL: `${base}stdlib.zip`,
    lockFileContents: carried.runtime.lock,
    packageBaseUrl: base,
    env: { HOME: "/home/reader", TZ: "UTC", LANG: "C.UTF-8", LC_ALL: "C.UTF-8" },
  });
  // With it, Python calls JavaScript now and then. WebKit ends a worker only where its WebAssembly
  // calls something, so without it a loop would go on after the end of its worker.
  python.setInterruptBuffer(new Uint8Array(1));
  return python;
};
