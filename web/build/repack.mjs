// Runs repack.py in the browser's own Python, since only that can compile for itself.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadPyodide } from "pyodide";

const [shipped, dbm, script, target] = process.argv.slice(2);
const { FS, runPython } = await loadPyodide();

FS.mkdirTree("/repack/dbm");
FS.chdir("/repack");
FS.writeFile("shipped.zip", readFileSync(shipped));
FS.writeFile("repack.py", readFileSync(script));
for (const name of readdirSync(dbm).filter(name => name.endsWith(".py")))
  FS.writeFile(`dbm/${name}`, readFileSync(join(dbm, name)));
runPython("import runpy; runpy.run_path('repack.py', run_name='__main__')");
writeFileSync(target, FS.readFile("repacked.zip"));

// What was left out must not be missed: start from it, and import all that programs import.
const again = await loadPyodide({ stdLibURL: target });
again.FS.writeFile("imported.txt", FS.readFile("imported.txt"));
again.runPython(
  "import importlib; [importlib.import_module(m) for m in open('imported.txt').read().split()]",
);
