// Holds Python and the files that a reader has chosen; reads them, and makes copies in memory.
import { answer } from "../answering.js";
import { startPython } from "../run/python.js";
import { giveInspector } from "../inspector.js";

const FOLDER = "/chosen";
let inspector;
let files; // Python's file system
let mounted = false;

const post = message => self.postMessage(message);

let told = 0;
const tell = (what, done, total) => {
  if (performance.now() - told < 100 && done < total) return;
  told = performance.now();
  post({ event: { what, done, total } });
};

// What looks into a file could send it nowhere, whatever is in it.
const cutOff = () => {
  for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport"])
    Object.defineProperty(self, name, { value: undefined });
};

const actions = {
  async start({ base, module, library, archive }) {
    const python = await startPython({ base, module, library });
    files = python.FS;
    inspector = giveInspector(python, archive, tell);
    files.mkdirTree(FOLDER);
    cutOff();
  },

  // They are mounted, not copied: Python reads them where they are, and cannot write to them.
  take({ files: given }) {
    if (mounted) files.unmount(FOLDER);
    const blobs = given.map(data => ({ name: data.name, data }));
    files.mount(files.filesystems.WORKERFS, { blobs }, FOLDER);
    mounted = true;
  },

  inspect: ({ name, options }) => inspector.inspect(`${FOLDER}/${name}`, options),
  save: ({ name, what, table }) => inspector.save(`${FOLDER}/${name}`, what, table),
};

answer(actions);
