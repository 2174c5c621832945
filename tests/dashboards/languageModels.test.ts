import {describe, expect, it} from "vitest";
import names from "../../src/dashboards/languageModelNames.json" with {type: "json"};
import novel from "../../src/dashboards/languageModelNovel.json" with {type: "json"};
import {countNgrams, informationOf, kneserNey} from "../../lib/stages/01-markov/index.js";
import {heldOut} from "../../lib/index.js";
import {halvesOf} from "../../src/dashboards/judged.js";
import {
  inUnit,
  isDecided,
  MODELS,
  pairIn,
  resultOf,
  student,
  UNITS,
  type TextResult
} from "../../src/dashboards/languageModels.js";
import {excerpt} from "../../tools/corpora.js";

const texts = [...names.value, ...novel.value] as readonly TextResult[];

describe.each(texts.map((text) => [text.name, text] as const))("what is kept of %s", (_, text) => {
  it("has every model once, and of each what the half that chooses found best", () => {
    expect(text.models.map(({model}) => model)).toEqual(MODELS);
    for (const {model, looks, seeds, chooses, test} of text.models.slice(1)) {
      expect(chooses, model).toBe(Math.min(...looks.map(({loss}) => loss)));
      const best = seeds.reduce((a, b) => (b.chooses < a.chooses ? b : a));
      expect([best.chooses, best.test], model).toEqual([chooses, test]);
      expect(looks.find(({loss}) => loss === chooses)!.step).toBe(best.step);
    }
    expect(resultOf(text, "ngram").chooses).toBe(Math.min(...text.orders.map(({chooses}) => chooses)));
  });

  it("has networks that start from knowing nothing and learn", () => {
    for (const {looks, test} of text.models.slice(1)) {
      expect(looks[0]!.step).toBe(0);
      expect(Math.exp(looks[0]!.loss)).toBeGreaterThan(40); // about as many as there are characters
      expect(test).toBeLessThan(looks[0]!.loss - 1);
    }
  });

  it("has a pair for every two models, whose difference is that of their means and no less sure than both apart", () => {
    expect(text.pairs).toHaveLength((MODELS.length * (MODELS.length - 1)) / 2);
    for (const {first, second, difference, error} of text.pairs) {
      const [a, b] = [resultOf(text, first), resultOf(text, second)];
      expect(difference).toBeCloseTo(a.test - b.test, 4);
      expect(error).toBeLessThanOrEqual(a.error + b.error + 1e-4);
      expect(pairIn(text, second, first).difference).toBe(-difference);
    }
  });

  it("has bytes and multiply-adds that fit the numbers", () => {
    for (const {model, numbers, bytes, multiplyAdds} of text.models.slice(1)) {
      expect(bytes, model).toBe(4 * numbers);
      expect(multiplyAdds, model).toBeGreaterThan(0);
      // biases and vectors are not multiplied; attention multiplies what is no number of the model
      if (model === "transformer") expect(multiplyAdds).toBeGreaterThan(0.99 * numbers);
      expect(multiplyAdds, model).toBeLessThan(model === "transformer" ? 1.5 * numbers : numbers);
    }
  });
});

it("the n-gram on the opening of Moby Dick is the library’s own, token by token", () => {
  const text = texts.find(({name}) => name.startsWith("the opening"))!;
  const {tokenizer, train, held, parts} = heldOut(excerpt("opening").text);
  const {test} = halvesOf({held});
  const order = text.orders.find(({chooses}) => chooses === resultOf(text, "ngram").chooses)!.order;
  const model = countNgrams([{ids: train}], {order, vocabSize: tokenizer.vocabulary.tokens.length});
  const judged = parts.held(test[0]!.from, test.at(-1)!.end, order);
  const told = informationOf(kneserNey()(model), judged);
  expect(resultOf(text, "ngram").test).toBeCloseTo(told.crossEntropyNats, 4);
  expect(inUnit("bits per byte", text)(told.crossEntropyNats)).toBeCloseTo(told.bitsPerByte, 6);
  expect(inUnit("perplexity", text)(told.crossEntropyNats)).toBeCloseTo(told.perplexity, 6);
});

it("the lists of names share one test, and the more is learned the better each model gets", () => {
  const lists = [...(names.value as readonly TextResult[])].sort((a, b) => a.learned - b.learned);
  expect(new Set(lists.map(({tested, observed, testBytes}) => `${tested} ${observed} ${testBytes}`)).size).toBe(1);
  for (const model of MODELS) {
    const losses = lists.map((text) => resultOf(text, model).test);
    expect(losses, model).toEqual([...losses].sort((a, b) => b - a));
  }
});

it("Student’s factor is the one of tables, and near the normal one for many observations", () => {
  for (const [observations, factor] of [
    [11, 2.228],
    [21, 2.086],
    [101, 1.984],
    [1e6, 1.96]
  ] as const)
    expect(student(observations)).toBeCloseTo(factor, 2);
});

it("a difference is decided when it is further from 0 than its interval reaches, on either side", () => {
  const text = {...texts[0]!, observed: 21};
  expect(isDecided({difference: 0.21, error: 0.1}, text)).toBe(true);
  expect(isDecided({difference: -0.21, error: 0.1}, text)).toBe(true);
  expect(isDecided({difference: 0.2, error: 0.1}, text)).toBe(false);
});

it("units keep the order of models", () => {
  for (const unit of UNITS) {
    const convert = inUnit(unit, texts[0]!);
    expect(convert(2)).toBeGreaterThan(convert(1.9));
  }
});
