import type {Question, ReadCorpus, ReadFacts} from "../../../components/exercise/question.js";
import {reachOf} from "../model/reach.js";
import {logitsOf, route} from "../model/router.js";

// the library comes when it is asked for
const costs = () => import("../model/costs.js");
const published = async () => (await import("../model/publishedModels.js")).PUBLISHED;

/** Whether the cache of a whole context of Llama 2 7B, with so many heads of keys, is half a GiB in 16 bits. */
async function halfGib(kvHeads: number): Promise<boolean> {
  const {bytes} = (await costs()).costsOf({...(await published()).llama2.description, kvHeads}, 1);
  return Math.abs(bytes.find(({what}) => what === "cache")!.half / 2 ** 29 - 1) < 0.01;
}

/** Whether a step of the page lowers the loss most, of all that were trained. */
const most =
  (gain: string) =>
  async (_: ReadCorpus, facts: ReadFacts): Promise<boolean> => {
    const measured = await facts("transformer.architectures");
    return measured[gain] === measured["mostGain"];
  };

const four = logitsOf([
  [0.4, 0.3, 0.2, 0.1],
  [0.1, 0.6, 0.2, 0.1]
]);

/** What the page “Architectures” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "architectures-mixtral",
    prompt:
      "Mistral 7B has 7.24 billion parameters. Mixtral 8x7B is the same model, but with eight feed-forward networks in each layer. How many billions has it?",
    range: [7, 60],
    step: 0.5,
    start: 56,
    unit: "billion",
    truth: async () => (await costs()).costsOf((await published()).mixtral.description, 1).parameters.total / 1e9,
    within: 4,
    why: "Attention, norms and tables are there once; only the feed-forward networks are eight.",
    solution:
      "46.7 billion, and not 56. Feed-forward networks are 5.64 of the 7.24 billion; seven more of them are 39.5, and the routers are next to nothing."
  },
  {
    kind: "choose",
    name: "architectures-most",
    prompt:
      "From the first transformer to Mixtral, a step at a time, all at the same operations a token, 400 steps on a novel. Which step lowers the loss most?",
    options: [
      {
        text: "Rotary positions in place of learned ones.",
        right: true,
        holds: most("ropeGain"),
        why: "How far apart two letters are need not be learned for each pair of places any more. In a short run, that is worth more than all else."
      },
      {
        text: "The step to GPT-2: norms before the parts, learned positions and GELU.",
        holds: most("gpt2Gain"),
        why: "It is what depth needs. These models have two layers, and hardly notice."
      },
      {
        text: "Gates in the feed-forward layer.",
        holds: most("llamaGain"),
        why: "At an equal budget their gain is small, as the page on the block has measured."
      },
      {
        text: "Experts in place of one feed-forward layer.",
        holds: most("mixtralGain"),
        why: "They have three quarters as many parameters again for the same operations; but each expert sees only half of the tokens, and 400 steps are few."
      }
    ],
    solution:
      "Positions. What helps depends on the size of a model and the length of a run, and large models have other worries: so measure where you are."
  },
  {
    kind: "compute",
    name: "architectures-cache",
    prompt:
      "Llama 2 70B has 80 layers, 64 heads of 128 numbers, and 8 heads of keys and values. How many KiB (1,024 bytes) does its cache keep of a token, in 16 bits?",
    answer: () => (2 * 80 * 8 * (8192 / 64) * 2) / 1024,
    tolerance: 1,
    unit: "KiB",
    hint: "A key and a value for each layer and each head of keys: 2 · 80 · 8 · 128 numbers, of 2 bytes each.",
    hints: [
      {value: 160, why: "Keys and values: that is twice as much."},
      {value: 2560, why: "That is with 64 heads of keys. What is shared is kept once."},
      {value: 640, why: "16 bits are 2 bytes, not 4."}
    ],
    why: "2 · 80 · 8 · 128 · 2 = 327,680 bytes, which is 320 KiB.",
    solution:
      "2 · 80 · 8 · 128 = 163,840 numbers, 327,680 bytes, 320 KiB: less than the 512 KiB of Llama 2 7B, although the model is ten times as large. With keys for each head it would be 2,560 KiB, and 10 GiB for a text of 4,096 tokens."
  },
  {
    kind: "compute",
    name: "architectures-saved",
    prompt:
      "A layer of width 4,096 with 32 heads and as many heads of keys is given 8 heads of keys instead. By how much can its gated feed-forward layer be wider, at the same number of parameters?",
    answer: () => (2 * 4096 * (4096 - 1024)) / (3 * 4096),
    tolerance: 1,
    hint: "Two matrices lose 4,096 · (4,096 − 1,024) numbers each; a gated layer has three matrices of 4,096 rows.",
    hints: [
      {value: 1024, why: "Keys and values: two matrices become narrower."},
      {value: 3072, why: "A gated layer has three matrices, not two."}
    ],
    why: "2 · 3,072/3 = 2,048.",
    solution:
      "Saved are 2 · 4,096 · 3,072 numbers, and each neuron has 3 · 4,096: 2,048 neurons more. Llama 3 and Mistral went further, from 11,008 to 14,336."
  },
  {
    kind: "compute",
    name: "architectures-reach",
    prompt:
      "A model has 6 layers, and each token sees itself and the 4 before it. How far back does the last place hear?",
    answer: () => reachOf(6, 5),
    tolerance: 0.1,
    hint: "In each layer, what was heard so far is carried on by window − 1 places.",
    hints: [
      {value: 30, why: "The window of 5 includes the token itself: only 4 places are further back."},
      {value: 4, why: "That is one layer. What it looks at has itself looked."}
    ],
    why: "6 · 4 = 24.",
    solution: "Each layer reaches 4 places back from wherever the one before it has come: 24 in all."
  },
  {
    kind: "compute",
    name: "architectures-balance",
    prompt:
      "Two tokens and four experts. The router’s probabilities are 0.4, 0.3, 0.2, 0.1 for the first and 0.1, 0.6, 0.2, 0.1 for the second. Each goes to its two likeliest experts. What is the load-balancing loss?",
    answer: () => route(four, 2).loss,
    tolerance: 0.005,
    hint: "Count first: which share of tokens goes to each expert? Then the mean probability of each. Four times the sum of products.",
    hints: [
      {
        value: 4 * (0.5 * 0.25 + 0.5 * 0.45),
        tolerance: 0.01,
        why: "Each token goes to two experts: the shares sum to 2."
      },
      {value: route(four, 2).loss / 4, tolerance: 0.01, why: "Times the number of experts."}
    ],
    why: "Shares 1/2, 1, 1/2, 0; means 0.25, 0.45, 0.2, 0.1: 4 · 0.675 = 2.7.",
    solution:
      "The first token goes to experts 1 and 2, the second to 2 and 3. Shares: 0.5, 1, 0.5, 0. Means: 0.25, 0.45, 0.2, 0.1. Sum of products: 0.125 + 0.45 + 0.1 = 0.675, times 4 is 2.7, where alike would be 2."
  },
  {
    kind: "choose",
    name: "architectures-mean",
    prompt: "What does a model lose that has RMSNorm in place of LayerNorm, if norms stand before its parts?",
    options: [
      {
        text: "Nothing that it could say: whatever writes into the stream could as well write with mean 0.",
        right: true,
        why: "Subtracting the mean is linear, so it can be done once, in the matrices, in place of at every token."
      },
      {
        text: "It can no longer tell large vectors from small ones.",
        why: "Neither can LayerNorm. Both divide by a length, and forget it."
      },
      {
        text: "One degree of freedom in each vector of the stream.",
        why: "It is the other way round: LayerNorm throws one direction away, and RMSNorm keeps it."
      }
    ],
    solution:
      "LayerNorm is RMSNorm of a centered vector, and a stream can be kept centered by centering the weights that write into it. It costs some operations and a bias less."
  },
  {
    kind: "choose",
    name: "architectures-steer",
    prompt:
      "In the calculator, choose Llama 2 7B and move its heads of keys until the cache of one whole text takes half a GiB (537 MB) in 16 bits. How many heads of keys are left?",
    options: [
      {
        text: "8",
        right: true,
        holds: () => halfGib(8),
        why: "A quarter of 2 GiB. It is what Mistral and Llama 3 have."
      },
      {text: "4", holds: () => halfGib(4), why: "That is a quarter of a GiB."},
      {text: "16", holds: () => halfGib(16), why: "That is one GiB, half of what it was."}
    ],
    solution: "With 32 it is 2 GiB. The cache is proportional to the heads of keys, so a quarter of them: 8."
  }
];
