#!/usr/bin/env bash
# clipByValue of tfjs turns NaN into the lower bound on its wasm backend, and keeps NaN on its
# cpu backend: what went wrong in a computation shows on one of the two only.
# Exits 0 if that is still so, 1 if it is not, 2 if the packages cannot be installed.
set -eu

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
echo '{"private": true, "type": "module"}' > package.json
npm install @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0 \
  @tensorflow/tfjs-backend-cpu@4.22.0 --no-audit --no-fund --silent || exit 2

cat > see.mjs <<'JS'
import {readFileSync} from "node:fs";

console.warn = () => {}; // a hint of tfjs about its native backend

const tf = await import("@tensorflow/tfjs-core");
await import("@tensorflow/tfjs-backend-wasm");
await import("@tensorflow/tfjs-backend-cpu");

async function clipped(backend) {
  await tf.setBackend(backend);
  await tf.ready();
  return Array.from(tf.clipByValue(tf.tensor1d([NaN, 0.5]), -1, 1).dataSync());
}

const wasm = await clipped("wasm");
const cpu = await clipped("cpu");

const versionOf = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
const names = ["@tensorflow/tfjs-core", "@tensorflow/tfjs-backend-wasm", "@tensorflow/tfjs-backend-cpu"];
console.log(names.map((name) => `${name} ${versionOf(name)}`).join(", "));
console.log("clipByValue([NaN, 0.5], -1, 1): NaN becomes -1 on wasm, and stays NaN on cpu.");
console.log({wasm, cpu});

const asSaid = wasm[0] === -1 && wasm[1] === 0.5 && Number.isNaN(cpu[0]) && cpu[1] === 0.5;
console.log(asSaid ? "As said." : "NOT as said any more.");
process.exit(asSaid ? 0 : 1);
JS
node see.mjs
