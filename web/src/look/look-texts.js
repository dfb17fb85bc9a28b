// All that the page that looks into a reader's files says.

import { number } from "../folder/folder-texts.js";

const megabytes = size => `${number(Math.round(size / 1e5) / 10)} MB`;

export const lookTexts = {
  begin: "Load Python",
  again: "Load Python again",
  cost: size =>
    `${size ? `${megabytes(size)}, once` : "Once"}. Then choose your file: nothing more is loaded.`,
  kept: "Python is kept in this browser.",
  loading: (done, total) => `Loading Python: ${megabytes(done)} of ${megabytes(total)}`,
  starting: "Starting Python …",
  tooSoon: "Load Python first, then drop the file again.",
  choose: "Choose files",
  drop: "or drop them here: a database with its -wal and -journal, all files of a shelf.",
  ready: limit =>
    `Ready. Up to ${megabytes(limit)} in total. From now on, this page does not use the ` +
    "network: you can go offline.",
  tooLarge: (size, limit) =>
    `That is ${megabytes(size)}; this page takes up to ${megabytes(limit)}. ` +
    "On your computer there is no limit: see below.",
  working: (what, done, total) =>
    total > 0 ? `${what}: ${megabytes(done)} of ${megabytes(total)}` : `${what}: ${number(done)}`,
  looking: name => `Looking into ${name} …`,
  done: names => `Shown: ${names.join(", ")}.`,
  stop: "Stop",
  stopped: "Stopped. The copies are deleted; your files are unchanged.",
  file: name => `Content of ${name}`,
  files: "Your files",
  partOf: (name, whole) => `${name} is read together with ${whole}.`,
};
