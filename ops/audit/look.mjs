// Has Lighthouse look at a page with a browser of its own:
// `node look.mjs TARGET.json '{"address": …}'`.
// Its own command waits four seconds longer, for a connection that nothing uses any more.
import { writeFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const [target, asked] = process.argv.slice(2);
const { address, desktop, categories, browser, flags } = JSON.parse(asked);
const chrome = await launch({
  chromePath: browser ?? undefined,
  chromeFlags: flags,
  maxConnectionRetries: 1200, // half a second each: a slow machine is no fault of the page
});
try {
  const options = {
    port: chrome.port,
    logLevel: "error",
    maxWaitForFcp: 600_000,
    maxWaitForLoad: 600_000,
    disableFullPageScreenshot: true, // a second, and only for a report that is read by eye
    ...(categories.length > 0 && { onlyCategories: categories }),
  };
  const { lhr } = await lighthouse(address, options, desktop ? desktopConfig : undefined);
  writeFileSync(target, JSON.stringify(lhr));
} finally {
  chrome.kill();
}
process.exit();
