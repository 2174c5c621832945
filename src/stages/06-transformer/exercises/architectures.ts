import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

const seven = {vocabSize: 32000, layers: 32, width: 4096, heads: 32} as const;

/** What a reader writes about architectures. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "architectures-count",
    title: "Count Llama",
    prompt:
      "Write parameters(model): how many numbers a model of Llama’s form has. No biases; RMSNorm before each of two parts and at the end; three matrices in each feed-forward layer; embedding and unembedding apart. A model has vocabSize, layers, width, heads, kvHeads, hidden and experts. A head has width/heads numbers. With experts > 0 each layer has that many feed-forward layers, and a router of one column for each.",
    start:
      "function parameters({vocabSize, layers, width, heads, kvHeads, hidden, experts}) {\n  // returns how many numbers such a model learns\n  return 2 * vocabSize * width;\n}",
    functionName: "parameters",
    cases: [
      {
        args: [{vocabSize: 10, layers: 1, width: 4, heads: 2, kvHeads: 2, hidden: 6, experts: 0}],
        expected: 80 + 64 + 72 + 12,
        hint: "80 for the two tables, 4 · 16 of attention, 3 · 24, and three norms of 4."
      },
      {
        args: [{...seven, kvHeads: 32, hidden: 11008, experts: 0}],
        expected: 6738415616,
        hint: "This is Llama 2 7B."
      },
      {
        args: [{...seven, vocabSize: 128256, kvHeads: 8, hidden: 14336, experts: 0}],
        expected: 8030261248,
        hint: "This is Llama 3 8B: keys and values are a quarter as wide as queries."
      },
      {
        args: [{...seven, kvHeads: 8, hidden: 14336, experts: 8}],
        expected: 46702792704,
        hint: "This is Mixtral 8x7B: eight feed-forward layers in each layer, but attention once."
      }
    ],
    solution: `function parameters({vocabSize, layers, width, heads, kvHeads, hidden, experts}) {
  const keys = (width / heads) * kvHeads;
  const attention = 2 * width * width + 2 * width * keys;
  const dense = 3 * width * hidden;
  const feedForward = experts > 0 ? experts * dense + width * experts : dense;
  return 2 * vocabSize * width + layers * (attention + feedForward + 2 * width) + width;
}`,
    wrong: [
      {
        code: "function parameters({vocabSize, layers, width, hidden, experts}) { const dense = 3 * width * hidden; const ff = experts > 0 ? experts * dense + width * experts : dense; return 2 * vocabSize * width + layers * (4 * width * width + ff + 2 * width) + width; }",
        why: "It gives keys and values the width of queries."
      },
      {
        code: "function parameters({vocabSize, layers, width, heads, kvHeads, hidden, experts}) { const keys = (width / heads) * kvHeads; const dense = 3 * width * hidden; return 2 * vocabSize * width + layers * (2 * width * width + 2 * width * keys + Math.max(1, experts) * dense + 2 * width) + width; }",
        why: "It forgets the routers."
      },
      {
        code: "function parameters({vocabSize, layers, width, heads, kvHeads, hidden, experts}) { const keys = (width / heads) * kvHeads; const dense = 3 * width * hidden; const ff = experts > 0 ? experts * dense + width * experts : dense; return vocabSize * width + layers * (2 * width * width + 2 * width * keys + ff + 2 * width) + width; }",
        why: "It counts one table, as if embedding and unembedding were tied."
      }
    ],
    explanation:
      "Mixtral is called 8x7B, and has 47 billion parameters and not 56, because only its feed-forward layers are eight; attention, norms and tables are there once. When a count comes out to the last digit, one has understood a model’s form; it is the first thing to check when weights are to be loaded."
  }
];
