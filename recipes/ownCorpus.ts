/** A corpus of your own: the text files that are named, read as text or refused with what is wrong, counted in words, and written on. */
import {readFileSync} from "node:fs";
import {generate, key, readText, run, temperature, ticks} from "llm-first-principles";
import {kneserNey, logProbs, markov} from "llm-first-principles/stages/markov";
import {lastValueFrom} from "rxjs";

const readme = "node_modules/llm-first-principles/README.md";
const files = process.argv.length > 2 ? process.argv.slice(2) : [readme];
const corpus = files.map((name) => readText(readFileSync(name), {name})).join("\n");

const config = {corpus, tokenizer: "words", order: 2} as const;
const {step, state, metrics} = await lastValueFrom(ticks().pipe(run(markov, config)));
console.log("steps", step, "tokens", state.tokens, "perplexity", metrics.validationPerplexity.toFixed(0));

const {tokenizer} = markov(config);
const model = kneserNey()(state);
const written = generate({
  predict: (context) => logProbs(model, context),
  prompt: [],
  length: 40,
  rule: temperature(0.8),
  key: key(1)
});
console.log(tokenizer.decode(Array.from(written, ({token}) => token)));
