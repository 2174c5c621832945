#!/usr/bin/env bash
# A GGUF file need not say which token ends a text. Where a byte-level one does not, llama.cpp takes token 11 for it,
# whatever that is in this vocabulary, and a model that writes it falls silent there.
# Exits 0 if that is still so, 1 if it is not, 2 if the packages cannot be installed.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
echo '{"private": true, "type": "module"}' > package.json
machine=$(node -p '`${process.platform}-${process.arch}`.replace("darwin", "mac").replace("mac-arm64", "mac-arm64-metal").replace("win32", "win")')
npm install node-llama-cpp@3.21.1 "@node-llama-cpp/$machine@3.21.1" --omit=optional --ignore-scripts --no-audit --no-fund --silent || exit 2

cat > see.mjs <<'JS'
import {readFileSync, writeFileSync} from "node:fs";
import {getLlama} from "node-llama-cpp";
// a Llama of one block, width 32, all weights 0; its tokens are GPT-2's signs for the 256 bytes, letters first
const signs = Array.from({length: 324}, (_, c) => c).filter((c) => (c > 32 && c < 127) || (c > 160 && c !== 173));
const tokens = [...new Set([..."abcdefghijklmnopqrstuvwxyz", ...signs.map((c) => String.fromCodePoint(c))])];
const bytes = (size, write) => { const b = Buffer.alloc(size); write(b); return b; };
const u32 = (x) => bytes(4, (b) => b.writeUInt32LE(x));
const u64 = (x) => bytes(8, (b) => b.writeBigUInt64LE(BigInt(x)));
const text = (x) => Buffer.concat([u64(Buffer.byteLength(x)), Buffer.from(x)]);
const list = (all) => Buffer.concat([u32(9), u32(8), u64(all.length), ...all.map(text)]);
const facts = (end) => [
  ...[["general.architecture", "llama"], ["tokenizer.ggml.model", "gpt2"], ["tokenizer.ggml.pre", "gpt-2"]]
    .map(([key, value]) => [key, Buffer.concat([u32(8), text(value)])]),
  ...Object.entries({context_length: 32, embedding_length: 32, block_count: 1, feed_forward_length: 32,
    "attention.head_count": 1}).map(([key, n]) => [`llama.${key}`, Buffer.concat([u32(4), u32(n)])]),
  ["llama.attention.layer_norm_rms_epsilon", bytes(8, (b) => b.writeFloatLE(1e-5, b.writeUInt32LE(6)))],
  ["tokenizer.ggml.tokens", list(tokens)], ["tokenizer.ggml.merges", list([])],
  ...(end === undefined ? [] : [["tokenizer.ggml.eos_token_id", Buffer.concat([u32(4), u32(end)])]])
];
const parts = ["attn_norm", "ffn_norm", "attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"];
let size = 0;
const infos = ["token_embd", "output_norm", ...parts.map((part) => `blk.0.${part}`)].flatMap((name) => {
  const dims = name.endsWith("norm") ? [32] : [32, name === "token_embd" ? 256 : 32];
  const info = [text(`${name}.weight`), u32(dims.length), ...dims.map(u64), u32(0), u64(size)];
  size += 4 * dims.reduce((a, b) => a * b);
  return info;
});
const file = (all) => {
  const start = [Buffer.from("GGUF"), u32(3), u64(2 + parts.length), u64(all.length)];
  const head = Buffer.concat([...start, ...all.flatMap(([key, value]) => [text(key), value]), ...infos]);
  return Buffer.concat([head, Buffer.alloc((32 - (head.length % 32)) % 32), Buffer.alloc(size)]);
};
const llama = await getLlama({gpu: false, build: "never", logLevel: "disabled"});
const ends = async (end) => {
  writeFileSync("model.gguf", file(facts(end)));
  const model = await llama.loadModel({modelPath: "model.gguf"});
  return tokens.filter((_, id) => model.isEogToken(id));
};
const found = {"no end is named": await ends(undefined), "token 10 is named": await ends(10)};
const {version} = JSON.parse(readFileSync("node_modules/node-llama-cpp/package.json", "utf8"));
console.log(`node-llama-cpp ${version} with llama.cpp ${llama.llamaCppRelease.release}; token 11 is ${JSON.stringify(tokens[11])}`);
console.log("A file that does not name the end of a text has token 11 as one. Ends of a text, where", found);
const asSaid = found["no end is named"].join() === "l" && found["token 10 is named"].join() === "k";
console.log(asSaid ? "As said." : "NOT as said any more.");
process.exit(asSaid ? 0 : 1);
JS
node see.mjs
