#!/usr/bin/env bash
# Two numeric libraries add up a long float32 tensor on WebAssembly with one float32 total.
# The total loses digits as it grows: the mean of 2^20 times 0.1 is off by one percent.
# Exits 0 if that is still so, 1 if it is not, 2 if the packages cannot be installed.
set -eu

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
echo '{"private": true, "type": "module"}' > package.json
npm install @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0 \
  @tensorflow/tfjs-backend-cpu@4.22.0 @jax-js/jax@0.1.25 --no-audit --no-fund --silent || exit 2

cat > see.mjs <<'JS'
import {readFileSync} from "node:fs";

console.warn = () => {}; // a hint of tfjs about its native backend

const tf = await import("@tensorflow/tfjs-core");
await import("@tensorflow/tfjs-backend-wasm");
await import("@tensorflow/tfjs-backend-cpu");
const {defaultDevice, init, numpy} = await import("@jax-js/jax");

const n = 2 ** 20;

async function tfjsMean(backend) {
  await tf.setBackend(backend);
  await tf.ready();
  return tf.mean(tf.fill([n], 0.1)).dataSync()[0];
}

async function jaxMean() {
  await init("wasm");
  defaultDevice("wasm");
  return (await numpy.mean(numpy.full([n], 0.1)).data())[0];
}

// what one float32 total gives, added by hand
let total = 0;
for (let i = 0; i < n; i++) total = Math.fround(total + Math.fround(0.1));
const byHand = Math.fround(total / n);

const means = {tfjsWasm: await tfjsMean("wasm"), jaxWasm: await jaxMean(), tfjsCpu: await tfjsMean("cpu"), byHand};

const versionOf = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
const names = ["@tensorflow/tfjs-core", "@tensorflow/tfjs-backend-wasm", "@tensorflow/tfjs-backend-cpu", "@jax-js/jax"];
console.log(names.map((name) => `${name} ${versionOf(name)}`).join(", "));
console.log("On wasm, both give the mean of 2^20 times 0.1 as one running float32 total gives it;");
console.log("the cpu backend of tfjs gives 0.1.");
console.log(means);

const {tfjsWasm, jaxWasm, tfjsCpu} = means;
const asSaid = tfjsWasm === byHand && jaxWasm === byHand && byHand > 0.1009 && Math.abs(tfjsCpu - 0.1) < 1e-7;
console.log(asSaid ? "As said." : "NOT as said any more.");
process.exit(asSaid ? 0 : 1); // workers would keep it open
JS
node see.mjs
