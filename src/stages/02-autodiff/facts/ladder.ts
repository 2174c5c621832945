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
      facts[`speed${capital(rung)}${n}`] = ours;
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

/** What the page says of them in words. */
export const claims = (all: ReturnType<typeof facts>) => {
  const f: Readonly<Record<string, number>> = all;
  const of = (name: string): number => f[name] ?? NaN;
  const gains = (rung: string) => [64, 256, 2048].map((n) => of(`gain${rung}${n}`));
  const plain = (n: number): number => Math.max(of(`speedIjk${n}`), of(`speedIkj${n}`));
  return {
    loopsFarBelow: of("speedLibrary256") > 30 * plain(256),
    loopsFarBelowAt64: of("speedLibrary64") > 15 * plain(64),
    orderHardlyMatters: of("gainIkj64") < 1.15 && of("gainIkj256") < 1.15,
    orderMattersLarge: of("gainIkj2048") > 1.5,
    widthAlone: Math.max(...gains("Single")) < 1.2,
    compilerGains: Math.min(...gains("Rows")) > 4,
    lanesGain: of("gainOneSum64") >= 2.5,
    lanesLose: of("gainOneSum2048") < 0.5,
    sumsGain: Math.min(...gains("EightSums")) > 2,
    sumsGainMore: of("gainEightSums256") > of("gainEightSums64") && of("gainEightSums2048") > of("gainEightSums256"),
    cachesIdle: of("gainBlocks64") * of("gainPacked64") < 1.15,
    cachesGain: of("gainBlocks2048") * of("gainPacked2048") > 2,
    edgesAreCheap: Math.min(...gains("Library")) > 0.8
  };
};
