import {section, type StagePages} from "../../components/stage.js";
import {foundations} from "./terms/foundations.js";
import {chains} from "./terms/chains.js";
import {ngrams} from "./terms/ngrams.js";
import {training} from "./terms/training.js";

export const stage: StagePages = {
  sections: [
    section("index", "Markov chains"),
    section("probability", "Probability"),
    section("language-models", "The language modeling problem"),
    section("maximum-likelihood", "Maximum likelihood"),
    section("information", "Information"),
    section("chains", "Chains"),
    section("perplexity", "Perplexity"),
    section("smoothing", "Smoothing"),
    section("sampling", "Sampling"),
    section("implementation", "Implementation"),
    section("trade-offs", "Trade-offs"),
    section("why-neural", "Why neural networks"),
    section("mistakes", "Common mistakes"),
    section("exercises", "Exercises")
  ],
  terms: [...foundations, ...chains, ...ngrams, ...training]
};
