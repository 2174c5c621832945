import {describe, expect, it} from "vitest";
import {hash} from "../../../lib/core/hash.js";
import {timeline} from "../../../lib/reactive/timeline.js";
import {bengio, windowsAt} from "../../../lib/stages/03-neural-lm/index.js";
import {careless} from "../../../src/stages/04-optimization/model/careless.js";
import {loopCases, loopConfig} from "../../../src/stages/04-optimization/model/carelessCases.js";
import {landmarks} from "../../../src/stages/04-optimization/model/landmarks.js";
import {sortedPlaces} from "../../../src/stages/04-optimization/model/sortedPlaces.js";

const NAMES = `${["ben", "abe", "cal", "amy", "bob", "cid", "ada", "bea", "cam", "ann", "bud", "coy"].join("\n")}\n`;
const small = {hidden: [8], width: 4, context: 3, batchSize: 6, scored: 20};
const open = (change: object = {}) => careless({...loopConfig({}, NAMES), ...small, ...change});

describe("a careless loop", () => {
  it("without a fault is the network’s own, bit for bit", () => {
    const config = {...loopConfig({}, NAMES), ...small};
    expect(hash(timeline(careless, config).at(5).state)).toBe(hash(timeline(bengio, config).at(5).state));
  });

  it("that forgets makes Adam’s first step each time: every number that has a gradient moves by the rate", () => {
    const opened = open({fault: "forgetful", learningRate: 0.01, weightDecay: 0});
    let state = opened.model();
    for (let step = 0; step < 3; step++) {
      const next = opened.step(state, opened.data(step));
      const [before, after] = [state, next].map(({params}) => params.layers[0]!.bias!.data);
      const moves = Array.from(after!, (x, i) => Math.abs(x - before![i]!));
      for (const move of moves) expect(move === 0 || Math.abs(move - 0.01) < 1e-4).toBe(true);
      expect(Math.max(...moves)).toBeGreaterThan(0);
      state = next;
    }
  });

  it("that sees one batch sees it at each step", () => {
    const opened = open({fault: "one batch"});
    expect(hash(opened.data(7))).toBe(hash(opened.data(0)));
    expect(hash(open().data(7))).not.toBe(hash(open().data(0)));
  });

  it("that goes by the alphabet takes every example once before any again", () => {
    const opened = open({fault: "sorted"});
    const {train} = opened;
    const taken = Array.from({length: Math.ceil(train.length / 6)}, (_, step) => [
      ...opened.data(step).next.data
    ]).flat();
    const count = (ids: ArrayLike<number>, id: number): number => Array.from(ids).filter((each) => each === id).length;
    for (const id of new Set(train)) expect(count(taken.slice(0, train.length), id)).toBe(count(train, id));
  });

  it("has what its case says, each one thing", () => {
    expect(new Set(loopCases.map(({change}) => JSON.stringify(change))).size).toBe(loopCases.length);
    for (const {change} of loopCases) expect(() => open(change)).not.toThrow();
  });
});

it("documents go by their first token, and keep their inside", () => {
  const ids = [2, 7, 0, 1, 5, 0, 2, 8, 0];
  const places = sortedPlaces(ids, 0);
  expect(places.map((place) => ids[place])).toEqual([1, 5, 0, 2, 7, 0, 2, 8, 0]);
  expect(sortedPlaces([3, 1], 0)).toEqual([0, 1]);
});

it("chosen places make the batch that stands there, with a begin where a document begins", () => {
  const opened = open();
  const {tokens} = opened.tokenizer.vocabulary;
  const second = opened.train.indexOf(opened.documents!.end) + 1;
  const {contexts, next} = windowsAt(opened, opened.train, [second, second + 2], 3);
  const begin = opened.documents!.begin;
  expect([...contexts.data]).toEqual([begin, begin, begin, begin, opened.train[second], opened.train[second + 1]]);
  expect([...next.data].map((id) => tokens[id])).toEqual([second, second + 2].map((at) => tokens[opened.train[at]!]));
});

it("the landmarks are ln V and the cross-entropy of single tokens", () => {
  const opened = open();
  const [uniform, single] = landmarks(opened, 20);
  expect(uniform!.loss).toBeCloseTo(Math.log(opened.tokenizer.vocabulary.tokens.length), 12);
  const held = [...opened.held.subarray(0, 20)];
  const seen = (id: number): number => opened.train.filter((each) => each === id).length + 0.01;
  const total = opened.train.length + 0.01 * opened.tokenizer.vocabulary.tokens.length;
  const nats = held.reduce((sum, id) => sum - Math.log(seen(id) / total), 0);
  expect(single!.loss).toBeCloseTo(nats / held.length, 10);
});
