import {
  add,
  backward,
  inputsOf,
  mul,
  numericalGradient,
  pow,
  sin,
  slopeOf,
  tanh,
  variable,
  type Expression
} from "/lib/scalar.js";
import {label} from "../../../components/chart/chart.js";
import {select, slider} from "../../../components/figure/controls.js";
import {element, svg} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";

type NetName = "diamond" | "square" | "layers";

interface Node {
  readonly expression: Expression;
  readonly text: string;
  /** Place in the drawing, both from 0 to 1, left to right and top to bottom. */
  readonly at: readonly [number, number];
}

interface Net {
  readonly x: Expression;
  readonly y: Expression;
  readonly nodes: readonly Node[];
}

interface Step {
  readonly from: Expression;
  readonly to: Expression;
  /** Which operand of `to`. */
  readonly operand: number;
  readonly slope: number;
}

interface Value {
  readonly net: NetName;
  readonly path: "all" | "1" | "2" | "3" | "4";
  readonly x: number;
}

const names: Readonly<Record<NetName, string>> = {
  diamond: "x² · sin x",
  square: "x · x",
  layers: "two layers"
};

function build(net: NetName, at: number): Net {
  const x = variable(at, "x");
  const node = (expression: Expression, text: string, ...at: readonly [number, number]): Node => ({
    expression,
    text,
    at
  });
  if (net === "square") {
    const y = mul(x, x);
    return {x, y, nodes: [node(x, "x", 0, 0.5), node(y, "y = x · x", 1, 0.5)]};
  }
  if (net === "diamond") {
    const [a, b] = [pow(x, 2), sin(x)];
    const y = mul(a, b);
    return {
      x,
      y,
      nodes: [node(x, "x", 0, 0.5), node(a, "a = x²", 0.5, 0), node(b, "b = sin x", 0.5, 1), node(y, "y = a b", 1, 0.5)]
    };
  }
  const [a, b] = [tanh(x), sin(x)];
  const [c, d] = [mul(a, b), add(a, b)];
  const y = mul(c, d);
  return {
    x,
    y,
    nodes: [
      node(x, "x", 0, 0.5),
      node(a, "a = tanh x", 0.33, 0),
      node(b, "b = sin x", 0.33, 1),
      node(c, "c = a b", 0.67, 0),
      node(d, "d = a + b", 0.67, 1),
      node(y, "y = c d", 1, 0.5)
    ]
  };
}

/** All ways from an expression back to x, each as its steps in forward order. */
function pathsTo(x: Expression, root: Expression): readonly (readonly Step[])[] {
  if (root === x) return [[]];
  return inputsOf(root).flatMap((from, operand) =>
    pathsTo(x, from).map((path) => [...path, {from, to: root, operand, slope: slopeOf(root, operand)}])
  );
}

const productOf = (path: readonly Step[]): number => path.reduce((product, {slope}) => product * slope, 1);
const write = (value: number): string => value.toFixed(3).replace("-", "−");

function measured({net, x}: Value) {
  const made = build(net, x);
  const paths = pathsTo(made.x, made.y);
  const sum = paths.reduce((total, path) => total + productOf(path), 0);
  const difference = numericalGradient(([at = NaN]) => build(net, at).y.value, [x])[0] ?? NaN;
  return {...made, paths, sum, difference, byLibrary: backward(made.y).get(made.x)};
}

/** Which paths are looked at, by their place in the list. */
const chosen = (path: Value["path"], count: number): readonly number[] =>
  path === "all" ? Array.from({length: count}, (_, i) => i) : [Math.min(count, Number(path)) - 1];

/** A small graph in which slopes multiply along a path and paths add up. */
export function sumOverPaths(name = "sum-over-paths") {
  return figure<Value, ReturnType<typeof measured>>({
    name,
    title: "Multiply along a path, add over paths",
    caption:
      "Each arrow carries the local derivative of where it ends by where it begins. A path’s share is the product of its arrows. The shares of all paths add up to the derivative of y by x, which a central difference finds without knowing the graph.",
    controls: {
      net: select<NetName>(["diamond", "square", "layers"], {label: "Graph", format: (n) => names[n]}),
      path: select<Value["path"]>(["all", "1", "2", "3", "4"], {
        label: "Path",
        format: (p) => (p === "all" ? "all of them" : `number ${p}`)
      }),
      x: slider([-3, 3], {label: "x", value: 1.2, step: 0.05, format: (v) => v.toFixed(2)})
    },
    compute: (value) => measured(value),
    draw: ({path}, {width, result: {nodes, paths, sum, difference}}) => {
      const seen = chosen(path, paths.length);
      const shares = paths.map((steps, i) =>
        element(
          "p",
          {className: "fig-note"},
          seen.includes(i) ? element("b", {}, `Path ${i + 1}: `) : `Path ${i + 1}: `,
          `${steps.map(({slope}) => write(slope)).join(" × ")} = `,
          seen.includes(i) ? element("b", {}, write(productOf(steps))) : write(productOf(steps))
        )
      );
      return element(
        "div",
        {},
        drawing(width, nodes, paths, seen),
        ...shares,
        element(
          "p",
          {className: "fig-note"},
          "Sum over paths ",
          element("b", {}, write(sum)),
          `, central difference ${write(difference)}`
        )
      );
    },
    describe: ({net, x}, {paths, sum, difference, byLibrary}) => {
      const shares = paths.map(
        (path, i) =>
          `path ${i + 1} has the slopes ${path.map(({slope}) => write(slope)).join(" and ")} with the product ${write(productOf(path))}`
      );
      return `In the graph of ${names[net]} at x = ${write(x)} there are ${paths.length} paths from x to y: ${shares.join("; ")}. They add up to ${write(sum)}. A central difference gives ${write(difference)}, and backward ${write(byLibrary)}.`;
    },
    code: ({x}) => `import {variable, backward, inputsOf, slopeOf, mul, pow, sin} from "llm-first-principles/scalar";

const x = variable(${x});
const y = mul(pow(x, 2), sin(x));
const share = (node) => // the sum, over all paths from x to node, of the products of slopes
  node === x ? 1 : inputsOf(node).reduce((sum, input, i) => sum + slopeOf(node, i) * share(input), 0);
console.log(share(y), backward(y).get(x));`,
    rows: (_, {paths}) =>
      paths.map((path, i) => ({path: i + 1, slopes: path.map(({slope}) => slope).join(" "), product: productOf(path)}))
  });
}

/** The graph, with the paths that are looked at in color: from left to right, or downward on a small screen. */
function drawing(width: number, nodes: readonly Node[], paths: readonly (readonly Step[])[], seen: readonly number[]) {
  const down = width < 480;
  const height = down ? 344 : 236;
  const [half, tall] = [50, 22];
  const placeOf = ({at: [a, b]}: Node): readonly [number, number] =>
    down
      ? [half + 2 + b * (width - 2 * half - 4), tall + 2 + a * (height - 2 * tall - 4)]
      : [half + 2 + a * (width - 2 * half - 4), 34 + b * (height - 74)];
  const nodeOf = (expression: Expression) => nodes.find((node) => node.expression === expression);
  const steps = new Map<string, {readonly step: Step; readonly lit: boolean}>();
  paths.forEach((path, i) =>
    path.forEach((step) => {
      const key = `${step.from.birth} ${step.to.birth} ${step.operand}`;
      steps.set(key, {step, lit: seen.includes(i) || steps.get(key)?.lit === true});
    })
  );
  const edges = [...steps.values()].map(({step: {from, to, operand, slope}, lit}) => {
    const [start, end] = [nodeOf(from), nodeOf(to)];
    if (start === undefined || end === undefined) return {arrow: [], number: []};
    const [[x1, y1], [x2, y2]] = [placeOf(start), placeOf(end)];
    const [a, b] = down ? [y1 + tall, y2 - tall - 7] : [x1 + half, x2 - half - 7]; // along the arrow's way
    const at = (way: number, aside: number): string => (down ? `${aside} ${way}` : `${way} ${aside}`);
    const [from_, to_] = down ? [x1, x2] : [y1, y2];
    const twins = inputsOf(to).length > 1 && inputsOf(to).every((input) => input === from);
    const bend = twins ? (operand === 0 ? -80 : 80) : 0;
    const d = `M${at(a, from_)}Q${at((a + b) / 2, (from_ + to_) / 2 + bend)} ${at(b, to_)}`;
    const color = lit ? "gradient" : "edge";
    const tip = down ? `M${x2} ${b + 7}l-4.5 -9h9z` : `M${b + 7} ${y2}l-9 -4.5v9z`;
    const crossing = Math.abs(start.at[1] - end.at[1]) === 1;
    const t = crossing ? 0.28 : 0.5; // where arrows cross, their numbers stand near their beginnings
    const [way, aside] = [a + (b - a) * t, from_ + (to_ - from_) * t + bend / 2];
    const look = {
      "text-anchor": "middle",
      style: `fill:var(--${lit ? "gradient" : "ink-2"});font-weight:600`,
      stroke: "var(--paper)",
      "stroke-width": 5,
      "paint-order": "stroke"
    };
    const [lx, ly] = down ? [aside, way + 4] : [way - 4, aside + (from_ === to_ && !twins ? -5 : 4)];
    return {
      arrow: [
        svg("path", {d, fill: "none", "stroke-width": lit ? 2.5 : 1.5, style: `stroke:var(--${color})`}),
        svg("path", {d: tip, style: `fill:var(--${color})`})
      ],
      number: [label(lx, ly, write(slope), look)]
    };
  });
  const boxes = nodes.flatMap((node) => {
    const [x, y] = placeOf(node);
    return [
      svg("rect", {
        x: x - half,
        y: y - tall,
        width: 2 * half,
        height: 2 * tall,
        rx: 4,
        style: "fill:var(--surface);stroke:var(--edge)"
      }),
      label(x, y - 4, node.text, {"text-anchor": "middle", style: "fill:var(--ink)"}),
      label(x, y + 14, write(node.expression.value), {"text-anchor": "middle"})
    ];
  });
  const shape = {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"};
  return svg("svg", shape, ...edges.flatMap(({arrow}) => arrow), ...boxes, ...edges.flatMap(({number}) => number));
}
