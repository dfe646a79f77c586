// Builds the stylesheet and scripts of the site from static/src/ into static/dist/; with --watch at each change, until
// its stdin ends.
import { copyFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";

const source = fileURLToPath(new URL("src/", import.meta.url));
const target = fileURLToPath(new URL("dist/", import.meta.url));
const options = {
  entryPoints: ["doelwijzer.css", "doelwijzer.js", "invoer.js", "documenten.js", "bladzijde.js"].map(
    (name) => source + name,
  ),
  outdir: target,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome111", "firefox115", "safari16"],
  legalComments: "linked",
  logLevel: "info",
};

await rm(target, { recursive: true, force: true });
await build(options);
await copyFile(source + "icoon.svg", target + "icoon.svg");
// Not bundled: one wrapper more around this much code doubles the time a phone needs to start it.
await copyFile(fileURLToPath(import.meta.resolve("plotly.js-basic-dist-min")), target + "plotly-basic.js");

if (process.argv.includes("--watch")) {
  await (await context(options)).watch();
  process.stdin.on("close", () => process.exit()).resume();
}
