// Where this site is on its host, which may hold others of its kind.

/** The site's path, with a slash at both ends. */
export const place = new URL("../..", import.meta.url).pathname;

/** The folder of a page; a browser keeps files by this name for all sites of a host. */
export const folderOf = key => `/pages${place}${key}`;
