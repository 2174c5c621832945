import fc from "fast-check";
import {expect, it} from "vitest";
import {layered} from "../../../src/stages/02-autodiff/model/layered.js";

/** Graphs of up to 14 nodes: each uses up to two of the nodes before it, perhaps the same one twice. */
const graphs = fc
  .array(fc.array(fc.nat(), {maxLength: 2}), {minLength: 1, maxLength: 14})
  .map((list) => list.map((picks, i) => (i === 0 ? [] : picks.map((pick) => pick % i))));

it("puts each node after its inputs, and no two at one place", () => {
  fc.assert(
    fc.property(graphs, (inputs) => {
      const {places, routes, layers, breadth} = layered(inputs);
      inputs.forEach((list, i) => list.forEach((j) => expect(places[j]!.layer).toBeLessThan(places[i]!.layer)));
      const slots = [...places, ...routes.flatMap(({through}) => through)];
      for (const [i, a] of slots.entries()) {
        expect(a.layer).toBeLessThan(layers);
        expect(a.across).toBeGreaterThanOrEqual(0);
        expect(a.across).toBeLessThanOrEqual(breadth);
        for (const b of slots.slice(i + 1))
          if (a.layer === b.layer) expect(Math.abs(a.across - b.across)).toBeGreaterThan(1 - 1e-9);
      }
    })
  );
});

it("leads each edge through every layer between its ends", () => {
  fc.assert(
    fc.property(graphs, (inputs) => {
      const {places, routes} = layered(inputs);
      expect(routes.map(({from, to}) => [from, to])).toEqual(
        inputs.flatMap((list, to) => list.map((from) => [from, to]))
      );
      for (const {from, to, through} of routes)
        expect(through.map(({layer}) => layer)).toEqual(
          Array.from({length: places[to]!.layer - places[from]!.layer - 1}, (_, i) => places[from]!.layer + 1 + i)
        );
    })
  );
});

it("draws a straight chain, and a diamond without a crossing", () => {
  const straight = layered([[], [0], [1], [2]]).places;
  expect(straight.map(({across}) => across)).toEqual([0, 0, 0, 0]);
  const diamond = layered([[], [0], [0], [1, 2]]).places.map(({layer, across}) => [layer, across]);
  expect(diamond).toEqual([
    [0, 0.5],
    [1, 0],
    [1, 1],
    [2, 0.5]
  ]);
});
