import type {WriteExercise} from "../../../components/exercise/writeExercise.js";
import {logitsOf, route, tinyProbs} from "../model/router.js";
import {gated} from "../model/plainGpt.js";
import {GENERATED, PROMPT, SEED} from "../model/generated.js";

const near = 1e-5;
const X = [
  [1, -2, 0.5],
  [0, 3, 1]
];
const GATE = [
  [1, 0.5],
  [-1, 2],
  [0, 1]
];
const UP = [
  [2, 1],
  [0, -1],
  [1, 0]
];
const DOWN = [
  [1, 0, 2],
  [0, -1, 1]
];
const ZEROS = GATE.map((row) => row.map(() => 0));

const SWIGLU = `function feedForward(x, gate, up, down) {
  const read = tensor(x);
  const open = silu(matmul(read, tensor(gate)));
  const out = matmul(mul(open, matmul(read, tensor(up))), tensor(down));
  return Array.from(out.data);
}`;

const ROUTE = `function route(logits, k) {
  const probs = logits.map((row) => {
    const top = Math.max(...row);
    const powers = row.map((z) => Math.exp(z - top));
    const sum = powers.reduce((a, b) => a + b, 0);
    return powers.map((power) => power / sum);
  });
  const chosen = probs.map((row) => row.map((_, e) => e).sort((a, b) => row[b] - row[a] || a - b).slice(0, k));
  const weights = chosen.map((list, t) => {
    const sum = list.reduce((all, e) => all + probs[t][e], 0);
    return list.map((e) => probs[t][e] / sum);
  });
  const experts = logits[0].map((_, e) => e);
  const loss = experts.reduce((sum, e) => {
    const used = chosen.filter((list) => list.includes(e)).length / logits.length;
    const wanted = probs.reduce((all, row) => all + row[e], 0) / logits.length;
    return sum + experts.length * used * wanted;
  }, 0);
  return {chosen, weights, loss};
}`;

const MODEL = `// Given: a model, and what it reads on with.
const model = transformer({vocabSize: 12, layers: 2, width: 16, heads: 2, context: 32, deviation: 0.5});

// reads ids after what a cache holds: {logits: [1, ids.length, 12], caches: [the cache with them]}
const readMore = (params, ids, cache) => readOn(model, params, tensor([ids], {dtype: "int32"}), [cache]);

// the likeliest id after the last one that was read
const likeliest = (logits) => argmax(logits).data.at(-1);`;

const GENERATE = `function generate(seed, prompt, count) {
  const params = model.init(key(seed));
  const ids = [...prompt];
  let [next, cache, read] = [prompt, emptyCache, 0];
  while (ids.length < prompt.length + count) {
    const {logits, caches} = readMore(params, next, cache);
    read += next.length;
    cache = caches[0];
    next = [likeliest(logits)];
    ids.push(...next);
  }
  return {ids, read};
}`;
const withModel = (generate: string): string => `${MODEL}\n\n${generate}`;

const routed = (logits: readonly (readonly number[])[], k: number) => {
  const {chosen, weights, loss} = route(logits, k);
  return {chosen, weights, loss};
};

const three = logitsOf(tinyProbs);
const blind = [
  [Math.log(0.51), Math.log(0.49)],
  [Math.log(0.51), Math.log(0.49)],
  [-3, 3]
];

/** Three parts of a transformer that a reader writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "parts-swiglu",
    title: "A gate",
    prompt:
      "Write feedForward(x, gate, up, down): a SwiGLU layer, by tensors of the library. All are lists of rows: x has the rows of tokens, gate and up are [width, hidden], down is [hidden, width]. Return the numbers of the result as one list, row after row.",
    start:
      "function feedForward(x, gate, up, down) {\n  const read = tensor(x);\n  // what is down(silu(gate x) times up x)?\n  return Array.from(read.data);\n}",
    functionName: "feedForward",
    calls: ["matmul", "mul", "silu", "tensor"],
    face: "transformer",
    cases: [
      {
        args: [X, ZEROS, UP, DOWN],
        expected: [0, 0, 0, 0, 0, 0],
        tolerance: near,
        hint: "A gate of 0 lets nothing through: silu(0) = 0."
      },
      {
        args: [X, GATE, UP, DOWN],
        expected: X.flatMap((x) => gated(x, GATE, UP, DOWN)),
        tolerance: near,
        hint: "silu bends the gate, and not what it lets through."
      },
      {
        args: [[[100, 0, 0]], GATE, UP, DOWN],
        expected: gated([100, 0, 0], GATE, UP, DOWN),
        tolerance: near,
        hint: "Where the gate is large, silu changes hardly anything, and the layer is a product of two."
      }
    ],
    solution: SWIGLU,
    wrong: [
      {
        code: SWIGLU.replace("silu(matmul(read, tensor(gate)))", "matmul(read, tensor(gate))"),
        why: "Nothing is bent: a gate of negative numbers would let as much through as one of positive ones."
      },
      {
        code: SWIGLU.replace("tensor(gate)", "tensor(up)").replace(
          "mul(open, matmul(read, tensor(up)))",
          "mul(open, matmul(read, tensor(gate)))"
        ),
        why: "It bends what is let through, and not the gate."
      },
      {
        code: SWIGLU.replace("mul(open, matmul(read, tensor(up)))", "open"),
        why: "It has a gate and nothing that goes through it."
      }
    ],
    explanation:
      "Three products and one product number by number. The library’s own layer calls a fused swiglu in the middle, which makes the same numbers in one pass and has one rule for the way back."
  },
  {
    kind: "write",
    name: "parts-route",
    title: "A router",
    prompt:
      "Write route(logits, k): logits is a list of rows, one for each token, with a number for each expert. Return {chosen, weights, loss}: for each token its k likeliest experts, the likeliest first and of equal ones the first; their probabilities divided by their sum; and the load-balancing loss, which is the number of experts times the sum over experts of the share of tokens that chose it times its mean probability.",
    start:
      "function route(logits, k) {\n  // returns {chosen, weights, loss}\n  return {chosen: logits.map(() => [0]), weights: logits.map(() => [1]), loss: 1};\n}",
    functionName: "route",
    cases: [
      {
        args: [[[0, 0]], 1],
        expected: {chosen: [[0]], weights: [[1]], loss: 1},
        tolerance: 1e-9,
        hint: "Of equal ones the first. 2 · (1 · 0.5 + 0 · 0.5) = 1."
      },
      {args: [three, 2], expected: routed(three, 2), tolerance: 1e-9, hint: "The three tokens of the page: 2.4."},
      {args: [three, 1], expected: routed(three, 1), tolerance: 1e-9, hint: "All to the first expert: 1.8."},
      {
        args: [blind, 1],
        expected: routed(blind, 1),
        tolerance: 1e-9,
        hint: "Uneven, and yet below 1: the mean is over all tokens, not over those that chose the expert."
      },
      {
        args: [[[1000, 999]], 2],
        expected: routed([[1000, 999]], 2),
        tolerance: 1e-9,
        hint: "Subtract the largest before you take powers, or they overflow."
      }
    ],
    solution: ROUTE,
    wrong: [
      {
        code: ROUTE.replace("z - top", "z"),
        why: "Powers of large numbers are infinite, and infinite by infinite is no number."
      },
      {
        code: ROUTE.replace("return list.map((e) => probs[t][e] / sum);", "return list.map((e) => probs[t][e]);"),
        why: "Weights that do not sum to 1: what is added would depend on how sure the router is of all the others."
      },
      {
        code: ROUTE.replace("sum + experts.length * used * wanted", "sum + used * wanted"),
        why: "Without the number of experts its least value would depend on how many there are."
      }
    ],
    explanation:
      "The choice is counted, so no slope goes through it; weights and probabilities carry it. That is why a token that narrowly missed an expert never learns what it would have got there."
  },
  {
    kind: "write",
    name: "parts-generate",
    title: "With a memory",
    prompt:
      "Write generate(seed, prompt, count): from the parameters model.init(key(seed)), read the prompt and append the likeliest id count times. Return {ids, read}: all ids with the prompt, and how many ids the model was given to read in all. With a cache each id is read once, and the last one that is written need not be read.",
    start: withModel(
      "function generate(seed, prompt, count) {\n  const params = model.init(key(seed));\n  const ids = [...prompt];\n  let read = 0;\n  // begin with emptyCache; readMore(params, ids, cache) gives {logits, caches}\n  return {ids, read};\n}"
    ),
    functionName: "generate",
    calls: ["argmax", "emptyCache", "key", "readOn", "tensor", "transformer"],
    face: "transformer",
    seconds: 10,
    cases: [
      {
        args: [SEED, PROMPT, 0],
        expected: {ids: PROMPT, read: 0},
        hint: "Nothing is to be written, so nothing need be read."
      },
      {
        args: [SEED, PROMPT, 1],
        expected: {ids: [...PROMPT, GENERATED[0]], read: PROMPT.length},
        hint: "The prompt is read at once; what is written last is not read."
      },
      {
        args: [SEED, PROMPT, GENERATED.length],
        expected: {ids: [...PROMPT, ...GENERATED], read: PROMPT.length + GENERATED.length - 1},
        hint: "After the prompt the model reads one id at a time, on from the cache that the last reading returned."
      }
    ],
    solution: withModel(GENERATE),
    wrong: [
      {
        code: withModel(
          GENERATE.replace("readMore(params, next, cache)", "readMore(params, ids, emptyCache)").replace(
            "read += next.length",
            "read += ids.length"
          )
        ),
        why: "It reads everything anew for each id: right, and quadratic."
      },
      {
        code: withModel(GENERATE.replace("    cache = caches[0];\n", "")),
        why: "It never takes the new cache, so each id is read as if it were the first."
      },
      {
        code: withModel(GENERATE.replace("ids.length < prompt.length + count", "ids.length <= prompt.length + count")),
        why: "It writes one id too many."
      }
    ],
    explanation:
      "The cache is an immutable value: keep an old one, and you can go on from there in another way. That is how beams, forks and speculation work."
  }
];
