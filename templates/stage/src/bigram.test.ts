/** Laws that any stage keeps, and what this one learns. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {hash, timeline} from "llm-first-principles";
import {bigram} from "./bigram.js";

const config = {corpus: "a rose is a rose is a rose. ".repeat(100)};

test("the same config gives the same bits, and another seed others", () => {
  const state = (seed: number) => hash(timeline(bigram, {...config, seed}).at(20).state);
  assert.equal(state(1), state(1));
  assert.notEqual(state(1), state(2));
});

test("a step changes nothing that it is given", () => {
  const {model, data, step} = bigram(config);
  const state = model();
  const before = hash(state);
  step(state, data(0));
  assert.equal(hash(state), before);
});

test("a fork agrees with its parent up to where it leaves", () => {
  const parent = timeline(bigram, config);
  const fork = parent.fork(10, {rate: 1});
  assert.equal(hash(fork.at(10).state), hash(parent.at(10).state));
  assert.notEqual(hash(fork.at(11).state), hash(parent.at(11).state));
});

test("it learns what follows what", () => {
  const run = timeline(bigram, config);
  assert.ok(run.at(100).metrics.validationLoss < run.at(0).metrics.validationLoss - 1);
});
