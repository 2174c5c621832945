import type {Question} from "../../../components/exercise/question.js";
import {forwardSquares} from "../model/predictedSignals.js";
import {tinyScaled} from "../model/tinyScaled.js";

/** How many times as large the signal is expected to be after ten residual layers with relu. */
const grown = (gain: number): number => {
  const squares = forwardSquares({bend: "relu", layering: "residual", depth: 10, gain}, 1);
  return Math.sqrt(squares.at(-1)!);
};

/** The largest gain on the slider with which that is below 8. */
function largestGain(): number {
  let gain = 0.25;
  while (grown(gain + 0.25) < 8) gain += 0.25;
  return gain;
}

/** What the page “Training dynamics” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "dynamics-ten-relus",
    prompt:
      "A network has ten relu layers of 128 neurons, and its first weights are random with a variance of one over the number of inputs. Its inputs have the size 1, as a root mean square. Which percentage of that size is left in the tenth layer?",
    range: [0, 150],
    step: 1,
    start: 100,
    unit: "%",
    truth: async (corpus) => {
      const {firstParams, namesData, signalsOf} = await import("../model/signals.js"); // the engine comes with it
      const setting = {bend: "relu", layering: "plain", gain: 1, depth: 10, width: 128} as const;
      const {data, vocabulary} = namesData(await corpus("names"), 1024, 2);
      const {layers} = signalsOf(setting, firstParams(setting, vocabulary), data(0));
      return 100 * (layers[10]!.rms / layers[0]!.rms);
    },
    within: 8,
    why: "About 3%. The weights keep the mean square of what they sum up, but each relu throws half of it away, and ten halvings leave a thousandth of the mean square: 3% of its root.",
    solution:
      "Each sum has the variance n · (1/n) · E[x²], the mean square that went in. Relu sets one half of the sums to zero, so half of the mean square is left. After ten layers that is 1/1024, and its root is 1/32, about 3 in a hundred. One draw of weights was measured: 2.7%."
  },
  {
    kind: "predict",
    name: "dynamics-first-loss",
    prompt:
      "Our network of names begins at ln 56 ≈ 4.03 nats. Now its first output weights are drawn 100 times as large, so that its logits scatter with a deviation of about 5.6. At what loss does it begin?",
    range: [0, 25],
    step: 0.5,
    start: 4,
    unit: "nats",
    truth: async (corpus) => {
      const {outputScaled} = await import("../model/outputScale.js"); // the engine comes with it
      return outputScaled(await corpus("names"), 100, 0).losses[0]!;
    },
    within: 3,
    why: "About 13 nats: it is sure of some token or other, and nearly always wrong.",
    solution:
      "The largest of 56 normal numbers is a little more than two deviations above the middle, so softmax gives nearly everything to a logit of about 12 or 13. What comes has a logit of 0 on average. The loss is about the difference."
  },
  {
    kind: "choose",
    name: "dynamics-dead",
    prompt:
      "One relu in the second hidden layer is below zero for every window of the whole text. Plain gradient descent goes on, with neither momentum nor weight decay. What can bring it back?",
    options: [
      {
        text: "A larger rate for its own weights.",
        why: "Its own weights have a gradient of exactly 0, and any rate times 0 is 0."
      },
      {
        text: "A loss that grows, so that gradients get longer.",
        why: "Whatever comes from above is multiplied by its slope, which is 0 for every window."
      },
      {
        text: "The steps of the first hidden layer, which change what it is given.",
        right: true,
        why: "The first layer still learns through the other neurons, so the inputs of the dead one move, and one of its sums may come above zero by chance. Nothing pulls it there."
      },
      {
        text: "More steps of its own layer alone, with all other layers held still.",
        why: "Then its inputs are the same for ever, its sums too, and each of them is below zero."
      }
    ],
    solution:
      "A neuron's own weights move by its slope times its input, summed over examples, and all slopes are 0. Only what is not its own can change its sums: the layers below, if some other way leads to them. If every neuron of its layer is dead, there is none."
  },
  {
    kind: "compute",
    name: "dynamics-deviation",
    prompt:
      "A relu layer has 400 inputs and 100 neurons. With which standard deviation do its first weights keep the mean square of the signal from layer to layer?",
    answer: () => Math.sqrt(2 / 400),
    tolerance: 0.0006,
    hint: "Var(w) is to make n · Var(w) · ½ = 1. The deviation is the root of the variance.",
    hints: [
      {value: 2 / 400, tolerance: 0.0001, why: "That is the variance. The deviation is its root."},
      {value: Math.sqrt(1 / 400), tolerance: 0.0006, why: "That forgets the half that relu takes away."},
      {
        value: Math.sqrt(2 / 500),
        tolerance: 0.0006,
        why: "That is Glorot and Bengio's: between both ways, without relu."
      },
      {
        value: Math.sqrt(2 / 100),
        tolerance: 0.0006,
        why: "That keeps the gradient on its way back: 100 neurons read each input."
      }
    ],
    why: "√(2/400) = 0.0707.",
    solution:
      "A neuron sums over 400 inputs, so Var(w) = 2/400 = 0.005, and its root is 0.0707. For the gradient on its way back it would be √(2/100) = 0.141; one cannot have both where a layer changes the width."
  },
  {
    kind: "compute",
    name: "dynamics-steer",
    prompt:
      "In the figure of layers, choose relu, residual layers and a depth of 10, before training. What is the largest g on the slider with which the signal is expected to be less than 8 times as large in the end as at the input?",
    answer: largestGain,
    tolerance: 0.01,
    hint: "The note below the curves says how many times as large the signal is expected to be. Move g until it crosses 8.",
    hints: [
      {value: 1.25, tolerance: 0.01, why: "With 1.25 it is expected to grow to 11 times."},
      {value: 0.75, tolerance: 0.01, why: "With 0.75 it is 4.9 times; there is room for more."},
      {
        value: 2,
        tolerance: 0.01,
        why: "That keeps the size in plain layers. In residual ones each layer adds to what there is."
      }
    ],
    why: "1.00: each layer makes one and a half times the mean square, and 1.5⁵ = 7.6.",
    solution:
      "A residual layer with relu multiplies the mean square by 1 + g/2. After ten it is (1 + g/2)¹⁰, whose root is (1 + g/2)⁵. With g = 1 that is 1.5⁵ = 7.59, with 1.25 it is 1.625⁵ = 11.3."
  },
  {
    kind: "compute",
    name: "dynamics-by-hand",
    prompt:
      "The tiny network with its output weights doubled, and its hidden weights as they are. The token is a, and b comes. What is the loss, in nats?",
    answer: () => tinyScaled(1, 2, "b").loss,
    tolerance: 0.005,
    unit: "nats",
    hint: "The logits are 0, 1.5232, −1.5232, 0, 1.5232, and the loss is ln Σ eᵒ less the logit of b.",
    hints: [
      {value: tinyScaled(1, 1, "b").loss, tolerance: 0.005, why: "That is without doubling."},
      {
        value: tinyScaled(2, 1, "b").loss,
        tolerance: 0.005,
        why: "That doubles the hidden weights, which tanh squeezes."
      },
      {value: tinyScaled(1, 2, "n").loss, tolerance: 0.005, why: "That is the loss if n comes."}
    ],
    why: "ln 11.393 + 1.523 = 3.956 nats.",
    solution:
      "h = (tanh 1, 0) = (0.7616, 0), doubled weights make the logits 0, 1.5232, −1.5232, 0 and 1.5232. Their exponentials are 1, 4.587, 0.218, 1 and 4.587, in all 11.392, with the logarithm 2.433. The loss is 2.433 + 1.523 = 3.956; with equal logits it would be ln 5 = 1.609."
  }
];
