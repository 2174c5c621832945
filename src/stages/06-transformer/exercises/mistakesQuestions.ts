import {diagnoses, right, wrong} from "../../../components/exercise/diagnosis.js";
import type {Question} from "../../../components/exercise/question.js";

const diagnosis = diagnoses("patient");

/** The batch loss, after so many steps, of a model whose targets were not shifted. */
async function unshiftedAfter(corpus: (id: "moby-dick") => Promise<string>, steps: number): Promise<number> {
  const [{timeline}, {faulty}, {faultConfig}] = await Promise.all([
    import("/lib/index.js"),
    import("../model/faulty.js"),
    import("../model/faultCases.js")
  ]);
  const config = faultConfig({fault: "not shifted"}, await corpus("moby-dick"));
  return timeline(faulty, config, {history: false}).at(steps).metrics.validationLoss;
}

/** What the page “Common mistakes” of transformers asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "patient-unshifted",
    prompt:
      "A small transformer with a vocabulary of 90 letters starts at ln 90, 4.5 nats. By mistake each place is told to say the letter that it has just read. What is its held-out loss, as the program prints it, after 60 steps?",
    range: [0, 5],
    step: 0.05,
    start: 3,
    unit: "nats",
    truth: (corpus) => unshiftedAfter(corpus, 60),
    within: 0.3,
    why: "Next to nothing: to say what one reads is the easiest task there is, and held-out text is as easy as any.",
    solution:
      "It is 0.0285. The token’s own vector goes straight through the stream to the last matrix, which is the same table, so there is hardly anything to learn. A loss that is too good is a symptom, on held-out text too."
  },
  diagnosis(
    "a",
    "Run A has the best loss of all, on its batches and on held-out text, within fifty steps. And it writes the same sign for ever.",
    "Each place is told to say what it has just read. So the right answer needs no look at anything else, and writing repeats the last letter, which is a space.",
    wrong(
      "It has learned the text by heart.",
      "Then held-out loss would be high. And nobody learns a novel by heart in fifty batches."
    ),
    right(
      "Its targets were not shifted by one.",
      "The likeliest letter is at every place the one that stands there. Print a row of inputs above a row of targets, and you see it."
    ),
    wrong(
      "It sees the future: the mask was forgotten.",
      "That too makes losses that are too good. But the way to them is longer, since it must learn to look to the right, and what it writes is no mere repetition."
    ),
    wrong(
      "The temperature is too low.",
      "A low temperature makes dull text out of a good model. It does not make losses of 0."
    )
  ),
  diagnosis(
    "b",
    "Run B falls like the healthy one at first, and goes on falling, far below what any counting reaches. It writes nonsense. Train it for a few steps and look at its pattern of attention.",
    "Every place sees the one behind it, which is what it has to say. In writing there is nothing behind the last place, so it has nothing to go by.",
    wrong(
      "Its targets were not shifted.",
      "Then it would be at nothing within fifty steps, and would write its last letter again and again from the first step on."
    ),
    right(
      "Its causal mask is missing.",
      "Above the diagonal of the pattern there is weight, and most of it one place to the right. There the answer stands."
    ),
    wrong(
      "It is the best model of all, and only its sampling is broken.",
      "No model of this size knows the next letter with probability 0.9. Below the entropy of the text there is only cheating."
    ),
    wrong("It overfits.", "Its held-out loss is as low as that of its batches.")
  ),
  diagnosis(
    "c",
    "Run C learns, and then stays a third of a nat behind the healthy one. It writes pairs of letters that fit, and nothing that is longer.",
    "It knows which letter it has just read, for that stands in its own stream. Of the others it knows only that they were there: a mean over a bag of letters has no order.",
    wrong(
      "Its learning rate is too low.",
      "Then it would still be falling. It has come to rest, about where a table of pairs is."
    ),
    right(
      "It has no positions.",
      "Exchange two earlier letters, and its prediction does not move by a digit. “hw” and “wh” before the last letter are the same to it."
    ),
    wrong("Its context is too short.", "It sees 48 letters, like the healthy one. It cannot tell which came when."),
    wrong(
      "It needs more heads.",
      "It has as many as the healthy one. None of them can find the letter before the last."
    )
  ),
  diagnosis(
    "d",
    "Run D ends nearly where the healthy one does. But look at its first losses.",
    "A model that knows nothing should be unsure, and start at ln 90, 4.5 nats. This one is sure and wrong, twelve times as bad: its logits are huge from the first step on.",
    wrong(
      "Its text has an error at the beginning.",
      "Batches are drawn from the whole text, so there is no beginning that the first one would see."
    ),
    right(
      "Its embedding starts too large, and it is the unembedding too.",
      "The stream is normed, so its product with a table fifty times as large makes logits fifty times as large. And the token’s own vector goes along with itself, so it predicts with great confidence that each letter comes twice."
    ),
    wrong(
      "Its learning rate is too high.",
      "At step 0 no step has been taken yet: the loss there has nothing to do with a rate."
    ),
    wrong("Clipping is missing.", "Clipping changes steps, and not what the loss is before the first.")
  ),
  diagnosis(
    "e",
    "Run E has three blocks, with a norm after each sum as in the first transformer, and twice the rate. It comes down to the loss of single letters and rests there. Fork it at step 0 with a warm-up of 100.",
    "The first steps are the longest there will ever be, because Adam’s first step moves each number by the whole rate, whatever the slope. With norms on the stream slopes are uneven, and what those steps break is not mended.",
    right(
      "It had no warm-up.",
      "With a warm-up of 100 steps the same model with the same rate falls well below 2.2. Norms first would have forgiven it."
    ),
    wrong(
      "It is too deep to learn.",
      "Three blocks are not deep. With a warm-up they learn better than the one block of the healthy run."
    ),
    wrong(
      "It has no positions.",
      "Even then it would know pairs, as run C does. This one knows only how often each letter comes."
    ),
    wrong(
      "Its data are shuffled letters.",
      "Then no rate and no warm-up could bring it below the loss of single letters, and the fork shows that it can be."
    )
  ),
  diagnosis(
    "f",
    "Run F has the very curves of the healthy run, digit by digit. But read what it writes: take every second letter.",
    "It predicts each letter from all but the last one. So the odd letters are one text and the even ones another, each written without a look at the other’s last word.",
    wrong("It was trained too briefly.", "Its curves are those of the healthy run, which writes quite well."),
    wrong(
      "Another vocabulary spells what it writes.",
      "Then letters would be exchanged for others throughout, and commas and digits would be as common as vowels. Here all letters are as common as they should be."
    ),
    right(
      "When it writes, it does not read its last letter.",
      "The place in the cache is off by one: the letter that was just drawn is not read when the next is predicted. Every second letter makes a word, nearly."
    ),
    wrong("Its temperature is too high.", "That makes rare letters common. It does not weave two texts into one.")
  ),
  diagnosis(
    "g",
    "Run G has the healthy curves too. It writes signs that the novel hardly has, but not any: some are very common, and stand where one would expect a space or an e.",
    "It is a cipher. The model writes ids as it learned them, and they are spelled with another list, in which the same letters stand in another order.",
    wrong(
      "Its weights were not loaded.",
      "Then its loss would be at ln 90, and all signs about as common as each other."
    ),
    wrong(
      "It does not read its last letter.",
      "That weaves two texts, but of the right letters. Here the letters are wrong."
    ),
    right(
      "It is spelled with the list of another tokenizer.",
      "Count its signs: they are as unevenly spread as letters are, with the wrong names. Exchange them back, and you can read it."
    ),
    wrong("It has learned another text.", "Its loss on held-out pages of Moby Dick is that of the healthy run.")
  ),
  {
    kind: "compute",
    name: "patient-start",
    prompt:
      "A transformer has a vocabulary of 50,257 tokens, as GPT-2. What should its loss be before the first step, in nats?",
    answer: () => Math.log(50257),
    tolerance: 0.01,
    unit: "nats",
    hint: "Every token is as likely as every other: 1/50257.",
    hints: [
      {value: Math.log2(50257), tolerance: 0.01, why: "That is in bits. In nats it is the natural logarithm."},
      {value: Math.log(90), tolerance: 0.01, why: "That is for the 90 letters of the clinic."}
    ],
    why: "ln 50257 = 10.825.",
    solution:
      "ln 50257 = 10.825. Anything that is far above it says that the first logits are too large, and anything far below that the answer leaks."
  }
];
