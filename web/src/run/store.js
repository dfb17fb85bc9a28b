// The files of a page's folder, in the worker: as the programs see them, and as they are kept.

let files; // Python's file system
let folder;
let initial; // the files that the folder begins with
let kept = true; // whether the browser keeps files
let behind = false; // whether those that it keeps are older than those here
let renewed = false; // whether those that it keeps were ever read
let begins = true; // whether the folder is as the page begins it, and not kept yet

/** Make the folder. */
export const mount = (system, path, begin) => {
  [files, folder, initial] = [system, path, begin];
  files.mkdirTree(folder);
  files.mount(files.filesystems.IDBFS, {}, folder);
};

export const isKept = () => kept;

export const path = name => `${folder}/${name}`;

export const write = (name, data) => {
  const target = path(name);
  files.mkdirTree(target.slice(0, target.lastIndexOf("/")));
  files.writeFile(target, data);
};

const isThere = name => files.analyzePath(path(name)).exists;

/** Write a file, unless it is as it should be already. */
export const update = (name, data) => {
  const old = isThere(name) ? read(name) : null;
  if (!old || old.length !== data.length || old.some((byte, i) => byte !== data[i]))
    write(name, data);
};

export const read = name => files.readFile(path(name));
export const remove = name => files.unlink(path(name));
export const list = () => [...walk(folder)].sort((a, b) => (a.name < b.name ? -1 : 1));

const walk = function* (directory, prefix = "") {
  for (const name of files.readdir(directory)) {
    if (name === "." || name === "..") continue;
    const stat = files.stat(`${directory}/${name}`);
    if (files.isDir(stat.mode)) yield* walk(`${directory}/${name}`, `${prefix}${name}/`);
    else yield { name: prefix + name, size: stat.size, modified: Number(stat.mtime) };
  }
};

/** Each file's size and time of change, to tell what a run has made and changed. */
export const states = () =>
  new Map([...walk(folder)].map(({ name, size, modified }) => [name, `${size} ${modified}`]));

export const since = before => {
  const now = [...states()];
  const names = new Set(now.map(([name]) => name));
  return {
    gone: [...before.keys()].filter(name => !names.has(name)),
    made: now.filter(([name]) => !before.has(name)).map(([name]) => name),
    changed: now
      .filter(([name, state]) => before.has(name) && before.get(name) !== state)
      .map(([name]) => name),
  };
};

const removeAll = directory => {
  for (const name of files.readdir(directory)) {
    if (name === "." || name === "..") continue;
    const inner = `${directory}/${name}`;
    if (files.isDir(files.lstat(inner).mode)) {
      removeAll(inner);
      files.rmdir(inner);
    } else {
      files.unlink(inner);
    }
  }
};

/** Remove all files, and put in those that the page begins with. */
export const empty = () => {
  removeAll(folder);
  lay(true);
};

const lay = again => {
  for (const [name, data] of Object.entries(initial)) {
    if (again || !isThere(name)) write(name, data);
  }
};

const sync = fromBrowser => new Promise((done, failed) => {
  files.syncfs(fromBrowser, error => (error ? failed(error) : done(undefined)));
});

/** Take the files as the browser keeps them now: another tab may have changed them. */
export const renew = async () => {
  if (kept && !behind) {
    try {
      await sync(true);
      renewed = true;
      await new Promise(done => setTimeout(done)); // until then WebKit keeps others from writing
    } catch {
      if (renewed) behind = true;
      else kept = false;
    }
  }
  if (begins) lay(false);
  if (!kept) begins = false;
};

/** Keep the files; say why where the browser doesn't. */
export const keep = async () => {
  if (!kept) return null;
  begins = false;
  try {
    await sync(false);
    behind = false;
    return null;
  } catch (error) {
    behind = true;
    return /quota/i.test(`${error?.name} ${error?.message}`) ? "quota" : "storage";
  }
};
