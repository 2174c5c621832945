#!/usr/bin/env bash
# js-tiktoken encodes a U+FEFF at the start of a text, and its decode leaves it out: the text does
# not come back. In the middle of a text it stays. (A TextDecoder without ignoreBOM does that.)
# Exits 0 if that is still so, 1 if it is not, 2 if the packages cannot be installed.
set -eu

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
echo '{"private": true, "type": "module"}' > package.json
npm install js-tiktoken@1.0.21 --no-audit --no-fund --silent || exit 2

cat > see.mjs <<'JS'
import {readFileSync} from "node:fs";
import {getEncoding} from "js-tiktoken";

const {version} = JSON.parse(readFileSync("node_modules/js-tiktoken/package.json", "utf8"));
const shown = (text) => JSON.stringify(text).replaceAll("\ufeff", "\\ufeff");

function roundTrip(name, text) {
  const encoding = getEncoding(name);
  const ids = encoding.encode(text);
  const back = encoding.decode(ids);
  console.log(`${name}: ${shown(text)} -> ${ids} -> ${shown(back)}`);
  return back;
}

console.log(`js-tiktoken ${version}`);
console.log("decode(encode(text)) loses a U+FEFF at the start, and only there.");

const asSaid = ["cl100k_base", "o200k_base"].every(
  (name) => roundTrip(name, "\ufeffhi") === "hi" && roundTrip(name, "a\ufeffhi") === "a\ufeffhi"
);
console.log(asSaid ? "As said." : "NOT as said any more.");
process.exit(asSaid ? 0 : 1);
JS
node see.mjs
