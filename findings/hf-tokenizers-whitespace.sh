#!/usr/bin/env bash
# Two readers of tokenizer.json by Hugging Face disagree on the pre-tokenizer Whitespace:
# the one in JavaScript takes letters as ASCII only, and cuts a French word where Rust does not.
# Exits 0 if that is still so, 1 if it is not, 2 if the packages cannot be installed.
set -eu

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
echo '{"private": true, "type": "module"}' > package.json
npm install @huggingface/tokenizers@0.2.0 tokenizers@0.23.2 --no-audit --no-fund --silent || exit 2

cat > see.mjs <<'JS'
import {readFileSync} from "node:fs";
import {Tokenizer as InJavaScript} from "@huggingface/tokenizers";
import rust from "tokenizers";

const file = {
  version: "1.0",
  truncation: null,
  padding: null,
  added_tokens: [],
  normalizer: null,
  pre_tokenizer: {type: "Whitespace"},
  post_processor: null,
  decoder: null,
  model: {type: "WordLevel", vocab: {"[UNK]": 0, "un": 1, "été": 2, "!": 3}, unk_token: "[UNK]"}
};
const text = "un été !";

const js = new InJavaScript(file, {unk_token: "[UNK]"}).encode(text);
const encoded = await rust.Tokenizer.fromString(JSON.stringify(file)).encode(text);
const native = {tokens: encoded.getTokens(), ids: encoded.getIds()};

const versionOf = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
console.log(`@huggingface/tokenizers ${versionOf("@huggingface/tokenizers")}, tokenizers ${versionOf("tokenizers")}`);
console.log(`From one file and one text, "${text}", JavaScript cuts the word at its accents, and Rust keeps it.`);
console.log({javascript: {tokens: js.tokens, ids: js.ids}, rust: native});

const asSaid = js.ids.join() === "1,0,0,0,3" && js.tokens.join() === "un,é,t,é,!" && native.ids.join() === "1,2,3";
console.log(asSaid ? "As said." : "NOT as said any more.");
process.exit(asSaid ? 0 : 1);
JS
node see.mjs
