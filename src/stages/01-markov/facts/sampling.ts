/** Numbers of the section on sampling: what each setting writes, and what each truncation keeps, on all of Moby Dick. */
import {
  chain,
  characterTokenizer,
  entropy,
  frequencyPenalty,
  generate,
  key,
  minP,
  softmax,
  temperature,
  toBits,
  topK,
  topP,
  typical,
  type LogitsRule
} from "/lib/index.js";
import {countNgrams, distribution, kneserNey, logProbs} from "/lib/stages/markov.js";
import {corpus} from "../../../../tools/corpora.js";
import {wordsOf} from "../model/wordsOf.js";

const ORDER = 4;
const LENGTH = 12_000;
const WORDS = 2_000;
const {text} = corpus("moby-dick");
const tokenizer = characterTokenizer(text);
const ids = tokenizer.encode(text);
const vocabSize = tokenizer.vocabulary.tokens.length;
const known = new Set(wordsOf(text));

const modelOf = (order: number) => kneserNey()(countNgrams([{ids}], {order, vocabSize}));
const model = modelOf(ORDER);
const encode = (words: string) => Array.from(tokenizer.encode(words));

const settings: readonly (readonly [name: string, rule: LogitsRule])[] = [
  ["t0", temperature(0)],
  ["t03", temperature(0.3)],
  ["t05", temperature(0.5)],
  ["t08", temperature(0.8)],
  ["t1", temperature(1)],
  ["t15", temperature(1.5)],
  ["tInfinity", temperature(Infinity)],
  ["topK10", topK(10)],
  ["topP90", topP(0.9)],
  ["minP10", minP(0.1)],
  ["typical90", typical(0.9)],
  ["hotMinP", chain(temperature(1.5), minP(0.1))]
];

/** What a setting writes: mean entropy of its steps, share of its words that the novel has, distinct words. */
function written(name: string, rule: LogitsRule) {
  let nats = 0;
  const out: number[] = [];
  const config = {
    predict: (c: ArrayLike<number>) => logProbs(model, c),
    prompt: encode("\n"),
    length: LENGTH,
    rule,
    key: key(1)
  };
  for (const {token, distribution} of generate(config)) {
    out.push(token);
    nats += entropy(distribution);
  }
  const words = wordsOf(tokenizer.decode(out)).slice(0, WORDS);
  return {
    [`${name}Bits`]: toBits(nats / LENGTH),
    [`${name}Real`]: words.filter((word) => known.has(word)).length / words.length,
    [`${name}Distinct`]: new Set(words).size
  };
}

/** How many characters each rule keeps after a context. */
function kept(name: string, context: string) {
  const p = distribution(model, encode(context)) ?? new Float64Array();
  const logits = logProbs(model, encode(context));
  const count = (rule: LogitsRule) => softmax(rule(logits, [])).filter((x) => x > 0).length;
  const likeliest = p.indexOf(Math.max(...p));
  return {
    [`${name}Best`]: Math.max(...p),
    [`${name}Bits`]: toBits(entropy(p)),
    [`${name}TopK`]: count(topK(10)),
    [`${name}TopP`]: count(topP(0.9)),
    [`${name}MinP`]: count(minP(0.1)),
    [`${name}Typical`]: count(typical(0.9)),
    [`${name}Typical20`]: softmax(typical(0.2)(logits, []))[likeliest] === 0 ? "drops" : "keeps",
    [`${name}HeatFirst`]: count(chain(temperature(1.5), topP(0.9))),
    [`${name}CutFirst`]: count(chain(topP(0.9), temperature(1.5)))
  };
}

/** Where greedy writing begins to repeat itself, and with which period. */
function loop(order: number) {
  const predictor = modelOf(order);
  const out: number[] = encode("\n");
  const seen = new Map<string, number>();
  const config = {
    predict: (c: ArrayLike<number>) => logProbs(predictor, c),
    prompt: out,
    length: 5_000,
    rule: temperature(0),
    key: key(1)
  };
  for (const {token} of generate(config)) {
    out.push(token);
    if (out.length < order) continue;
    const state = out.slice(-order).join(" ");
    const before = seen.get(state);
    if (before !== undefined)
      return {
        [`loop${order}Start`]: before - order,
        [`loop${order}Period`]: out.length - before,
        [`loop${order}Text`]: tokenizer.decode(out.slice(before)).replaceAll("\n", "↵")
      };
    seen.set(state, out.length);
  }
  throw new Error(`order ${order} found no loop in 5,000 characters`);
}

/** How often the space is written with and without a penalty on frequency, among the first characters. */
function penalized() {
  const spaces = (rule: LogitsRule | undefined) => {
    const config = {
      predict: (c: ArrayLike<number>) => logProbs(model, c),
      prompt: encode("\n"),
      length: 500,
      key: key(1)
    };
    const out = Array.from(generate(rule === undefined ? config : {...config, rule}), ({token}) => token);
    const drawn = tokenizer.decode(out);
    return drawn.split(" ").length - 1;
  };
  return {spacesFree: spaces(undefined), spacesPenalized: spaces(frequencyPenalty(0.1))};
}

const NAMES = 300;

/** The share of the names written at an order that the list has. */
function namesKnown(order: number) {
  const {text} = corpus("names");
  const tokenizer = characterTokenizer(text);
  const list = new Set(text.split("\n"));
  const shape = {order, vocabSize: tokenizer.vocabulary.tokens.length};
  const predictor = kneserNey()(countNgrams([{ids: tokenizer.encode(text)}], shape));
  const config = {
    predict: (c: ArrayLike<number>) => logProbs(predictor, c),
    prompt: Array.from(tokenizer.encode("\n")),
    length: 20 * NAMES,
    rule: temperature(0.8),
    key: key(1)
  };
  const out = tokenizer.decode(Array.from(generate(config), ({token}) => token));
  const names = out
    .split("\n")
    .filter((name) => name !== "")
    .slice(0, NAMES);
  if (names.length < NAMES) throw new Error(`order ${order} wrote ${names.length} names only`);
  return {[`names${order}`]: names.filter((name) => list.has(name)).length / NAMES};
}

export const facts = () => ({
  names: NAMES,
  ...namesKnown(1),
  ...namesKnown(3),
  ...namesKnown(5),
  ...namesKnown(8),
  order: ORDER,
  length: LENGTH,
  words: WORDS,
  vocabulary: vocabSize,
  ...Object.assign({}, ...settings.map(([name, rule]) => written(name, rule))),
  ...kept("q", "the q"),
  ...kept("th", "ng th"),
  ...kept("space", "and "),
  ...kept("he", " the"),
  ...loop(1),
  ...loop(2),
  ...loop(3),
  ...loop(4),
  ...loop(6),
  ...penalized()
});

/** What names at one order come to, and how one rule cuts one context of the novel. */
export const firstSteps = () => ({...namesKnown(3), ...kept("th", "ng th")});

/** What the page says of them in words. */
export const claims = (all: Awaited<ReturnType<typeof facts>>) => {
  const f = all as unknown as Record<string, number>;
  const heats = ["t0", "t03", "t05", "t08", "t1", "t15", "tInfinity"];
  const column = (names: readonly string[], what: string) => names.map((name) => f[`${name}${what}`]!);
  const rises = (list: readonly number[]) => list.every((x, i) => i === 0 || x > list[i - 1]!);
  const cuts = ["topK10", "topP90", "minP10", "typical90", "hotMinP"];
  const best = (what: string) => [...heats, ...cuts].reduce((a, b) => (f[`${b}${what}`]! > f[`${a}${what}`]! ? b : a));
  const near = (a: number, b: number, by: number) => Math.abs(a - b) <= by;
  return {
    greedyIsReal: f["t0Real"] === 1,
    greedySaysLittle: f["t0Distinct"]! < 10,
    loopsAreShort: [2, 3, 4, 6].every((n) => f[`loop${n}Period`]! < 30 && f[`loop${n}Start`]! < 30),
    entropyRises: rises(column(heats, "Bits")),
    heatCostsWords: rises(column(heats, "Real").reverse()),
    heatBuysVariety: rises(column(heats, "Distinct")),
    noneWinsBoth: best("Real") !== best("Distinct"),
    topPIsCooling: near(f["topP90Real"]!, f["t08Real"]!, 0.02) && near(f["topP90Distinct"]!, f["t08Distinct"]!, 80),
    hotMinPIsPlain: near(f["hotMinPBits"]!, f["t1Bits"]!, 0.1),
    topKIsBlind: f["qTopK"] === 10 && f["qBest"]! > 0.999,
    topPFollows: f["qTopP"] === 1 && f["spaceTopP"]! > 10,
    oneIsLeft: f["heMinP"] === 1 && f["heTopP"]! > 1,
    spacesPunished: f["spacesPenalized"]! < 0.7 * f["spacesFree"]!,
    orderMatters: f["spaceHeatFirst"]! > f["spaceCutFirst"]!,
    copyingGrows: rises([f["names1"]!, f["names3"]!, f["names5"]!]),
    coldIsSafe: f["t05Real"]! > f["t1Real"]! + 0.1
  };
};
