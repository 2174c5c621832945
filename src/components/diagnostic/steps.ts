/** A question of the diagnostic, and the page that teaches what it asks. */
export interface DiagnosticStep {
  readonly name: string;
  /** What is known by who answers it. */
  readonly topic: string;
  readonly prompt: string;
  readonly options: readonly {readonly text: string; readonly right?: boolean}[];
  /** Where one begins who does not know it, from the root of the site. */
  readonly page: string;
  readonly title: string;
}

const step = (
  name: string,
  topic: string,
  prompt: string,
  options: readonly [right: string, ...wrong: readonly string[]],
  [page, title]: readonly [page: string, title: string],
  /** Where the right answer stands among the others, so that it is not always the first. */
  place: number
): DiagnosticStep => {
  const [right, ...wrong] = options;
  const texts = [...wrong.slice(0, place), right, ...wrong.slice(place)];
  return {
    name,
    topic,
    prompt,
    options: texts.map((text) => (text === right ? {text, right: true} : {text})),
    page,
    title
  };
};

/** From what the book begins with to where it ends: who is stopped by one is seldom helped by a later page. */
export const steps: readonly DiagnosticStep[] = [
  step(
    "chance",
    "Chance",
    "Two of the five letters in “llama” are an l. You draw two letters, one after the other, and put none back. How likely are both an l?",
    ["1/10", "4/25", "2/5", "1/5"],
    ["/stages/00-prelude/chance", "Chance"],
    2
  ),
  step(
    "code",
    "Reading TypeScript",
    "What is [1, 2, 3].reduce((sum, x) => sum + x * x, 10)?",
    ["24", "14", "16", "It throws, because 10 is not an index"],
    ["/stages/00-prelude/typescript", "Reading TypeScript"],
    1
  ),
  step(
    "logarithms",
    "Logarithms",
    "Two to the tenth is 1024. What is the logarithm of 1/1024 to base 2?",
    ["−10", "1/10", "−1/10", "It has none, because it is below 1"],
    ["/stages/00-prelude/logarithms", "Logarithms and sums"],
    0
  ),
  step(
    "graphs",
    "Lines and slopes",
    "A straight line goes through the points (0, 1) and (2, 7). What is its slope?",
    ["3", "1/3", "6", "7/2"],
    ["/stages/00-prelude/functions", "Functions and graphs"],
    3
  ),
  step(
    "vectors",
    "Dot products",
    "What is the dot product of (2, −1, 3) and (1, 4, 2)?",
    ["4", "12", "(2, −4, 6)", "−48"],
    ["/stages/00-prelude/vectors", "Vectors and matrices"],
    1
  ),
  step(
    "counting",
    "Counting as learning",
    "In a text, “q” stands 20 times, and 19 times “u” follows. Which probability of “u” after “q” makes that text most likely?",
    [
      "19/20",
      "20/21, because one is added to each count",
      "1, because “u” is the commonest",
      "It depends on how common “u” is elsewhere"
    ],
    ["/stages/01-markov/maximum-likelihood", "Maximum likelihood"],
    3
  ),
  step(
    "perplexity",
    "Measuring a model",
    "A model gives each character that really comes the probability 1/8. What are its loss in bits per character, and its perplexity?",
    ["3 bits, and 8", "8 bits, and 3", "3 bits, and 1/8", "1/8 bit, and 3"],
    ["/stages/01-markov/perplexity", "Perplexity"],
    1
  ),
  step(
    "slopes",
    "Derivatives",
    "f(x) = 3x² − 2x. How fast does f grow at x = 2?",
    ["10", "8", "12", "4"],
    ["/stages/02-autodiff/derivatives", "What is a derivative"],
    2
  ),
  step(
    "backward",
    "Gradients through a graph",
    "y = x · x + x, as a graph in which x is used three times, at x = 3. What comes back to x?",
    [
      "The sum of what comes back along the three ways: 7",
      "What comes back along the last way: 1",
      "The product of the three: 9",
      "Their mean: 7/3"
    ],
    ["/stages/02-autodiff/chain-rule", "The chain rule"],
    0
  ),
  step(
    "embeddings",
    "Embeddings",
    "A network reads the last three words. Why does it look each up in a table of vectors that it learns, instead of counting the triples?",
    [
      "Because words in similar places get similar vectors, so that what was learned of one helps with the others",
      "Because a table of vectors is smaller than the text",
      "Because numbers can be sorted, and words cannot",
      "Because the network then needs no text to learn from"
    ],
    ["/stages/03-neural-lm/embeddings", "Embeddings"],
    3
  ),
  step(
    "descent",
    "Optimizers",
    "Momentum keeps nine tenths of its velocity at each step. If the gradient never changes, how many times as long as without momentum do the steps become?",
    ["10 times", "0.9 times", "9 times", "They grow without end"],
    ["/stages/04-optimization/momentum", "Momentum"],
    1
  ),
  step(
    "attention",
    "Attention",
    "Queries and keys of d independent numbers, each with variance 1, are multiplied. Why is the product divided by √d before the softmax?",
    [
      "Its variance is d, so that large d would leave almost all weight on one key",
      "So that the weights sum to 1",
      "So that the product is a cosine",
      "To save √d multiplications"
    ],
    ["/stages/05-attention/scaling", "Scaling"],
    2
  ),
  step(
    "residual",
    "The transformer’s block",
    "In a block with its norms before each part, attention and the feed-forward layer both give zeros. What comes out of the block?",
    ["What went in", "Zeros", "What went in, normed", "The mean over all positions"],
    ["/stages/06-transformer/block", "The transformer block"],
    0
  )
];
