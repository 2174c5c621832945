import type {Question} from "../../../components/exercise/question.js";

/** Multiply-adds of one token in a product with each parameter, and their operations. */
const operations = (parameters: number, tokens: number, training: boolean): number =>
  (training ? 3 : 1) * 2 * parameters * tokens;

/** What the page “Implementation” of the transformer asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "inside-moved",
    prompt:
      "Two texts differ in their last two letters, “wh” and “se”. In the model that reads the first, the stream at the last letter but one is replaced by that of the second text: right at the beginning, or after one, two, three or four blocks. When does it still change what is said after the last letter?",
    options: [
      {
        text: "Most of all right at the beginning; after the last block not at all.",
        right: true,
        why: "What a place knows reaches another only through attention. After the last block nothing is read any more, and what was read before cannot be taken back."
      },
      {
        text: "The more the later, since late streams know more.",
        why: "They know more, but nobody reads them any more from another place."
      },
      {
        text: "Always alike, since the letter has been changed.",
        why: "It is not the letter that was changed, but what one place carries at one depth."
      }
    ],
    solution:
      "Try it: letter 33, “of the other text”, and the tensor “stream” from block to block. Where the effect breaks off, attention has done its work."
  },
  {
    kind: "predict",
    name: "inside-operations",
    prompt:
      "A transformer with 450,000 parameters, whose table serves as the last matrix too, reads one token. How many operations is that for each of its parameters, counting a multiplication and an addition as two?",
    range: [0, 12],
    step: 0.1,
    start: 6,
    unit: "operations",
    truth: () => operations(450_000, 1, false) / 450_000,
    within: 0.6,
    why: "Each number of a matrix is multiplied once and added once. In training it is three times as much: once forth, and twice on the way back.",
    solution:
      "2, and a little more for attention, whose products have no parameters: 6 in training, which is the 6 of C = 6ND."
  },
  {
    kind: "compute",
    name: "inside-step",
    prompt:
      "A model of 450,000 parameters takes a training step on 16 sequences of 96 tokens. About how many thousand million operations is that, by the rule of six?",
    answer: () => operations(450_000, 16 * 96, true) / 1e9,
    tolerance: 0.05,
    hint: "6 times parameters times tokens.",
    hints: [
      {value: operations(450_000, 16 * 96, false) / 1e9, tolerance: 0.02, why: "That is the way forth alone."},
      {value: operations(450_000, 96, true) / 1e9, tolerance: 0.01, why: "That is one sequence. There are sixteen."}
    ],
    why: "6 · 450,000 · 1,536 = 4.15 · 10⁹.",
    solution: "4.15. A processor’s core that does 30 thousand million operations in a second needs 0.14 seconds."
  },
  {
    kind: "choose",
    name: "inside-patch",
    prompt:
      "You replace the stream at the last letter, after the last block, by that of another text. What does the model say next?",
    options: [
      {
        text: "Exactly what it says after the other text.",
        right: true,
        why: "What is said at a place is a function of the last stream at that place, and of nothing else."
      },
      {
        text: "A mixture of both, since all other places still have the first text.",
        why: "They are read by attention, and there is none behind the last block."
      },
      {
        text: "Nothing sensible, since the stream does not fit the text.",
        why: "The norm and the table do not know what text a stream comes from."
      }
    ],
    solution:
      "Exactly the other text’s. It is the one patch whose outcome one can know beforehand, and so a good test of the tool."
  },
  {
    kind: "choose",
    name: "inside-steer",
    prompt:
      "Put zeros in the place of what attention adds, at the last letter, block by block. For which block is the answer moved most?",
    options: [
      {
        text: "The first: it brings the letters just before, on which all later blocks build.",
        right: true,
        why: "Without it the last place knows its own letter and little more."
      },
      {
        text: "The last, since nothing can repair it afterwards.",
        why: "True, nothing can. But most of what is needed has been brought before."
      },
      {text: "All alike.", why: "Go through them: the notes below the table tell by how many nats."}
    ],
    solution:
      "The first: on this text it counts more than five times as much as any other. The others matter little at this letter, though they may at others."
  }
];
