// Checks e-books with DAISY Ace, all of them in one browser.
//
//     node check.js FOLDER EPUB...
//
// prints one JSON object: from each path to what Ace finds there, a line for each finding.
// FOLDER is for the reports of Ace. PUPPETEER_EXECUTABLE_PATH names the browser.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import ace from "@daisy/ace-core";
import runner from "@daisy/ace-axe-runner-puppeteer";

const told = ({ "earl:test": test, "earl:result": result }, page) =>
  [test["earl:impact"], test["dct:title"], page, result["dct:description"], result.html]
    .filter(Boolean)
    .map((part) => String(part).replace(/\s+/g, " ").slice(0, 300))
    .join(" | ");

async function findings(path, folder, keptOpen) {
  const options = { cwd: process.cwd(), outdir: folder, silent: true, initLogger: true, lang: "en" };
  await ace(path, options, keptOpen);
  const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
  return report.assertions.flatMap(({ assertions, "earl:testSubject": subject }) =>
    assertions.map((item) => told(item, subject.url)),
  );
}

const [folder, ...paths] = argv.slice(2);
await runner.launch();
try {
  const keptOpen = { ...runner, launch: async () => {}, close: async () => {} };
  const found = {};
  for (const [number, path] of paths.entries())
    found[path] = await findings(path, join(folder, String(number)), keptOpen);
  console.log(JSON.stringify(found));
} finally {
  await runner.close();
}
