/** Taking a model along: a small Llama is trained, and written as a directory of Hugging Face's and as a GGUF file. */
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {run, ticks} from "llm-first-principles";
import {readGguf, readHuggingFace, writeGguf, writeHuggingFace} from "llm-first-principles/interop";
import {transformerLm} from "llm-first-principles/stages/transformer";
import {argmax, tensor, toNested, type Tensor} from "llm-first-principles/tensor";
import {transformer} from "llm-first-principles/transformer";
import {elementAt, lastValueFrom} from "rxjs";

const corpus = readFileSync("node_modules/llm-first-principles/README.md", "utf8");
const config = {corpus, tokens: "subwords", vocabSize: 300, context: 32, width: 32, layers: 2, heads: 4} as const;
const {state, metrics} = await lastValueFrom(ticks().pipe(run(transformerLm, config), elementAt(40)));
console.log("bits per byte", metrics.validationBitsPerByte.toFixed(3));

const {tokenizer, transformer: model} = transformerLm(config);
const directory = writeHuggingFace({config: model.config, params: state.params, tokenizer});
mkdirSync("model", {recursive: true});
for (const [name, bytes] of directory) writeFileSync(`model/${name}`, bytes);
writeFileSync("model.gguf", writeGguf({config: model.config, params: state.params, tokenizer, name: "mine"}));
console.log("files", [...directory.keys()].sort().join(" "));

/** What comes back is the same model: it expects the same token after each of these. */
const ids = tensor([Array.from(tokenizer.encode("the library is a function").subarray(0, 16))], "int32");
const expects = (logits: Tensor): string => JSON.stringify(toNested(argmax(logits, -1)));
const here = expects(model.apply(state.params, ids));
const read = new Map([...directory.keys()].map((name) => [name, new Uint8Array(readFileSync(`model/${name}`))]));
for (const back of [readHuggingFace(read), readGguf(readFileSync("model.gguf"))])
  console.log("same", expects(transformer(back.config).apply(back.params, ids)) === here);
