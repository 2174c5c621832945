import {define} from "../../../components/stage.js";

/** Texts, counts and smoothing. */
export const ngrams = [
  define(
    "index",
    "token",
    ["tokens"],
    "A unit of text that a model reads and writes: in this stage a character or a word."
  ),
  define(
    "language-models",
    "vocabulary",
    ["vocabularies"],
    "All tokens that a model knows, each with a number, its id."
  ),
  define("language-models", "unknown token", [], "The token that stands for everything outside the vocabulary."),
  define("index", "corpus", ["corpora"], "The text that a model learns from, or is measured on."),
  define(
    "language-models",
    "language model",
    ["language models"],
    "A distribution over texts, usually given as the probability of each next token after those before it."
  ),
  define(
    "language-models",
    "context",
    ["contexts"],
    "The tokens before the one to be predicted, as far as the model looks back."
  ),
  define(
    "language-models",
    "order of a model",
    ["order of the model"],
    "How many tokens of context a Markov model looks at. An order of two is a trigram model."
  ),
  define(
    "language-models",
    "Markov assumption",
    [],
    "The next token depends on the last few alone. It is false for language, and makes counting possible."
  ),
  define(
    "index",
    "Markov chain",
    ["Markov chains"],
    "A process whose next state depends on its present state alone. For a text of order n the state is the last n tokens."
  ),
  define(
    "language-models",
    "Markov state",
    ["states of a chain"],
    "What a Markov chain knows of the past: here, a context."
  ),
  define("language-models", "transition", ["transitions"], "A step from one state to the next, with its probability."),
  define(
    "language-models",
    "n-gram",
    ["n-grams"],
    "A window of n consecutive tokens: the n − 1 that a model looks at, and the one that follows them."
  ),
  define("language-models", "bigram", ["bigrams"], "An n-gram of two tokens: one of context, and the next."),
  define("language-models", "trigram", ["trigrams"], "An n-gram of three tokens: two of context, and the next."),
  define(
    "language-models",
    "begin token",
    ["begin id"],
    "A token before the first of a text, so that the first has a context too. It is never predicted."
  ),
  define(
    "language-models",
    "end token",
    ["end id"],
    "A token after the last of a text. Predicting it is how a model stops, and what makes its probabilities of all texts sum to one."
  ),
  define(
    "trade-offs",
    "sparsity",
    ["sparse"],
    "Most n-grams that are possible are never seen, and most that are seen are seen once."
  ),
  define(
    "trade-offs",
    "type–token ratio",
    [],
    "Distinct tokens divided by all tokens of a text. It falls as the text grows."
  ),
  define(
    "trade-offs",
    "Zipf’s law",
    ["Zipf's law"],
    "The frequency of a word is about inversely proportional to its rank: the second commonest is about half as common as the first."
  ),
  define(
    "trade-offs",
    "Heaps’ law",
    ["Heaps' law"],
    "The number of distinct words grows as a power of the text's length, below one: it never stops."
  ),
  define("trade-offs", "coverage", [], "The share of a text's tokens that the commonest types make up."),
  define("smoothing", "smoothing", [], "Giving some probability to what was not seen, taken from what was."),
  define(
    "smoothing",
    "add-k smoothing",
    ["add-k", "add-one", "Laplace smoothing"],
    "Adding k to every count before dividing: the mean of the posterior under a symmetric Dirichlet prior."
  ),
  define("smoothing", "interpolation", ["interpolated"], "Mixing the distributions under longer and shorter contexts."),
  define(
    "smoothing",
    "back-off",
    ["backing off", "backs off"],
    "Asking a shorter context only where the longer one has not seen the token."
  ),
  define(
    "smoothing",
    "Jelinek–Mercer smoothing",
    ["Jelinek–Mercer"],
    "Interpolation with weights found on held-out text: in this book one set for all contexts, in the original one for each class of contexts that occurred about equally often."
  ),
  define(
    "smoothing",
    "absolute discounting",
    [],
    "Subtracting the same amount from every count, and giving what is gained to the shorter context."
  ),
  define(
    "smoothing",
    "Good–Turing estimate",
    ["Good–Turing"],
    "The mass of what was never seen is about that of what was seen once; what was seen r times is treated as if seen a little less often."
  ),
  define(
    "smoothing",
    "Katz back-off",
    ["Katz"],
    "Back-off in which Good–Turing discounts free the mass that the unseen get."
  ),
  define(
    "smoothing",
    "continuation count",
    ["continuation counts"],
    "In how many different contexts a token was seen, instead of how often."
  ),
  define(
    "smoothing",
    "Kneser–Ney smoothing",
    ["Kneser–Ney"],
    "Absolute discounting in which shorter contexts use continuation counts."
  ),
  define(
    "smoothing",
    "stupid backoff",
    [],
    "Back-off with a constant factor and no normalization: scores that rank well, and are not probabilities."
  ),
  define(
    "smoothing",
    "expectation–maximization",
    ["EM"],
    "Alternating between guessing what was hidden, given the parameters, and fitting the parameters to the guess. The likelihood never falls."
  ),
  define(
    "perplexity",
    "held-out text",
    ["held out", "held-out"],
    "Text that a model has not learnt from, kept to judge it."
  ),
  define("perplexity", "training set", [], "The part of a corpus that is counted or learnt from."),
  define(
    "perplexity",
    "validation set",
    [],
    "The part of a corpus that settings are chosen by. What was chosen by it no longer judges fairly."
  ),
  define("perplexity", "test set", [], "The part of a corpus that is looked at once, at the end."),
  define(
    "trade-offs",
    "overfitting",
    ["overfits", "overfit"],
    "Doing better on the training text while doing worse on other text."
  )
];
