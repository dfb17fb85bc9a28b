// What `make web` writes to docs/assets/run/carried.js.
export const carried: {
  runtime: { folder: string; sizes: Record<string, number>; lock: object };
  editor: string;
  wheels: { module: string; file: string; integrity: string }[];
};
