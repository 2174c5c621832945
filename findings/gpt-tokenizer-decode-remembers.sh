#!/usr/bin/env bash
# decode of gpt-tokenizer keeps what a text left unfinished, and the next call begins with it:
# the same ids decode to another text than a moment before.
# Exits 0 if that is still so, 1 if it is not, 2 if the packages cannot be installed.
set -eu

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
echo '{"private": true, "type": "module"}' > package.json
npm install gpt-tokenizer@4.0.0 --no-audit --no-fund --silent || exit 2

cat > see.mjs <<'JS'
import {readFileSync} from "node:fs";
import {decode, encode} from "gpt-tokenizer";

// a llama is four bytes in three tokens, so a text cut after a token may end within it
const llama = encode("\u{1f999}");

const before = decode(llama);
const cut = decode(llama.slice(0, 1)); // the first bytes only
const after = decode(llama); // the whole llama again
const later = decode(llama);

const shown = (text) => JSON.stringify(text).replaceAll("\ufffd", "\\ufffd");

console.log(`gpt-tokenizer ${JSON.parse(readFileSync("node_modules/gpt-tokenizer/package.json", "utf8")).version}`);
console.log("Decoding a cut character gives nothing, and the next, unrelated call begins with U+FFFD.");
console.log(`ids ${llama}: ${shown(before)}`);
console.log(`ids ${llama.slice(0, 1)}: ${shown(cut)}`);
console.log(`ids ${llama}: ${shown(after)}`);
console.log(`ids ${llama}: ${shown(later)}`);

const asSaid = before === "\u{1f999}" && cut === "" && after === "\ufffd\u{1f999}" && later === before;
console.log(asSaid ? "As said." : "NOT as said any more.");
process.exit(asSaid ? 0 : 1);
JS
node see.mjs
