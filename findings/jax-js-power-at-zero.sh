#!/usr/bin/env bash
# In jax-js, the gradient of power(x, 2) is NaN at x = 0, where that of square(x) and x * x is 0;
# and power(0, 0) is NaN, where 0 ** 0 of JavaScript is 1.
# Exits 0 if that is still so, 1 if it is not, 2 if the packages cannot be installed.
set -eu

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
echo '{"private": true, "type": "module"}' > package.json
npm install @jax-js/jax@0.1.25 --no-audit --no-fund --silent || exit 2

cat > see.mjs <<'JS'
import {readFileSync} from "node:fs";
import {defaultDevice, grad, init, numpy as np} from "@jax-js/jax";

await init("cpu", "wasm");

/** The gradient of the sum of f at 0 and at 3, where x² has 0 and 6. */
const slopes = async (f) => Array.from(await grad((x) => f(x).sum())(np.array([0, 3])).data());

async function seenOn(device) {
  defaultDevice(device);
  return {
    power: await slopes((x) => np.power(x, 2)),
    square: await slopes((x) => np.square(x)),
    product: await slopes((x) => x.ref.mul(x)),
    zeroToZero: (await np.power(np.array([0]), np.array([0])).data())[0]
  };
}

const seen = {cpu: await seenOn("cpu"), wasm: await seenOn("wasm")};

console.log(`@jax-js/jax ${JSON.parse(readFileSync("node_modules/@jax-js/jax/package.json", "utf8")).version}`);
console.log("At 0 the gradient of power(x, 2) is NaN, and 0 for square(x) and x * x; power(0, 0) is NaN.");
console.log(`0 ** 0 in JavaScript: ${0 ** 0}`);
console.log(seen);

const asSaid = Object.values(seen).every(
  ({power, square, product, zeroToZero}) =>
    Number.isNaN(power[0]) &&
    Math.abs(power[1] - 6) < 1e-4 &&
    [square, product].every(([zero, three]) => zero === 0 && Math.abs(three - 6) < 1e-4) &&
    Number.isNaN(zeroToZero)
);
console.log(asSaid ? "As said." : "NOT as said any more.");
process.exit(asSaid ? 0 : 1); // workers would keep it open
JS
node see.mjs
