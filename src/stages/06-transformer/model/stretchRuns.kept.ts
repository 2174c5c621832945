/** Memory of deep models by how many stretches they are run in. */
import {hash} from "/lib/index.js";
import {stretchMemory, stretchParts} from "./checkpointMemory.js";
import type {DeepKind, StretchRuns} from "./stretches.js";

const runs = (kind: DeepKind): StretchRuns => {
  const parts = stretchParts(kind);
  const counts = [0, ...[1, 2, 4, 8, 16, 32, 64].filter((count) => count <= parts.layers)];
  return {kind, parts, measured: counts.map((count) => stretchMemory(kind, count))};
};

export const value = (): readonly StretchRuns[] => [runs("blocks"), runs("chain")];

/** One of each, which a test repeats. */
export const firstSteps = (): string => hash([stretchMemory("blocks", 16), stretchMemory("chain", 8)]);
