// What the linter holds all JavaScript to; run from the root of the project by `make check`.
import js from "@eslint/js";
import globals from "globals";

const browser = { ...globals.browser, document$: "readonly" }; // document$ is the theme's
const serviceworker = { ...globals.serviceworker, BUILT: "readonly" }; // `make web` writes it

export default [
  { ignores: ["docs/assets/run/", "docs/sw.js", "**/node_modules/", "site/", ".venv/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "max-len": ["error", 100],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  { files: ["docs/assets/**", "web/src/**"], languageOptions: { globals: browser } },
  { files: ["docs/assets/*.js", "**/from-disk.js"], languageOptions: { sourceType: "script" } },
  {
    files: ["**/*worker.js", "docs/assets/search.js"],
    languageOptions: { globals: { ...globals.worker, Words: "readonly" } },
  },
  { files: ["**/sw.js"], languageOptions: { globals: serviceworker } },
  { files: ["**/*.mjs", "web/*.js"], languageOptions: { globals: globals.nodeBuiltin } },
];
