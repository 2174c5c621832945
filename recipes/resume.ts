/** Resuming: a run is saved to a file, taken up again as if by another process, and ends in the same bits as one that never stopped. */
import {readFileSync, renameSync, writeFileSync} from "node:fs";
import {hash, run, ticks} from "llm-first-principles";
import {neuralBigram} from "llm-first-principles/stages/neural-lm";
import {loadCheckpoint, saveCheckpoint} from "llm-first-principles/tensor";
import {elementAt, lastValueFrom, type Observable} from "rxjs";

const corpus = readFileSync("node_modules/llm-first-principles/README.md", "utf8");
const config = {corpus, seed: 7};
type State = ReturnType<ReturnType<typeof neuralBigram>["model"]>;
const after = <T>(frames: Observable<T>, steps: number): Promise<T> => lastValueFrom(frames.pipe(elementAt(steps)));

const {step, state} = await after(ticks().pipe(run(neuralBigram, config)), 30);
writeFileSync("run.safetensors.new", saveCheckpoint({step, state}));
renameSync("run.safetensors.new", "run.safetensors"); // whoever is killed before this has the file of before
console.log("saved at", step);

const origin = loadCheckpoint(readFileSync("run.safetensors")) as {readonly step: number; readonly state: State};
const resumed = await after(ticks({from: origin.step}).pipe(run(neuralBigram, config, origin)), 20);
console.log("resumed to", resumed.step, resumed.metrics.validationBitsPerCharacter.toFixed(3));

const unbroken = await after(ticks().pipe(run(neuralBigram, config)), 50);
console.log("same bits", hash(resumed.state) === hash(unbroken.state));
