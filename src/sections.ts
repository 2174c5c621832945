export interface Section {
  /** The name of its file and of its address; `index` opens the stage. */
  readonly slug: string;
  readonly title: string;
}

const section = (slug: string, title: string): Section => ({slug, title});

/** The sections of each stage by the stage's slug, in the order of the book: the only list of them. */
export const sections: Readonly<Record<string, readonly Section[]>> = {
  "01-markov": [
    section("index", "Markov chains"),
    section("probability", "Probability"),
    section("language-models", "The language modeling problem"),
    section("maximum-likelihood", "Maximum likelihood"),
    section("smoothing", "Smoothing"),
    section("information", "Information"),
    section("perplexity", "Perplexity"),
    section("sampling", "Sampling"),
    section("implementation", "Implementation"),
    section("trade-offs", "Trade-offs"),
    section("why-neural", "Why neural networks"),
    section("mistakes", "Common mistakes"),
    section("exercises", "Exercises")
  ],
  "02-autodiff": [
    section("index", "Automatic differentiation"),
    section("derivatives", "What is a derivative"),
    section("rules", "Derivative rules"),
    section("chain-rule", "The chain rule"),
    section("graphs", "Computational graphs"),
    section("modes", "Forward and reverse mode"),
    section("autograd", "Autograd from scratch"),
    section("tensors", "From scalars to tensors"),
    section("testing", "Testing gradients"),
    section("fast", "How it is fast"),
    section("mistakes", "Common mistakes"),
    section("exercises", "Exercises")
  ]
};
