/**
 * 100,000 steps of a small run, as a stream and as a timeline without history: memory stays where it was.
 *
 * Run by `npm run soak`.
 */
import {lastValueFrom, takeWhile} from "rxjs";
import {every, run, ticks, type Stage} from "../../lib/index.js";

const STEPS = 100_000;
const BYTES_A_STEP = 10;

/** Ten numbers that drift: each step makes a new array, as training does. */
const drift: Stage<{readonly rate: number}, number, Float64Array, number> = ({rate}) => ({
  data: (step) => (step * 2654435761) % 1000,
  model: () => new Float64Array(10),
  step: (state, batch) => state.map((x) => x + rate * (batch - x)),
  metrics: (state) => state[0]!
});

const used = (): number => {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
const steps = (n: number) =>
  lastValueFrom(
    ticks().pipe(
      run(drift, {rate: 0.01}),
      every(1000),
      takeWhile(({step}) => step < n, true)
    )
  );

await steps(STEPS / 10); // warm up
const before = used();
await steps(STEPS);
const grown = (used() - before) / STEPS;
console.log(`${STEPS.toLocaleString("en")} steps: ${grown.toFixed(2)} bytes a step`);
if (!(grown < BYTES_A_STEP))
  throw new Error(`A run keeps ${grown.toFixed(1)} bytes a step; it may keep ${BYTES_A_STEP}.`);
