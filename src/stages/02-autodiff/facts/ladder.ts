/** The ladder from a plain loop to the library's product, as the benchmarks kept it: billions of operations a second. */
import {kept} from "../../../components/bench.js";
import {rungs} from "../model/ladder.js";

const SHAPES = {64: "64×64×64", 256: "256×256×256", 2048: "128×2048×2048"};

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

/** Of each rung at each size: its speed, its share of the limit, and how many times the speed of the rung before it has. */
function climbed(): Record<string, number> {
  const facts: Record<string, number> = {};
  rungs.forEach((rung, i) => {
    for (const [n, shape] of Object.entries(SHAPES)) {
      const workload = `product ${rung} ${shape}`;
      const {ours, ratio} = kept("pages", workload, "limit").best;
      facts[`${rung}${n}`] = ours;
      facts[`share${capital(rung)}${n}`] = ratio;
      const before = rungs[i - 1];
      if (before !== undefined) facts[`gain${capital(rung)}${n}`] = kept("pages", workload, before).best.ratio;
    }
  });
  return facts;
}

export const facts = () => ({
  limit: kept("pages", `product library ${SHAPES[256]}`, "limit").best.theirs,
  ...climbed()
});
