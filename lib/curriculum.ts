/** One stage of the book. Its number and slug never change: they are in addresses. */
export interface CurriculumStage {
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly spiral: Spiral;
  /** The question that the stage answers. */
  readonly question: string;
  /** Numbers of the stages that a reader should know first. */
  readonly prerequisites: readonly number[];
}

/** The parts of the book, each of which takes up the one before it. */
export type Spiral = "Foundations" | "Transformers" | "Craft" | "Making it fast" | "Modern practice" | "Capstone";

const stage = (
  number: number,
  slug: string,
  title: string,
  spiral: Spiral,
  question: string,
  ...prerequisites: readonly number[]
): CurriculumStage => ({number, slug, title, spiral, question, prerequisites});

/**
 * All stages, in the order of the book, and the capstone as the nineteenth: the only list of them. Stage 0 is the prelude,
 * which has pages and nothing of its own in the library; no stage asks for it, because most readers know what it says.
 */
export const curriculum: readonly CurriculumStage[] = [
  stage(0, "00-prelude", "Prelude", "Foundations", "What should we know before we begin?"),
  stage(1, "01-markov", "Markov chains", "Foundations", "How far does counting get us?"),
  stage(2, "02-autodiff", "Automatic differentiation", "Foundations", "How does a program know its own slope?"),
  stage(
    3,
    "03-neural-lm",
    "Neural language models",
    "Foundations",
    "What if similar contexts could share what they know?",
    1,
    2
  ),
  stage(4, "04-optimization", "Optimization", "Foundations", "Which way is down, and how far should a step go?", 2, 3),
  stage(5, "05-attention", "Attention", "Transformers", "How does a token find the others that matter to it?", 3),
  stage(
    6,
    "06-transformer",
    "The transformer",
    "Transformers",
    "What is left when everything is attention and addition?",
    4,
    5
  ),
  stage(7, "07-tokenization", "Tokenization", "Craft", "What are the atoms of a text?", 1),
  stage(8, "08-training-dynamics", "Training dynamics", "Craft", "How do we see that a run goes wrong, and why?", 4, 6),
  stage(9, "09-fine-tuning", "Fine-tuning", "Craft", "How little must change for a model to learn something new?", 6),
  stage(10, "10-alignment", "Alignment", "Craft", "How do preferences become gradients?", 9),
  stage(11, "11-memory", "Memory", "Making it fast", "Where do the bytes go, and which can be computed again?", 6),
  stage(
    12,
    "12-flash-attention",
    "Flash attention",
    "Making it fast",
    "Can attention be exact without its matrix?",
    5,
    11
  ),
  stage(13, "13-distributed", "Distributed training", "Making it fast", "How do many machines take one step?", 8, 11),
  stage(
    14,
    "14-architectures",
    "Architectures",
    "Making it fast",
    "Which parts of the transformer can be replaced?",
    6
  ),
  stage(15, "15-inference", "Inference", "Modern practice", "How does a trained model answer quickly?", 6),
  stage(16, "16-quantization", "Quantization", "Modern practice", "How few bits does a weight need?", 11),
  stage(
    17,
    "17-interpretability",
    "Interpretability",
    "Modern practice",
    "What did the model learn, and where is it?",
    6
  ),
  stage(18, "18-evaluation", "Evaluation", "Modern practice", "How do we know that a model is better?", 8),
  stage(19, "capstone", "Capstone", "Capstone", "Can we build all of it, from a text to a tuned model?", 7, 8, 9, 10)
];
