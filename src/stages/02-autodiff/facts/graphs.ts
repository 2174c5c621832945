import {graphOf, gradients, mul, sub, variable, type Expression, type GraphNode} from "/lib/scalar.js";
import {pathsIn} from "../model/pathsIn.js";

const edges = (nodes: readonly GraphNode[]): number => nodes.reduce((sum, {inputs}) => sum + inputs.length, 0);

/** Signs in a formula that says everything as often as it is used. */
function written(nodes: readonly GraphNode[]): number {
  const sizes: number[] = [];
  for (const {inputs} of nodes) sizes.push(inputs.reduce((sum, {id}) => sum + sizes[id]!, 1));
  return sizes.at(-1)!;
}

const repeated = (f: (x: Expression) => Expression, times: number, x: Expression): Expression => {
  let y = x;
  for (let i = 0; i < times; i++) y = f(y);
  return y;
};

/** How graphs grow where formulas and paths explode. */
export const facts = () => {
  const square = (x: Expression) => mul(x, x);
  const logistic = (x: Expression) => mul(mul(4, x), sub(1, x));
  const squares = [1, 2, 5, 10, 20, 40].map((k) => {
    const nodes = graphOf(repeated(square, k, variable(1)));
    return [
      [`nodes${k}`, nodes.length],
      [`edges${k}`, edges(nodes)],
      [`paths${k}`, pathsIn(nodes)]
    ] as const;
  });
  const maps = [1, 2, 4, 8, 12].map((n) => {
    const x = variable(0.2);
    const y = repeated(logistic, n, x);
    const [slope] = gradients(y, [x]);
    const both = [graphOf(y), graphOf(slope!)] as const;
    return [
      [`mapNodes${n}`, both[0].length],
      [`mapWritten${n}`, written(both[0])],
      [`slopeNodes${n}`, both[1].length],
      [`slopeWritten${n}`, written(both[1])]
    ] as const;
  });
  return Object.fromEntries([...squares, ...maps].flat()) as Record<string, number>;
};

/** What the page says of the tables in words. */
export const claims = (f: Readonly<Record<string, number>>) => {
  const of = (name: string): number => f[name] ?? NaN;
  const ks = [1, 2, 5, 10, 20, 40];
  const times = [1, 2, 4, 8, 12];
  return {
    pathsDouble: ks.every((k) => of(`paths${k}`) === 2 ** k),
    edgesByTwo: ks.every((k) => of(`edges${k}`) === 2 * k),
    aTrillionPaths: of("paths40") > 1e12,
    graphGrowsEvenly: of("mapNodes12") - of("mapNodes8") === of("mapNodes8") - of("mapNodes4"),
    formulaExplodes: of("mapWritten12") > 100 * of("mapNodes12"),
    slopeGraphGrowsEvenly: of("slopeNodes12") - of("slopeNodes8") === of("slopeNodes8") - of("slopeNodes4"),
    slopeIsLonger: times.every((n) => of(`slopeWritten${n}`) > of(`mapWritten${n}`))
  };
};
