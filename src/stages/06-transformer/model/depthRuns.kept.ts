/** Models of several depths and forms before their first step, and the deepest without gates too: means of four seeds. */
import {hash} from "/lib/index.js";
import {DEPTH_FORMS, DEPTHS, type DepthForm, type DepthSeen} from "./depthForms.js";
import {depthSeen} from "./depthSeen.js";

const SEEDS = [1, 2, 3, 4] as const;
const forms = Object.keys(DEPTH_FORMS) as readonly DepthForm[];

const rounded = (x: number): number => Number(x.toPrecision(5));

function meanOf(form: DepthForm, layers: number, gated: boolean): DepthSeen {
  const seen = SEEDS.map((seed) => depthSeen(form, layers, seed, gated));
  const over = (field: "scale" | "slope" | "blocks"): readonly number[] =>
    seen[0]![field].map((_, i) =>
      rounded(Math.exp(seen.reduce((sum, each) => sum + Math.log(each[field][i]!), 0) / seen.length))
    );
  return {
    form,
    gated,
    layers,
    scale: over("scale"),
    slope: over("slope"),
    blocks: over("blocks"),
    alike: seen[0]!.alike.map((_, i) => rounded(seen.reduce((sum, {alike}) => sum + alike[i]!, 0) / seen.length))
  };
}

export const value = (): readonly DepthSeen[] => [
  ...forms.flatMap((form) => DEPTHS.map((layers) => meanOf(form, layers, true))),
  ...forms.map((form) => meanOf(form, DEPTHS.at(-1)!, false))
];

/** The smallest of them, which a test repeats. */
export const firstSteps = (): string => hash(forms.map((form) => depthSeen(form, 2, 1)));
