import {svg} from "../../../components/element.js";
import {nameOf, predecessors, successors, type Machine, type State, type Transition} from "../model/machine.js";
import {arrow, border, ear, edge, percent, roving, stateNode, widthOf, type Box} from "./machineParts.js";

interface View {
  readonly machine: Machine;
  readonly state: State;
  /** The transition that led here, if one did. */
  readonly last: Transition | undefined;
  readonly width: number;
  readonly go: (state: State) => void;
}

const HEIGHT = 28;
const same = (a: State, b: State): boolean => String(a) === String(b);
const took = (last: Transition | undefined, {from, to}: Transition): boolean =>
  last !== undefined && same(last.from, from) && same(last.to, to);
const sheet = (width: number, height: number, label: string, parts: readonly Node[]): SVGSVGElement =>
  roving(
    svg(
      "svg",
      {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart machine", role: "group", "aria-label": label},
      ...parts
    )
  );

/** Each state at its place, and every transition. Labels are on the ways out of the present state. */
export function wholeView(
  view: View,
  states: readonly State[],
  places: readonly (readonly [number, number])[],
  height: number
): SVGSVGElement {
  const {machine, state, last, width, go} = view;
  const boxes = new Map<string, Box>(
    states.map((each, i) => {
      const [x = 0, y = 0] = places[i] ?? [];
      return [String(each), {x, y, width: widthOf(nameOf(machine, each)), height: HEIGHT}];
    })
  );
  const all = width >= 560 && machine.transitions <= 30; // room for every label
  const lines = states.flatMap((each) =>
    successors(machine, each).map((transition) => {
      const active = same(each, state);
      const look = {
        prob: transition.prob,
        active,
        taken: took(last, transition),
        ...(active || (all && transition.prob < 1) ? {text: percent(transition.prob)} : {})
      };
      const [a, b] = [boxes.get(String(each)), boxes.get(String(transition.to))];
      if (a === undefined || b === undefined) return {active, parts: []};
      return {active, parts: a === b ? ear(a, look) : edge(a, b, look)};
    })
  );
  const rank = (active: boolean) => lines.filter((line) => line.active === active).flatMap(({parts}) => parts);
  const nodes = states.flatMap((each) => {
    const box = boxes.get(String(each));
    const name = nameOf(machine, each);
    return box === undefined
      ? []
      : [stateNode(box, {name, label: `State ${name}`, current: same(each, state), go: () => go(each)})];
  });
  return sheet(width, height, "All states", [...rank(false), ...rank(true), ...nodes]);
}

const SHOWN = 7;
const ROW = 48;
const TOP = 52;
export const neighborhoodHeight = TOP + (SHOWN + 1) * ROW;

/** The present state in the middle, what leads to it at the left, and where it leads at the right. */
export function neighborhood({machine, state, last, width, go}: View): SVGSVGElement {
  const [into, out] = [predecessors(machine, state), successors(machine, state)];
  const loop = out.find(({to}) => same(to, state));
  const name = nameOf(machine, state);
  const middle: Box = {x: width / 2, y: TOP + (SHOWN * ROW) / 2, width: widthOf(name) + 6, height: HEIGHT + 6};
  const column = (side: -1 | 1, all: readonly Transition[]): readonly Node[] => {
    const rest = all.filter(({from, to}) => !same(from, to));
    const shown = rest.slice(0, SHOWN);
    const other = ({from, to}: Transition) => (side < 0 ? from : to);
    const broad = Math.max(30, ...shown.map((transition) => widthOf(nameOf(machine, other(transition)))));
    const x = side < 0 ? broad / 2 + 2 : width - broad / 2 - 2;
    const first = middle.y - ((shown.length - 1) / 2) * ROW;
    const parts = shown.map((transition, i) => {
      const {prob, count} = transition;
      const box: Box = {x, y: first + i * ROW, width: broad, height: HEIGHT};
      const look = {prob, text: percent(prob), active: side > 0, taken: took(last, transition)};
      const beside = x - (side * broad) / 2 - side * 3;
      const out = border(middle, [side * 60, (box.y - middle.y) / 2.5]);
      const over = [beside - side * Math.abs(beside - out[0]) * 0.55, box.y] as const;
      const line =
        side < 0 ? arrow([beside, box.y], over, out, look, 0.3) : arrow(out, over, [beside, box.y], look, 0.7);
      const there = nameOf(machine, other(transition));
      const label =
        side < 0 ? `State ${there}, which leads here ${count} times` : `State ${there}, next with ${percent(prob)}`;
      return {line, node: stateNode(box, {name: there, label, current: false, go: () => go(other(transition))})};
    });
    const more = rest.length - shown.length;
    const told = more > 0 ? `${more.toLocaleString("en")} more` : "";
    const anchor = {
      y: first + shown.length * ROW + 2,
      x: side < 0 ? 0 : width,
      "text-anchor": side < 0 ? "start" : "end"
    };
    const title = side < 0 ? `from ${rest.length.toLocaleString("en")}` : `to ${rest.length.toLocaleString("en")}`;
    return [
      ...parts.flatMap(({line}) => line),
      ...parts.map(({node}) => node),
      svg("text", anchor, told),
      svg("text", {...anchor, y: 14}, title)
    ];
  };
  const look = loop && {prob: loop.prob, text: percent(loop.prob), active: true, taken: took(last, loop)};
  return sheet(width, neighborhoodHeight, `Around the state ${name}`, [
    ...column(-1, into),
    ...(look === undefined ? [] : ear(middle, look)),
    ...column(1, out),
    stateNode(middle, {name, label: `State ${name}, where the machine is`, current: true, go: () => go(state)})
  ]);
}
