/** The mini-project, six ways, three seeds each. */
import {hash} from "/lib/index.js";
import {miniRun} from "./miniProject.js";
import {MINI, MINI_SEEDS, type MiniName, type MiniRun} from "./miniSpec.js";

const names = Object.keys(MINI) as readonly MiniName[];

export const value = (): readonly MiniRun[] =>
  names.map((name) => {
    const runs = MINI_SEEDS.map((seed) => miniRun(name, seed));
    return {
      name,
      parameters: runs[0]!.parameters,
      curves: runs.map(({parameters: _, ...curve}) => curve)
    };
  });

/** The first steps of each, which a test repeats. */
export const firstSteps = (): string => hash(names.map((name) => miniRun(name, 1, 25)));
