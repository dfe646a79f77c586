// Prints what Lighthouse says of the main pages on a phone, and what costs most on each.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const LIGHTHOUSE = "lighthouse@12.8.2";
const PAGES = ["/", "/doelen/", "/vergelijken/", "/geld/", "/klopt-het/"];
const METRICS = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "total-blocking-time",
  "cumulative-layout-shift",
  "speed-index",
];
const CHROMIUM = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const run = promisify(execFile);
const site = process.argv[2];

async function report(page) {
  const options = [
    "--quiet",
    "--output=json",
    "--only-categories=performance,accessibility,best-practices",
    `--chrome-flags=${CHROMIUM.join(" ")}`,
  ];
  const { stdout: chromium } = await run("sh", ["-c", "command -v chromium"]);
  const { stdout } = await run("npx", ["--yes", LIGHTHOUSE, site + page, ...options], {
    env: { ...process.env, CHROME_PATH: chromium.trim() },
    maxBuffer: 1 << 28,
  });
  return JSON.parse(stdout);
}

for (const page of PAGES) {
  const { categories, audits } = await report(page);
  const scores = Object.values(categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`);
  console.log(`${page}: ${scores.join(", ")}`);
  console.log(`  ${METRICS.map((id) => `${audits[id].title} ${audits[id].displayValue}`).join(", ")}`);
  const failed = Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs.map(({ id }) => audits[id]))
    .filter(({ id, score }) => score !== null && score < 0.9 && !METRICS.includes(id));
  for (const { title, displayValue = "" } of failed) console.log(`  - ${title} ${displayValue}`);
}
