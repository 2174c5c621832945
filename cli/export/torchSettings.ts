import type {LmText} from "llm-first-principles/stages/neural-lm";

/** Settings of a run’s training, as its config has them. */
export interface Training {
  readonly optimizer: string;
  readonly learningRate: number;
  readonly schedule: string;
  readonly warmup: number;
  readonly totalSteps: number;
  readonly weightDecay: number;
  readonly clip: number;
  readonly batchSize: number;
  readonly context: number;
  readonly seed: number;
  readonly validation: number;
  readonly scored: number;
  readonly dropout: number;
}

type Named = Readonly<Record<string, unknown>>;

const MOMENTUM = 0.9; // what `momentum` and `nesterov` keep of their velocity

/** PyTorch’s optimizer of each name, with the settings that the library has by itself. */
const OPTIMIZERS: Readonly<Record<string, Named>> = {
  adamw: {class: "AdamW", betas: [0.9, 0.999], eps: 1e-8},
  adam: {class: "Adam", betas: [0.9, 0.999], eps: 1e-8},
  sgd: {class: "SGD"},
  momentum: {class: "SGD", momentum: MOMENTUM},
  nesterov: {class: "SGD", momentum: MOMENTUM, nesterov: true},
  adagrad: {class: "Adagrad", eps: 1e-10},
  rmsprop: {class: "RMSprop", alpha: 0.99, eps: 1e-8},
  nadam: {class: "NAdam", betas: [0.9, 0.999], eps: 1e-8, momentum_decay: 0.004}
};

/** Whether PyTorch has the optimizer; `lion` and `muon` are not in its older versions, and become AdamW. */
export const isTorchs = (optimizer: string): boolean => optimizer in OPTIMIZERS;

/** What `train.py` is told of a run: `training/settings.json`. */
export function torchSettings(
  training: Training,
  {step, documents}: {readonly step: number; readonly documents: LmText["documents"]}
): Named {
  const {optimizer, learningRate, weightDecay, clip} = training;
  return {
    step,
    optimizer: {...(OPTIMIZERS[optimizer] ?? OPTIMIZERS["adamw"]), lr: learningRate, weight_decay: weightDecay},
    schedule: {
      kind: training.schedule,
      learning_rate: learningRate,
      warmup: training.warmup,
      total_steps: training.totalSteps
    },
    clip: Number.isFinite(clip) ? clip : null,
    batch_size: training.batchSize,
    context: training.context,
    seed: training.seed,
    validation: training.validation,
    scored: training.scored,
    documents: documents ?? null
  };
}

/** How `accelerate` shards a model of this kind over the cards of one machine. */
export const fsdpConfig = (layer: string): string => `compute_environment: LOCAL_MACHINE
distributed_type: FSDP
mixed_precision: 'no'
num_machines: 1
num_processes: 8
machine_rank: 0
main_training_function: main
use_cpu: false
fsdp_config:
  fsdp_version: 1
  fsdp_auto_wrap_policy: TRANSFORMER_BASED_WRAP
  fsdp_transformer_layer_cls_to_wrap: ${layer}
  fsdp_sharding_strategy: FULL_SHARD
  fsdp_state_dict_type: FULL_STATE_DICT
  fsdp_backward_prefetch: BACKWARD_PRE
  fsdp_cpu_ram_efficient_loading: true
  fsdp_sync_module_states: true
  fsdp_use_orig_params: true
  fsdp_offload_params: false
`;
