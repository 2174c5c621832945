import {snippet} from "./snippet.js";

interface TenLines {
  readonly tokenizer: "characters" | "words";
  readonly order: number;
  readonly method: string;
  readonly batchSize: number;
}

/** The playground's pipeline as the reader would write it in a project, with the present settings. */
const tenLinesCode = ({tokenizer, order, method, batchSize}: TenLines): string => `import {readFileSync} from "node:fs";
import {every, run, ticks} from "llm-first-principles";
import {markov} from "llm-first-principles/stages/markov";

const corpus = readFileSync("text.txt", "utf8");
const config = {corpus, tokenizer: "${tokenizer}", order: ${order}, smoothing: {method: "${method}"}, batchSize: ${batchSize}};

ticks()
  .pipe(run(markov, config), every(10))
  .subscribe(({step, metrics}) => console.log(step, metrics.tokens, metrics.validationBitsPerCharacter.toFixed(3)));`;

/** The same, to look at and to copy. */
export const tenLines = (settings: TenLines): HTMLElement => snippet(tenLinesCode(settings));
