import {diagnoses, right, wrong} from "../../../components/exercise/diagnosis.js";
import type {Question} from "../../../components/exercise/question.js";
import {halfLife} from "../model/decayTwoWays.js";

const diagnosis = diagnoses("loops");

/** The held-out loss of a loop that sees its first batch alone, after 60 steps. */
async function afterOneBatch(corpus: (id: "names") => Promise<string>): Promise<number> {
  const [{timeline}, {careless}, {loopConfig}] = await Promise.all([
    import("/lib/index.js"),
    import("../model/careless.js"),
    import("../model/carelessCases.js")
  ]);
  const config = loopConfig({fault: "one batch"}, await corpus("names"));
  return timeline(careless, config, {history: false}).at(60).metrics.validationLoss;
}

/** What the page “Common mistakes” of optimization asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "loops-one-batch",
    prompt:
      "A network with a vocabulary of 56 signs is given the same 64 examples in each step. Before training its held-out loss is ln 56, about 4.03 nats. What is it after 60 steps?",
    range: [0, 8],
    step: 0.1,
    start: 3,
    unit: "nats",
    truth: afterOneBatch,
    within: 0.5,
    why: "It is about 5: worse than knowing nothing. The network is sure of 64 answers and gives them to questions that are others.",
    solution:
      "Held-out loss rises above ln 56, because confidence in wrong answers costs more than having no opinion. The batch’s own loss is nearly at its lowest by then."
  },
  diagnosis(
    "a",
    "Run A falls fast and then rests, far above the healthy run. Look at its held-out loss digit by digit, and at the learning rate.",
    "The rate is 0 since step 120: the schedule was made for a run of 120 steps. A curve that is flat to the last digit has nothing that moves it.",
    wrong(
      "It has found a local minimum.",
      "Batches differ, so that even in a minimum the loss of the next steps would wiggle. This one does not change in its last digit."
    ),
    right(
      "Its learning rate has become 0 much too soon.",
      "The chart of the rate shows half a cosine that ends at step 120."
    ),
    wrong(
      "The network is too small to do better.",
      "The healthy run has the same network, and is better by a third of a nat."
    ),
    wrong(
      "All its neurons are saturated.",
      "Then gradients would be short. They are as long as ever, but nothing is done with them."
    )
  ),
  diagnosis(
    "b",
    "Run B comes to rest early, and its curve is calm. Compare the length of its weights with that of the healthy run.",
    "Its weights shrink. Of the settings only a decay does that: 2.5 percent in each step is more than learning can put back.",
    wrong(
      "The learning rate is too low.",
      "Then its updates would be much shorter than those of the healthy run, and its loss would still be falling at the end."
    ),
    wrong("It has been clipped.", "Clipping makes steps shorter, and weights that move less do not shrink. These do."),
    right(
      "Its weight decay is far too strong.",
      "The weights become smaller than they were drawn, though the network needs larger ones to be sure of anything."
    ),
    wrong(
      "It was trained on shuffled answers.",
      "Then it could not get below the loss of single letters, and it is below."
    )
  ),
  diagnosis(
    "c",
    "Run C had a better loss in the middle than at the end, on its batches as well as on held-out names. Look at the ratio of its updates to its weights, from the beginning to the end.",
    "Its updates are as long at the end as at the beginning, in every number. So the optimizer keeps making its first step: it is made anew each time.",
    wrong(
      "It overfits: it should have been stopped.",
      "Then the loss of its batches would fall while the other rises. Here both rise."
    ),
    right(
      "Its optimizer forgets everything after each step.",
      "Adam’s first step is the sign of the gradient. Without a memory, each step is a first one, and all are of full length."
    ),
    wrong("The text has become harder.", "Batches are drawn at random from the same list, early and late."),
    wrong("Its weights are pulled to zero.", "Their length grows, and faster than that of the healthy run.")
  ),
  diagnosis(
    "d",
    "Run D goes down in a straight line, at a crawl. It is plain gradient descent with a rate of 0.3, which is right for this network. What is wrong?",
    "All its steps are equally long, and far shorter than rate times gradient. Only a threshold below every gradient does that.",
    right(
      "Its gradients are clipped at a threshold that is far below all of them.",
      "So each step has the length of threshold times rate, whatever the gradient. That is why the line is straight."
    ),
    wrong(
      "Gradient descent is that slow.",
      "In the race on the stage’s first page it came to 2.53 in 400 steps with this very rate."
    ),
    wrong(
      "Its gradients vanish.",
      "Their length is drawn in the chart, and it is usual. What is short is what is made of them."
    ),
    wrong("The batch is too small.", "A small batch makes a curve noisy. This one is as straight as can be.")
  ),
  diagnosis(
    "e",
    "Run E has the lowest loss on its batches and the highest on held-out names, and both from the first hundred steps on. What is wrong?",
    "Nothing but a handful of examples can be learned by heart so fast. It sees the same batch in every step.",
    wrong(
      "The held-out names are of another kind.",
      "They are drawn from the same list as in the healthy run, whose two losses are alike."
    ),
    wrong(
      "The network is too large, so it overfits.",
      "That would need many epochs. In a hundred steps the healthy run, which has the same network, has not seen each example once."
    ),
    right(
      "It sees the same batch again and again.",
      "64 examples are soon known by heart, and nothing else is learned."
    ),
    wrong(
      "Its learning rate is too high.",
      "Then the loss of its batches would be high too. It is as low as it can be."
    )
  ),
  diagnosis(
    "f",
    "Run F does well on its batches and badly on held-out names, but differently badly every time. What is wrong?",
    "The held-out loss rises and falls with what the batches are about. They come in the order of the alphabet.",
    wrong(
      "The learning rate is too high.",
      "A rate that is too high makes batches bad as well. These are easier than in the healthy run."
    ),
    wrong(
      "It has learned the list by heart.",
      "In 600 steps it has not come through the list even once. There was no second time to remember."
    ),
    wrong(
      "Too few names are held out to measure the loss.",
      "The same held-out names give the healthy run a smooth curve."
    ),
    right(
      "Its examples come sorted.",
      "Names of one letter follow each other for many steps, and the network goes along with each letter in turn."
    )
  ),
  {
    kind: "compute",
    name: "loops-half-life",
    prompt:
      "AdamW with a learning rate of 0.002 and a weight decay of 0.1. After how many steps has a weight that gets no gradient lost half of itself?",
    answer: () => halfLife(0.002 * 0.1),
    tolerance: 5,
    hint: "Each step leaves 1 − 0.002 · 0.1 of it. Which power of that is ½?",
    hints: [
      {
        value: halfLife(0.1),
        tolerance: 0.5,
        why: "That is without the learning rate, which multiplies the decay in AdamW."
      },
      {value: 2500, tolerance: 5, why: "Each step takes its part of what is left, not of what there was at first."}
    ],
    why: "After 3,465 steps: ln ½ over ln(1 − 0.0002).",
    solution: "0.002 · 0.1 = 0.0002, and 0.69315/0.0002 is about 3,466; with the logarithm of 0.9998 exactly, 3,465."
  }
];
