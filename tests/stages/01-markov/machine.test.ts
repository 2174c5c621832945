import {expect, it} from "vitest";
import {
  after,
  allStates,
  machineOf,
  nameOf,
  predecessors,
  stateNamed,
  successors,
  textOf,
  walked
} from "../../../src/stages/01-markov/model/machine.js";

const texts = ["abracadabra", "a", "there! there!", "ab\u202eba\u0000b", "😀😀a😀", "<b>__proto__</b>"];
const cases = texts.flatMap((text) => [1, 2, 3, 5].map((order) => [text, order] as const));

it.each(cases)("counts the states and transitions of %j at order %i that can be reached", (text, order) => {
  const machine = machineOf(text, order);
  const all = allStates(machine, 1000)!;
  expect(all.length).toBe(machine.states);
  const ways = all.flatMap((state) => (state[0] === machine.end ? [] : successors(machine, state)));
  expect(ways.length).toBe(machine.transitions);
});

it.each(cases)("finds each transition of %j at order %i from both of its ends", (text, order) => {
  const machine = machineOf(text, order);
  for (const state of allStates(machine, 1000)!)
    for (const way of successors(machine, state)) {
      expect(way.to).toEqual(way.token === machine.begin ? [machine.begin] : after(machine, state, way.token));
      expect(predecessors(machine, way.to)).toContainEqual(way);
    }
});

it.each(cases)(
  "names each state of %j at order %i so that it is found again, with nothing invisible",
  (text, order) => {
    const machine = machineOf(text, order);
    for (const state of allStates(machine, 1000)!) {
      expect(stateNamed(machine, textOf(machine, state))).toEqual(state);
      expect(nameOf(machine, state)).not.toMatch(/[\p{C}\s]/u);
    }
    expect(stateNamed(machine, "zzzzz")).toBeUndefined();
  }
);

it("walks along transitions that were counted, and begins again after an end", () => {
  const machine = machineOf("abab cab", 2);
  const path = walked(machine, "", 200, 1);
  expect(path).toHaveLength(200);
  expect(path.some(({token}) => token === machine.end)).toBe(true);
  path.forEach(({from, to, token, prob}, i) => {
    const way = successors(machine, from).find((one) => one.token === token);
    expect(way?.to).toEqual(to);
    expect(prob).toBeCloseTo(way?.prob ?? NaN, 12);
    if (i > 0) expect(from).toEqual(path[i - 1]?.to);
  });
});
