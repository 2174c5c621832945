import type {Question} from "../../../components/exercise/question.js";

/** The weight of a score among others that are 0. */
const weightOf = (score: number, others: number): number => Math.exp(score) / (Math.exp(score) + others);

/** What the page “Common mistakes” of attention asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "programs-tests",
    prompt:
      "You have a program for attention and no other to compare it with. Which of these can you test all the same, without knowing a single right number?",
    options: [
      {
        text: "That each row of weights sums to 1, and that another last letter changes nothing before it.",
        right: true,
        why: "Both must hold for whatever weights and whatever text. Such a test needs no answer key, only a promise."
      },
      {
        text: "That the loss is the right one.",
        why: "For that you would have to know it. A loss can be a little too high for a thousand reasons."
      },
      {
        text: "Nothing: a program can only be tested against one that is right.",
        why: "A program makes promises, such as not to look at the future, and promises can be tested."
      }
    ],
    solution:
      "Rows sum to 1, the future is unseen, and the past stays what it was when more text comes. They are promises of the formula, and each of them has caught real mistakes."
  },
  {
    kind: "predict",
    name: "programs-flat",
    prompt:
      "In a head with d = 32, one key has the score 6 and nineteen others have 0, so it has the weight 0.955. One of the programs divides by d where it should divide by √d. What weight has that key there?",
    range: [0, 1],
    step: 0.01,
    start: 0.8,
    truth: () => weightOf(6 / Math.sqrt(32), 19),
    within: 0.08,
    why: "The score becomes 6/5.66 = 1.06, and e to it is 2.9 in place of 403. Nineteen ones stand beside it.",
    solution: "2.9 / (2.9 + 19) = 0.13. Softmax answers differences of scores, and it answers exponentially."
  },
  {
    kind: "choose",
    name: "programs-a",
    prompt: "Rows sum to 1, but another last letter moves what was said before it. What is wrong in program A?",
    options: [
      {
        text: "Each letter sees one letter too many: the next one.",
        right: true,
        why: "Look at the large picture: there is color just above the diagonal. The condition says up to one more."
      },
      {
        text: "The mask was forgotten.",
        why: "Then the whole upper half would have color. Only one diagonal of it has."
      },
      {
        text: "Weights were hidden after softmax.",
        why: "Then rows would no longer sum to 1."
      }
    ],
    solution: "to <= from + 1 where it should be to <= from. Every letter sees the one that it is to predict."
  },
  {
    kind: "choose",
    name: "programs-b",
    prompt: "Some rows of program B sum to nearly 0, and others to more than 5. What is wrong?",
    options: [
      {
        text: "Softmax goes down the columns and not along the rows.",
        right: true,
        why: "Each letter that is looked at shares itself out among those who look, so columns sum to 1 and rows to anything."
      },
      {
        text: "It forgot to divide by the sum.",
        why: "Then all rows would be large, and large scores would overflow. Here some rows are nearly 0."
      },
      {
        text: "Scores are not divided by √d.",
        why: "Softmax makes rows that sum to 1 of any scores, scaled or not."
      }
    ],
    solution:
      "Softmax over axis 2 in place of axis 3. A column is complete only when the whole text is known, so the future is seen as well."
  },
  {
    kind: "choose",
    name: "programs-c",
    prompt:
      "Program C passes two tests, and its loss is not terrible. But a text that ends in the middle gets other answers. What is wrong?",
    options: [
      {
        text: "Heads were cut out by a new shape, without exchanging axes: places and heads are mixed up.",
        right: true,
        why: "[length, heads, d] read as [heads, length, d] gives the first head the first quarter of all rows. Where a quarter ends depends on the length of the text."
      },
      {
        text: "It sees the future.",
        why: "Another last letter moves nothing before it."
      },
      {
        text: "Positions begin anew in the middle.",
        why: "Then the first half would have the right loss. Here both halves are worse."
      }
    ],
    solution:
      "A reshape where a transpose is needed. The shapes fit, so nothing complains; it is the commonest of silent faults in attention."
  },
  {
    kind: "choose",
    name: "programs-e",
    prompt: "In program E rows sum to at most 1, and often to much less; and the future is felt. What is wrong?",
    options: [
      {
        text: "It hides after softmax, by multiplying with 0, in place of before.",
        right: true,
        why: "What was hidden has already taken its share of the sum. The less a row sees, the less is left of it, and how much is left depends on the future."
      },
      {
        text: "Softmax goes along the wrong axis.",
        why: "Then some rows would sum to more than 1."
      },
      {
        text: "The largest score is not subtracted.",
        why: "That changes nothing until something overflows."
      }
    ],
    solution: "Weights times mask. Hidden scores must be −∞ before softmax, so that they have no share."
  },
  {
    kind: "choose",
    name: "programs-f",
    prompt:
      "Program F passes all tests. Its rows are spread over several times as many letters as those of program D. What is wrong?",
    options: [
      {
        text: "Scores are divided by d and not by √d.",
        right: true,
        why: "All scores are √32 = 5.7 times too small, so softmax is nearly even. No promise is broken, since a softmax of smaller scores is a softmax as well."
      },
      {
        text: "Scores are not divided at all.",
        why: "Then rows would be sharper than they should be, and not flatter."
      },
      {
        text: "Positions are wrong.",
        why: "That moves where weight goes, but it does not spread it over the whole text."
      }
    ],
    solution:
      "1/d for 1/√d. Trained like this from the start it would learn larger queries and hardly suffer; with weights that were trained otherwise it is lost."
  },
  {
    kind: "choose",
    name: "programs-g",
    prompt:
      "Program G passes all tests, its rows are about twice as spread as those of program D, and it has the highest loss of all. Scores still depend on distances alone. The head that looked at the letter before looks anywhere. What is wrong?",
    options: [
      {
        text: "Numbers are turned in other pairs than those with which the model was trained.",
        right: true,
        why: "One convention turns neighbors, the other number i with number i + d/2. Each is right, and a model trained with one cannot be read with the other."
      },
      {
        text: "Queries are turned and keys are not.",
        why: "That would look similar, but then nothing would depend on the distance alone. Try both if you can; here it is the pairs."
      },
      {
        text: "Heads were cut out by a new shape, as in program C.",
        why: "Then a text that ends in the middle would get other answers."
      }
    ],
    solution:
      "The pairs of RoPE. Files of Llama models come in both orders, and whoever reads them has to know which one it is."
  },
  {
    kind: "choose",
    name: "programs-h",
    prompt:
      "The first half of program H has the right loss, to the last digit that is shown, and the second half is lost. What is wrong?",
    options: [
      {
        text: "In the middle positions begin again from 0, as for a continuation whose length of prompt was forgotten.",
        right: true,
        why: "A letter after the cut claims to stand where the prompt began, so keys of the prompt seem to lie in its future."
      },
      {
        text: "After the middle the mask is missing.",
        why: "Then another last letter would move the logits before it."
      },
      {
        text: "The model has not learned texts that are so long.",
        why: "It was trained on 96 letters, and program D reads the same text well."
      }
    ],
    solution:
      "The position of what is written begins at 0 and not at the length of the prompt. Training is in order and prompts are read rightly, so it shows only in what is written."
  },
  {
    kind: "choose",
    name: "programs-paper",
    prompt:
      "Four rows of weights under a causal mask, from a worked example in some book: (1, 0, 0, 0), (0.61, 0.39, 0, 0), (0.24, 0.29, 0.48, 0), (0.18, 0.24, 0.20, 0.37). What can be said without the scores?",
    options: [
      {
        text: "At least one row cannot be right: the third sums to 1.01.",
        holds: () => Promise.resolve(Math.abs(0.24 + 0.29 + 0.48 - 1) > 0.015),
        why: "Three numbers rounded to two digits may be off by 0.015 together, so 1.01 is possible."
      },
      {
        text: "None of them can be excluded: each sums to 1 within what rounding allows.",
        right: true,
        holds: () =>
          Promise.resolve(
            [
              [0.61, 0.39],
              [0.24, 0.29, 0.48],
              [0.18, 0.24, 0.2, 0.37]
            ].every((row) => Math.abs(row.reduce((a, b) => a + b) - 1) <= 0.005 * row.length + 1e-9)
          ),
        why: "A sum is a test of the sum alone. It finds a forgotten division, and not a wrong score."
      },
      {
        text: "The fourth cannot be right, because its second number is larger than its third.",
        holds: () => Promise.resolve(false),
        why: "Nothing orders weights by place."
      }
    ],
    solution:
      "Each passes. A test that is passed proves only what it tests; to find a wrong score, one must compute it again."
  },
  {
    kind: "compute",
    name: "programs-rounding",
    prompt:
      "Someone prints rows of eight weights with three digits behind the point. By how much may the printed row’s sum differ from 1, at most, if the program is right?",
    answer: () => 8 * 0.0005,
    tolerance: 1e-6,
    hint: "Each printed number is off by at most half of its last digit.",
    hints: [
      {value: 0.0005, tolerance: 1e-9, why: "That is one number. There are eight."},
      {value: 0.008, tolerance: 1e-9, why: "Half of the last digit is 0.0005, not 0.001."}
    ],
    why: "8 · 0.0005 = 0.004.",
    solution: "8 · 0.0005 = 0.004. So a test of printed rows must allow that much, and one of floats a few millionths."
  },
  {
    kind: "choose",
    name: "programs-steer",
    prompt:
      "Choose program C and shorten your sentence letter by letter from the end. What do most of the small pictures show that no right program shows?",
    options: [
      {
        text: "In all heads but the first of each layer patterns jump: rows at the beginning get other weights whenever the length changes.",
        right: true,
        why: "Which rows fall to which head depends on the length, and only the first head always begins with the first row. In a right program the rows that remain stay as they are."
      },
      {
        text: "Nothing: rows are cut off at the end, and the others stay.",
        why: "That is program D. Compare the first rows of a small picture before and after."
      },
      {
        text: "They become lighter from letter to letter.",
        why: "Rows sum to 1 at any length here."
      }
    ],
    solution: "They jump. It is the test of the text that ends in the middle, done by hand."
  }
];
