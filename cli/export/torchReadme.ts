import {isTorchs, type Training} from "./torchSettings.js";

/** What a folder for PyTorch says of itself. */
interface TorchFolder {
  /** What the model is called in commands. */
  readonly name: string;
  readonly run: string;
  readonly step: number;
  readonly training: Training;
  readonly headDim: number;
  /** Nats a token and bits a byte of the held-out text. */
  readonly heldOut: {readonly loss: number; readonly bitsPerByte: number; readonly tokens: number};
  readonly hasMoments: boolean;
  readonly hasTokens: boolean;
  /** Why there is no GGUF file; undefined where there is one. */
  readonly withoutGguf: string | undefined;
}

/** Sizes of heads that vLLM’s attention has had kernels for in all its versions. */
const HEADS = [64, 80, 96, 112, 128, 192, 256];

const shell = (...lines: readonly string[]): string => `\`\`\`sh\n${lines.join("\n")}\n\`\`\``;

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join("\n");

/** What is carried over, and what cannot be. */
function carried({training, hasMoments, step}: TorchFolder): readonly string[] {
  const {optimizer, dropout, schedule, warmup, batchSize, context, seed, clip} = training;
  return [
    "The weights are the run’s to the bit, in float32, and so are the tokenizer’s ids, but for texts with characters that it does not know.",
    `The schedule is the run’s (${schedule}, ${warmup} steps of warm-up) and goes on at step ${step}; so are the batch of ${batchSize} rows of ${context} tokens, clipping at ${clip}, and decay.`,
    hasMoments
      ? `What ${optimizer === "adam" ? "Adam" : "AdamW"} remembers of each weight is in training/optimizer.safetensors, so that the first step here is the one that the run would have done from the same batch, but for rounding.`
      : isTorchs(optimizer)
        ? `The optimizer, ${optimizer}, is PyTorch’s of that name and the same settings, but it begins without a memory: only Adam’s and AdamW’s is carried over.`
        : `The run’s optimizer, ${optimizer}, has no counterpart in all versions of PyTorch, so train.py takes AdamW, with the rate of the run: look at it, for ${optimizer} wants another one.`,
    `Batches are drawn by PyTorch’s generator, seeded by ${seed}: they are other batches than the run’s would have been, since its draws are a function of keys that PyTorch does not have.`,
    ...(dropout > 0
      ? [
          `The run drops ${dropout} of what each part adds; a Llama of transformers has no such dropout, and trains without it.`
        ]
      : [])
  ];
}

/** Commands that were made for this model. */
export function torchReadme(folder: TorchFolder): string {
  const {name, run, step, training, heldOut, hasTokens, withoutGguf, headDim} = folder;
  const {context} = training;
  const text = hasTokens ? "" : " --text corpus.txt";
  const most = `${name} reads ${context} tokens at most`;
  return `# ${name}

Step ${step} of the run ${run}, for PyTorch and for what serves models. \`llmfp export\` has written it.

## Look at it

${shell("python3 -m venv .venv", ". .venv/bin/activate", "pip install -r requirements.txt", `python train.py --judge${text}`)}

${
  hasTokens
    ? `The last line says how well the model knows the ${heldOut.tokens} held-out tokens: here it was ${heldOut.loss.toFixed(6)} nats a token, ${heldOut.bitsPerByte.toFixed(4)} bits a byte.`
    : `The run was at ${heldOut.loss.toFixed(6)} nats a token on its held-out text; train.py cuts the text by tokens and not by characters, so its number is near that one. Write the folder with \`--ids\` to compare them.`
}

## Train on

${shell(
  `python train.py${text}`,
  `torchrun --nproc_per_node 8 train.py${text}`,
  `accelerate launch --config_file fsdp.yaml --num_processes 8 train.py${text}`,
  `torchrun --nnodes 2 --nproc_per_node 8 --rdzv_backend c10d --rdzv_endpoint "$HOST:29500" train.py${text}`,
  `accelerate launch --config_file fsdp.yaml --num_machines 2 --machine_rank "$RANK" --main_process_ip "$HOST" --main_process_port 29500 --num_processes 16 train.py${text}`
)}

The first trains in one process, the second with a copy of the model on each of eight cards, the third with its weights, gradients and moments sharded over them (FSDP), and the last two on two machines, each of which runs the command. \`--steps\`, \`--batch-size\` and \`--learning-rate\` change what their names say, and \`--fresh\` forgets the optimizer’s moments. The result is a folder \`trained\`, which \`transformers\`, vLLM and \`llmfp\` read.

In a program of one’s own:

\`\`\`python
from transformers import AutoModelForCausalLM, AutoTokenizer

model = AutoModelForCausalLM.from_pretrained(".")
tokenizer = AutoTokenizer.from_pretrained(".")
\`\`\`

## Serve it

${shell(
  `vllm serve . --served-model-name ${name} --max-model-len ${context} --dtype float32`,
  `curl http://localhost:8000/v1/completions -H 'Content-Type: application/json' -d '{"model": "${name}", "prompt": "The", "max_tokens": ${Math.max(1, Math.min(32, context - 8))}}'`
)}
${
  HEADS.includes(headDim)
    ? ""
    : `\nThe heads of this model have ${headDim} numbers. Versions of vLLM differ in the sizes that their kernels of attention have; all have ${HEADS.join(", ")}. Where vLLM refuses it, \`transformers\` and llama.cpp do not.\n`
}
${
  withoutGguf === undefined
    ? `${shell(`llama-server -m model.gguf -c ${context} --port 8080`, `llama-cli -m model.gguf -c ${context} -n ${Math.max(1, Math.min(100, context - 8))} -no-cnv -p "The"`)}\n\n${most}, so \`-c\` says so.`
    : `There is no model.gguf, since ${withoutGguf}. ${most}.`
}

## What goes along, and what does not

${list(carried(folder))}

## And back

${shell("llmfp eval ./trained held-out.txt", "llmfp sample ./trained --prompt The --length 100")}
`;
}
