// Brings packages that Python does not have, each once, for the programs that name them.
import { carried } from "../carried.js";
import { came } from "./python.js";

const here = new Set();

const fetched = async ({ file, integrity }) => {
  const response = await fetch(new URL(file, import.meta.url), { integrity });
  if (!response.ok) throw new Error(`${response.status} ${file}`);
  return response.arrayBuffer();
};

/**
 * Unpack the packages that a text names.
 *
 * @param {any} python - Pyodide
 * @param {string} text - a program, or an expression
 */
export const bring = async (python, text) => {
  for (const wheel of carried.wheels) {
    if (here.has(wheel.module) || !new RegExp(`\\b${wheel.module}\\b`).test(text)) continue;
    const extractDir = python.runPython("__import__('site').getsitepackages()[0]");
    python.unpackArchive(await came(fetched(wheel)), "wheel", { extractDir });
    python.pyimport("importlib").invalidate_caches();
    here.add(wheel.module);
  }
};
