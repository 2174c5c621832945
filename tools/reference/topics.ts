import {curriculum} from "../../lib/curriculum.js";
import {nameOf} from "../nameOf.js";
import type {Entry} from "./entry.js";

/** A page of the reference. */
export interface Topic {
  /** The last part of its address. */
  readonly slug: string;
  readonly title: string;
  /** A sentence on what is there. */
  readonly lede: string;
  /** What is told on it: files by how their names begin. */
  readonly folders: readonly string[];
}

const parts: readonly Topic[] = [
  {
    slug: "reactive",
    title: "Pipelines",
    lede: "Runs as streams: from data to batches, training and measured frames, forward, backward, in a worker, and until somebody stops them.",
    folders: ["lib/reactive/"]
  },
  {
    slug: "core",
    title: "Keys, numbers, trees, settings",
    lede: "What everything stands on: random numbers from explicit keys, sums and logarithms that stay exact, nested states as trees, and settings that describe themselves.",
    folders: ["lib/core/", "lib/curriculum.ts"]
  },
  {
    slug: "text",
    title: "Texts and tasks",
    lede: "From texts to batches: corpora, vocabularies, windows and documents, what is held out, and tasks with known answers.",
    folders: ["lib/text/"]
  },
  {
    slug: "tokenizers",
    title: "Tokenizers",
    lede: "Byte-level BPE, WordPiece, Unigram and characters: learned, applied, streamed, and read from the files of others.",
    folders: ["lib/tokenizers/"]
  },
  {
    slug: "scalar",
    title: "Automatic differentiation of numbers",
    lede: "Graphs of single numbers, small enough to look at: derivatives forward and backward, neurons and layers.",
    folders: ["lib/autodiff/scalar/"]
  },
  {
    slug: "tensor",
    title: "Tensors",
    lede: "Arrays of numbers of one type and a shape: made, read, printed, compared and kept.",
    folders: ["lib/tensor/"]
  },
  {
    slug: "autodiff",
    title: "Operations and their gradients",
    lede: "Every operation on tensors with its derivative, and the transformations of functions that use them.",
    folders: ["lib/autodiff/"]
  },
  {
    slug: "kernels",
    title: "Kernels and threads",
    lede: "The loops below the operations: in plain TypeScript, in WebAssembly, and on several threads.",
    folders: ["lib/kernels/"]
  },
  {
    slug: "nn",
    title: "Layers and networks",
    lede: "Initializers, layers, recurrent cells, attention and transformers, each as parameters and a pure function of them.",
    folders: ["lib/nn/"]
  },
  {
    slug: "optim",
    title: "Optimizers and schedules",
    lede: "Gradient transformations that chain, and learning rates as functions of the step.",
    folders: ["lib/optim/"]
  },
  {
    slug: "lm",
    title: "Language models",
    lede: "What models of text share: training and its measures, and how a transformer is evaluated, read and written with.",
    folders: ["lib/lm/"]
  },
  {
    slug: "decode",
    title: "Writing",
    lede: "From probabilities to text: temperature, truncation, penalties, beams, speculation, and watermarks that say who wrote.",
    folders: ["lib/decode/"]
  },
  {
    slug: "io",
    title: "Files",
    lede: "Checkpoints, safetensors and other formats, read with all that can be wrong in them and written bit for bit.",
    folders: ["lib/io/"]
  },
  {
    slug: "interop",
    title: "Other engines",
    lede: "Models to and from GGUF and Hugging Face’s directories.",
    folders: ["lib/interop/"]
  }
];

/** The stages that the library has, each with a page of its own. */
const stages = (entries: readonly Entry[]): readonly Topic[] =>
  curriculum
    .filter(({slug}) => entries.some(({file}) => file.startsWith(`lib/stages/${slug}/`)))
    .map(({slug, number, title}) => ({
      slug: `stage-${nameOf(slug)}`, // a folder of the library may have its name
      title: `Stage ${number}: ${title}`,
      lede: "The stage as a pipeline opens it, and what its sections build on.",
      folders: [`lib/stages/${slug}/`]
    }));

/**
 * The pages of the reference in their order, each with what it tells; an export belongs to the longest folder that has its file.
 *
 * @throws Error for an export that no page tells.
 */
export function topicsOf(entries: readonly Entry[]): readonly (readonly [Topic, readonly Entry[]])[] {
  const topics = [...parts, ...stages(entries)];
  const prefixOf = (file: string): string => {
    const fitting = topics.flatMap(({folders}) => folders.filter((folder) => file.startsWith(folder)));
    const [longest] = fitting.sort((a, b) => b.length - a.length);
    if (longest === undefined)
      throw new Error(`the reference: no page tells ${file}; give its folder to one in topics.ts`);
    return longest;
  };
  return topics.map((topic) => [topic, entries.filter(({file}) => topic.folders.includes(prefixOf(file)))] as const);
}
