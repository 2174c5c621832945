import {diagnoses, right, wrong} from "../../../components/exercise/diagnosis.js";
import type {Question} from "../../../components/exercise/question.js";

/** The entropy of single characters of a text, in nats. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const total = [...counts.values()].reduce((a, b) => a + b, 0);
  return -[...counts.values()].reduce((sum, n) => sum + (n / total) * Math.log(n / total), 0);
}

const diagnosis = diagnoses("clinic");

/** What the page “Common mistakes” of neural language models asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "clinic-shuffled-loss",
    prompt:
      "In one of the runs the answers of every batch were dealt out at random, so that no context says anything about what follows it. The names have 56 signs, and ln 56 is 4.03. At what held-out loss, in nats, does such a network come to rest?",
    range: [0, 6],
    step: 0.05,
    start: 5,
    unit: "nats",
    truth: async (corpus) => entropyOf(await corpus("names")),
    within: 0.25,
    why: "It still learns how often each letter occurs, because that is in the answers whoever they are dealt to. So it comes down from ln 56 to the entropy of single letters, and not further.",
    solution:
      "The best that can be done without a context is to give each letter its frequency. The loss is then the entropy of single letters and ends: about 3.1 nats in this list. It is lower than ln 56 ≈ 4.03, because letters are not equally frequent."
  },
  diagnosis(
    "a",
    "The loss of patient A goes above ln V and stays there, and the gradient is no longer than in healthy runs. What is wrong?",
    "A loss above ln V needs confidence in wrong answers. Only steps that are far too long bring a network there and keep it there: the learning rate. A fork from step 0 with a smaller rate is the proof.",
    wrong(
      "The network is too small for this text.",
      "A small network would come to rest at a higher loss, but never above ln V: it could always say that everything is equally likely."
    ),
    right(
      "The learning rate is far too large.",
      "Steps overshoot, weights grow, and the network is sure of what is wrong. The ratio of updates to weights shows it from the first step on."
    ),
    wrong(
      "The answers were shuffled.",
      "Then the best it can do is the frequency of each letter, and it would find that: about 3.1 nats."
    ),
    wrong("The held-out names differ from those that it learns.", "The loss of its own batches is as bad.")
  ),
  diagnosis(
    "b",
    "Patient B learns, but slowly. Look into activation hidden.0 at step 0 and later. What is wrong?",
    "Nearly all outputs of the hidden layer are at ±1 from the first step on, before any training could have put them there. So the first weights were too large.",
    wrong(
      "The learning rate is too small.",
      "Then updates would be short against the weights of the last layer, too. And the activations at step 0 have nothing to do with any rate."
    ),
    wrong("Its neurons are dead.", "A tanh is never exactly 0 for all examples. Look at the ends of the histogram."),
    right(
      "The first weights are too large: the layer is saturated before training begins.",
      "At ±1 the slope of tanh is nearly 0, so the first layer hardly moves, and only the last one learns."
    ),
    wrong(
      "The network has seen the held-out names.",
      "Then the held-out loss would be too good, and this one is worse than that of the healthy run."
    )
  ),
  diagnosis(
    "c",
    "Patient C rests at the loss of single letters. Look at its hidden layers one after the other at step 0. What is wrong?",
    "At step 0 the deviation of the activations falls by about a factor of ten from layer to layer. So what comes out at the top is nearly the same for all contexts. That is a scale that nothing keeps.",
    right(
      "The signal shrinks from layer to layer, so that nothing of the context arrives.",
      "The histogram of each next layer at step 0 is about ten times as narrow as the one before."
    ),
    wrong("All its ReLUs are dead.", "It has tanh, and there is no layer whose activations are exactly 0."),
    wrong(
      "The answers were shuffled.",
      "Then the inside would look healthy at step 0. Look at the deviations: they fall from layer to layer."
    ),
    wrong(
      "The gradient is clipped too short.",
      "Clipping shortens all layers by the same factor, and AdamW does not care about a common factor."
    )
  ),
  diagnosis(
    "d",
    "Patient D rests at the loss of single letters. Look into gradient layers.0.weight at the last step. What is wrong?",
    "The gradient is exactly 0, which no healthy layer ever has. Where every ReLU gives 0, its slope is 0 for all examples, and so is every gradient before it.",
    wrong(
      "The learning rate is too small: nothing moves.",
      "A rate has no part in the gradient. This gradient is exactly 0."
    ),
    right(
      "Every neuron of the hidden layer is dead.",
      "They give 0 for each example, so no gradient comes through. Long steps near the start have done it."
    ),
    wrong("The layer is saturated.", "Saturated tanh has a small gradient, not one of exactly 0."),
    wrong(
      "The gradients were never computed.",
      "Those of the last layer are there: look into gradient layers.1.weight."
    )
  ),
  diagnosis(
    "e",
    "The held-out loss of patient E is below that of every honest method, and equal to the loss of its batches. What is wrong?",
    "A large network that learns part of a list by heart has a gap between what it learned and what was held out. Without a gap, both are the same names.",
    wrong(
      "Nothing. It is simply the largest network.",
      "A large network remembers, so there should be a gap between its two losses."
    ),
    wrong(
      "The learning rate is too large.",
      "Its loss falls smoothly, and comes to rest lower than that of the healthy run."
    ),
    right(
      "The held-out names stand among those that it learns.",
      "So the held-out loss measures memory. Count how many held-out names occur in the training part."
    ),
    wrong(
      "The held-out names are too few for a measurement.",
      "A small sample makes a loss noisy, by a few hundredths. It does not make it better each time."
    )
  ),
  diagnosis(
    "f",
    "Patient F rests at the loss of single letters. Its activations, gradients and updates all look healthy. What is wrong?",
    "If the network is in order and still uses no context, then the context says nothing about the answer: contexts and answers do not belong together.",
    wrong("The network is too small.", "A far smaller one learns pairs of letters, and gets below 2.5 nats."),
    wrong("Its neurons are saturated.", "Look into activation hidden.0: few are near ±1."),
    wrong(
      "It needs more steps.",
      "Its loss has been the same for hundreds of steps, while the healthy run kept falling."
    ),
    right(
      "In its data the answers do not belong to the contexts.",
      "Then frequencies are all there is to learn. Print three examples, and read them."
    )
  ),
  {
    kind: "compute",
    name: "clinic-slope",
    prompt:
      "The outputs of a tanh layer are about 0.98. By which factor does it shrink the gradient that comes back through it, its weights aside? The slope of tanh is one minus the square of its output.",
    answer: () => 1 - Math.tanh(Math.atanh(0.98)) ** 2,
    tolerance: 0.0005,
    hint: "Square 0.98, and take the result from one.",
    hints: [
      {value: 0.98, tolerance: 0.0005, why: "That is the output. The slope is what multiplies the gradient."},
      {value: 0.02, tolerance: 0.0002, why: "That is 1 − 0.98. The output is squared first."}
    ],
    why: "1 − 0.9604 = 0.0396: of a gradient, a twenty-fifth is left.",
    solution:
      "0.98 · 0.98 = 0.9604, and 1 − 0.9604 = 0.0396. Through two such layers a gradient is shrunk by 0.0396 · 0.0396 ≈ 0.0016, if the weights do not make up for it."
  }
];
