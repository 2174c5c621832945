import {define} from "../../../components/stage.js";

/** Probability, information and sampling. */
export const foundations = [
  define(
    "probability",
    "conditional probability",
    ["conditional probabilities"],
    "The probability of an event given that another occurred: the probability of both, divided by that of the one that is given."
  ),
  define(
    "probability",
    "chain rule of probability",
    [],
    "The probability of a sequence is the product of each token's probability given all before it. It holds for every distribution, without an assumption."
  ),
  define(
    "probability",
    "independence",
    ["independent"],
    "Two events are independent if knowing one does not change the other's probability. Events of positive probability that exclude each other are not."
  ),
  define(
    "probability",
    "underflow",
    ["underflows"],
    "A number too small for its format becomes zero: in 64 bits, below about 5e-324. Products of many probabilities do; sums of their logarithms do not."
  ),
  define(
    "maximum-likelihood",
    "likelihood",
    ["likelihoods"],
    "The probability of the data as a function of a model's parameters. It is not a distribution over the parameters: it need not sum to one."
  ),
  define(
    "maximum-likelihood",
    "log-likelihood",
    ["log-likelihoods"],
    "The logarithm of the likelihood: a sum over tokens, with its maximum in the same place, and safe from underflow."
  ),
  define(
    "maximum-likelihood",
    "maximum likelihood",
    [],
    "Choosing the parameters under which the data is most probable. For a table of conditional probabilities it is counting and dividing."
  ),
  define(
    "smoothing",
    "prior distribution",
    ["priors"],
    "A distribution over parameters that says what is believed before the data is seen."
  ),
  define(
    "smoothing",
    "posterior",
    ["posteriors"],
    "A distribution over parameters after the data: prior times likelihood, divided by their sum over all parameters."
  ),
  define(
    "smoothing",
    "conjugate prior",
    ["conjugate", "conjugacy"],
    "A prior whose posterior is of the same family, so that learning from data only changes its parameters."
  ),
  define(
    "smoothing",
    "Dirichlet distribution",
    ["Dirichlet"],
    "A distribution over distributions of V outcomes, with a pseudo-count for each outcome. It is conjugate to counting: data adds its counts to the pseudo-counts."
  ),
  define(
    "information",
    "nat",
    ["nats"],
    "The unit of information with natural logarithms: an outcome of probability 1/e has a surprisal of one nat, about 1.44 bits."
  ),
  define(
    "information",
    "bit of information",
    ["bits"],
    "The unit of information with logarithms of base two: an outcome of probability one half has a surprisal of one bit."
  ),
  define(
    "information",
    "surprisal",
    ["surprisals"],
    "Minus the logarithm of an outcome's probability: what it tells the one who expected it with that probability."
  ),
  define(
    "information",
    "entropy",
    ["entropies"],
    "The expected surprisal of a draw from a distribution: how many nats (or bits) its outcome tells us on average."
  ),
  define(
    "information",
    "cross-entropy",
    ["cross-entropies"],
    "The expected surprisal of one who believes a distribution q while outcomes come from p. It is the entropy of p plus the divergence of p from q."
  ),
  define(
    "information",
    "KL divergence",
    ["Kullback–Leibler divergence", "relative entropy"],
    "What it costs, in expected surprisal, to believe q when p is true. Never negative, zero only if they agree, and not symmetric."
  ),
  define(
    "information",
    "Jensen–Shannon divergence",
    ["Jensen–Shannon"],
    "The mean divergence of two distributions from their average: symmetric, finite, and at most one bit."
  ),
  define(
    "information",
    "Gibbs’ inequality",
    ["Gibbs' inequality"],
    "Cross-entropy is at least entropy: no belief about p does better on average than p itself."
  ),
  define(
    "perplexity",
    "perplexity",
    ["perplexities"],
    "The exponential of the cross-entropy in nats per token: among how many equally likely tokens one would be as unsure."
  ),
  define(
    "perplexity",
    "bits per character",
    [],
    "The surprisal of a text in bits, divided by its number of characters. It does not depend on how the text was cut into tokens."
  ),
  define(
    "perplexity",
    "bits per byte",
    [],
    "The surprisal of a text in bits, divided by its bytes in UTF-8. The one measure that models with different tokens and alphabets share."
  ),
  define(
    "sampling",
    "logit",
    ["logits"],
    "An unnormalized log-probability. Adding the same number to all logits changes nothing."
  ),
  define(
    "sampling",
    "softmax",
    [],
    "The function that turns logits into probabilities: exponentials, divided by their sum."
  ),
  define(
    "sampling",
    "temperature",
    ["temperatures"],
    "What logits are divided by before the softmax: below one the likely becomes likelier, above one all draw level."
  ),
  define(
    "sampling",
    "greedy decoding",
    ["greedy"],
    "Always taking the likeliest token: the limit of temperature zero."
  ),
  define(
    "sampling",
    "inverse CDF",
    ["inverse transform sampling"],
    "Drawing by a uniform number: walk along the cumulative probabilities and take the first outcome that passes it."
  ),
  define("sampling", "top-k", [], "Keeping the k likeliest tokens before drawing."),
  define(
    "sampling",
    "top-p",
    ["nucleus sampling"],
    "Keeping the fewest likeliest tokens that together have at least probability p."
  ),
  define(
    "sampling",
    "min-p",
    [],
    "Keeping the tokens with at least a given share of the likeliest token's probability."
  ),
  define(
    "sampling",
    "typical sampling",
    [],
    "Keeping the tokens whose surprisal is nearest to the entropy of the distribution, until they have enough probability."
  ),
  define(
    "sampling",
    "repetition penalty",
    ["presence penalty", "frequency penalty"],
    "A rule that lowers the logits of tokens that the text has already."
  )
];
