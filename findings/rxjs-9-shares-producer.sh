#!/usr/bin/env bash
# In the beta of RxJS 9, Observable is the one of the web platform: it has no .pipe, and two
# subscribers share one run of its function. In RxJS 7 each has a run of its own.
# Exits 0 if that is still so, 1 if it is not, 2 if the packages cannot be installed.
set -eu

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
echo '{"private": true, "type": "module"}' > package.json
npm install rxjs7@npm:rxjs@7.8.2 rxjs9@npm:rxjs@9.0.0-beta.0 --no-audit --no-fund --silent || exit 2

cat > see.mjs <<'JS'
import {readFileSync} from "node:fs";
import {Observable as Seven} from "rxjs7";
import * as nine from "rxjs9"; // has no Observable among its exports: sets the global one

/** How often the function runs for two subscribers at once, and whether there is a pipe. */
function seen(Observable) {
  let runs = 0;
  const source = new Observable((subscriber) => {
    runs++;
    setTimeout(() => subscriber.complete(), 10);
  });
  source.subscribe(() => {});
  source.subscribe(() => {});
  return {runs, pipe: typeof source.pipe};
}

const versionOf = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
const was = seen(Seven);
const is = seen(globalThis.Observable);

console.log(`rxjs ${versionOf("rxjs7")} and ${versionOf("rxjs9")}`);
console.log("9 exports neither Observable nor of or from, has no .pipe, and shares one run among subscribers.");
console.log({7: was, 9: {...is, exports: ["Observable", "of", "from"].filter((name) => name in nine)}});

const asSaid =
  was.runs === 2 &&
  was.pipe === "function" &&
  is.runs === 1 &&
  is.pipe === "undefined" &&
  ["Observable", "of", "from"].every((name) => !(name in nine));
console.log(asSaid ? "As said." : "NOT as said any more.");
process.exit(asSaid ? 0 : 1);
JS
node see.mjs
