import {readFileSync} from "node:fs";
import {openPool} from "../lib/kernels/pool.js";
import {exchangeEngine, type WasmKernels} from "../lib/kernels/wasm.js";
import {fastModule, fused} from "../bench/training/fast.js";
import {models} from "../bench/training/models.js";
import {ours} from "../bench/training/ours.js";
import {helperScript} from "./helperScript.js";
const pool = await openPool(2, {helper: await helperScript()});
const module = await fastModule();
const kinds: Record<string, WasmKernels> = {exact1: pool.alone, fast1: fused(module, pool.alone), exact2: pool.engine, fast2: pool.fast(module)};
const steps = Object.fromEntries(Object.keys(kinds).map((k) => [k, ours(models.gpt, 1)]));
const busy = () => { const [u, n, s, , , irq, soft, steal] = readFileSync("/proc/stat", "utf8").split("\n")[0]!.split(/\s+/).slice(1).map(Number) as number[]; return (u! + n! + s! + irq! + soft! + (steal ?? 0)) * 10; };
const seen: Record<string, [time: number, others: number][]> = {exact1: [], fast1: [], exact2: [], fast2: []};
const until = performance.now() + Number(process.argv[2]) * 1000;
for (let w = 0; w < 5; w++) for (const k in kinds) { exchangeEngine(kinds[k]!, pool.alone); steps[k]!(); }
while (performance.now() < until) for (const k in kinds) {
  exchangeEngine(kinds[k]!, pool.alone);
  const [b, c, t] = [busy(), process.cpuUsage(), performance.now()];
  for (let i = 0; i < 3; i++) steps[k]!();
  const d = process.cpuUsage(c); const time = performance.now() - t;
  seen[k]!.push([time / 3, (busy() - b - (d.user + d.system) / 1000) / time]);
}
for (const limit of [0.1, 0.25, 9]) {
  const best: Record<string, number> = {}, mid: Record<string, number> = {}, n: Record<string, number> = {};
  for (const k in seen) { const l = seen[k]!.filter(([, o]) => o < limit).map(([t]) => t).sort((a, b) => a - b); n[k] = l.length; best[k] = l[0] ?? NaN; mid[k] = l[l.length >> 1] ?? NaN; }
  console.log("others <", limit, n, "best", best, "median", mid);
  for (const [a, b] of [["exact1", "fast1"], ["exact1", "exact2"], ["exact1", "fast2"], ["exact2", "fast2"]]) console.log(`  ${b} against ${a}: best × ${(best[a!]! / best[b!]!).toFixed(2)}, median × ${(mid[a!]! / mid[b!]!).toFixed(2)}`);
}
pool.end(); process.exit(0);
