/**
 * exp, log and tanh of the float32 kernels at every one of the 2³² bit patterns, against float64: some minutes.
 *
 * Run by `npm run soak`, or `npx tsx tests/soak/kernels.soak.ts exp` for one function (any of the elementary ones). It
 * ends with an error if an error bound is missed.
 */
import {openKernels} from "../../lib/kernels/wasm.js";
import {elementary} from "../kernels/elementary.js";
import {sweep} from "../kernels/sweep.js";

type Name = keyof typeof elementary;
const isName = (text: string): text is Name => text in elementary;

const asked = process.argv.slice(2).filter(isName);
const names: readonly Name[] = asked.length > 0 ? asked : ["exp", "log", "tanh"];
const wasm = openKernels();

let missed = 0;
for (const name of names) {
  const {reference, bound} = elementary[name];
  const start = performance.now();
  const {ulps, at} = sweep(wasm, wasm.kernels[name], reference, {first: 0, end: 2 ** 32, stride: 1});
  if (!(ulps <= bound)) missed++;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(
    `${ulps <= bound ? "ok    " : "MISSED"} ${name.padEnd(8)} ${ulps.toFixed(4)} ulp at ${at}, may be ${bound}; ${seconds} s`
  );
}
if (missed > 0) throw new Error(`${missed} bounds were missed`);
