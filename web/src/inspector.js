// Gives Python the inspector, which no program of the reader can import.

const ARCHIVE = "/look.pyz";
const SAVED = "/saved";

const LOAD = `
import json, os, sys

sys.path.insert(0, archive)
import inspector
import inspector.base
sys.path.remove(archive)
for name in [name for name in sys.modules if name.partition(".")[0] == "inspector"]:
    del sys.modules[name]
if tell:
    inspector.base.tell.append(tell)
os.makedirs(saved, exist_ok=True)
{
    "inspect": lambda path, options: json.dumps(inspector.inspect(path, json.loads(options))),
    "save": lambda path, what, table: json.dumps(inspector.save(path, what, saved, table)),
}
`;

/** The archive that holds the inspector, which is a program for the desk as well. */
export const archiveOf = async () => {
  const response = await fetch(new URL("look.pyz", import.meta.url));
  if (!response.ok) throw new Error(`${response.status} look.pyz`);
  return new Uint8Array(await response.arrayBuffer());
};

/**
 * What `inspect`s and `save`s files, by their paths in Python's file system.
 *
 * @param {any} python - Pyodide
 * @param {Uint8Array} archive
 * @param {(what: string, done: number, total: number) => void} [tell] - called as work goes on
 */
export const giveInspector = (python, archive, tell) => {
  const { FS } = python;
  FS.writeFile(ARCHIVE, archive);
  const given = { archive: ARCHIVE, saved: SAVED, tell };
  const parts = python.runPython(LOAD, { globals: python.toPy(given) });
  const [inspect, save] = ["inspect", "save"].map(name => parts.get(name));
  return {
    inspect: (path, options) => JSON.parse(inspect(path, JSON.stringify(options))),
    save: (path, what, table = "") => {
      const { path: made, ...said } = JSON.parse(save(path, what, table));
      const data = FS.readFile(made);
      FS.unlink(made);
      return { ...said, data };
    },
  };
};
