export {
  dtypes,
  isTensor,
  shapeText,
  sizeOf,
  type Dtype,
  type FloatDtype,
  type Numbers,
  type Tensor,
  type TensorArray
} from "./core/tensorData.js";
export {
  ConfigError,
  DeadTensorError,
  DtypeError,
  FormatError,
  LibraryError,
  ShapeError,
  type Fault,
  type Finding
} from "./core/errors.js";
export {brierScore, topKAccuracy} from "./core/accuracy.js";
export {calibration, type Calibration, type CalibrationBin, type CalibrationOptions} from "./core/calibration.js";
export {bijection} from "./core/random/bijection.js";
export {epochs, type EpochsOptions} from "./core/random/epochs.js";
export {integer} from "./core/random/integer.js";
export {fold, key, split as splitKey} from "./core/random/key.js";
export type {Key} from "./core/random/threefry.js";
export {foldTree, leaves, mapTree, zipTree, type Leaf, type Leaves, type Mapped} from "./core/tree.js";
export {within} from "./core/within.js";
export * from "./tensor/make.js";
export * from "./tensor/random.js";
export {peakMemory, type Measured} from "./tensor/peakMemory.js";
export {inRegion, iterate, region} from "./tensor/region.js";
export * from "./tensor/match.js";
export {show} from "./tensor/show.js";
export {tensorFromJson} from "./tensor/tensorFromJson.js";
export {tensorToJson} from "./tensor/tensorToJson.js";
export {engineMode, type EngineMode} from "./kernels/engineMode.js";
export {canBeFast, closeFast, openFast} from "./kernels/fast.js";
export type {ThreadsOptions} from "./kernels/pool.js";
export {closeThreads, openThreads} from "./kernels/threads.js";
export {loadEngine, type WasmKernels} from "./kernels/wasm.js";
export type {
  AttentionInputs,
  BinaryKernels,
  ElementwiseKernel,
  FusedKernels,
  Kernels,
  MovementKernels,
  SlopeKernel,
  SlopeKernels,
  UnaryKernels
} from "./kernels/kernels.js";
export {reference} from "./kernels/reference/reference.js";
export {affine, neg} from "./autodiff/ops/affine.js";
export {add, div, mul, sub} from "./autodiff/ops/binary.js";
export {broadcastTo, sum, type ReduceOptions} from "./autodiff/ops/broadcast.js";
export {cast} from "./autodiff/ops/cast.js";
export * from "./autodiff/ops/compare.js";
export {cumsum, type CumsumOptions} from "./autodiff/ops/cumsum.js";
export type {Operand} from "./autodiff/ops/elementwise.js";
export {maximum, minimum} from "./autodiff/ops/extrema.js";
export * from "./autodiff/ops/gather.js";
export {concat, pad, split, stack} from "./autodiff/ops/join.js";
export {linear, matmul, type MatmulOptions} from "./autodiff/ops/matmul.js";
export {pow} from "./autodiff/ops/pow.js";
export {argmax, logSumExp, max, mean, min, variance} from "./autodiff/ops/reduce.js";
export {expandDims, reshape} from "./autodiff/ops/reshape.js";
export {flip, slice, transpose, type Range} from "./autodiff/ops/strided.js";
export {lowerTriangle, tril, triu} from "./autodiff/ops/triangle.js";
export * from "./autodiff/ops/unary.js";
export {where} from "./autodiff/ops/where.js";
export {gelu, silu, swiglu, type GeluOptions} from "./autodiff/fused/activations.js";
export type {MaskOptions} from "./autodiff/fused/composedAttention.js";
export {attention, attentionPattern, type AttentionOptions} from "./autodiff/fused/attention.js";
export {selfAttention, type SelfAttentionOptions} from "./autodiff/fused/selfAttention.js";
export {crossEntropy, type CrossEntropyOptions} from "./autodiff/fused/crossEntropy.js";
export {layerNorm, rmsNorm, type NormOptions} from "./autodiff/fused/norms.js";
export {rope, type RopeOptions, type RopeVariant} from "./autodiff/fused/rope.js";
export {logSoftmax, softmax} from "./autodiff/fused/softmax.js";
export {checkGrad, type CheckGradOptions, type GradReport} from "./autodiff/checkGrad.js";
export {checkpoint} from "./autodiff/checkpoint.js";
export * from "./autodiff/directions.js";
export {grad, valueAndGrad, type Loss, type ValueAndGrads} from "./autodiff/grad.js";
export * from "./autodiff/jacobian.js";
export * from "./autodiff/nan.js";
export {named, stopGradient} from "./autodiff/tracked.js";
export {trace, type Trace} from "./autodiff/trace.js";
export {additiveAttention, type AdditiveAttentionParams} from "./nn/additiveAttention.js";
export {alibiSlopes} from "./nn/alibiSlopes.js";
export * from "./nn/mixtureOfExperts.js";
export * from "./nn/ropeFrequencies.js";
export * from "./nn/sinusoidalPositions.js";
export {compose} from "./nn/compose.js";
export {dense, type DenseOptions, type DenseParams} from "./nn/dense.js";
export {followedBy} from "./nn/followedBy.js";
export {dropout, type DropoutOptions} from "./nn/dropout.js";
export * from "./nn/initializers.js";
export {lookup, type LookupOptions, type LookupParams} from "./nn/lookup.js";
export {mlp, type MlpOptions, type MlpParams} from "./nn/mlp.js";
export type {Module} from "./nn/module.js";
export * from "./nn/norms.js";
export * from "./nn/recurrent.js";
export {recurrent, restingState, type RecurrentInput, type RecurrentOptions} from "./nn/recurrentLayer.js";
export {residual} from "./nn/residual.js";
export {summary} from "./nn/summary.js";
export {unroll, type Unrolled, type UnrollOptions} from "./nn/unroll.js";
export {parameterless} from "./nn/parameterless.js";
export {sequence} from "./nn/sequence.js";
export {type Selector} from "./core/selector.js";
export {accumulate, type AccumulateState} from "./optim/accumulate.js";
export {addDecayedWeights} from "./optim/addDecayedWeights.js";
export {adamw, adamwChain, adamwInit, type AdamwChainState, type AdamwOptions, type AdamwState} from "./optim/adamw.js";
export {applyUpdates} from "./optim/applyUpdates.js";
export {averageWeights, type AverageState} from "./optim/averageWeights.js";
export {chain} from "./optim/chain.js";
export {clipByGlobalNorm, type ClipOptions} from "./optim/clipByGlobalNorm.js";
export {clipByValue} from "./optim/clipByValue.js";
export {globalNorm} from "./optim/globalNorm.js";
export type {GradientTransformation} from "./optim/gradientTransformation.js";
export {inject, type InjectState} from "./optim/inject.js";
export {freeze, masked} from "./optim/masked.js";
export type {ElementwiseOperation, ElementwiseProgram, ProgramKernel, Register} from "./kernels/elementwiseKernel.js";
export {optimizerStep, stepProgram} from "./optim/optimizerStep.js";
export {momentum, type MomentumOptions, type MomentumState} from "./optim/momentum.js";
export * from "./optim/muon.js";
export {newtonSchulz, type NewtonSchulzOptions} from "./optim/newtonSchulz.js";
export * from "./optim/optimizers.js";
export {partition, type GroupOf, type PartitionState} from "./optim/partition.js";
export {scale, scaleByLearningRate, type StepState} from "./optim/scale.js";
export {scaleByAdagrad, type AdagradOptions, type AdagradState} from "./optim/scaleByAdagrad.js";
export {scaleByAdam, type AdamOptions, type AdamState} from "./optim/scaleByAdam.js";
export {scaleByLion, type LionOptions, type LionState} from "./optim/scaleByLion.js";
export {scaleByNadam, type NadamOptions, type NadamState} from "./optim/scaleByNadam.js";
export {scaleByRms, type RmsOptions, type RmsState} from "./optim/scaleByRms.js";
export {sgd, type SgdOptions, type SgdState} from "./optim/sgd.js";
export * from "./optim/schedules/cycles.js";
export * from "./optim/schedules/decay.js";
export {joinSchedules} from "./optim/schedules/joinSchedules.js";
export {constantSchedule, type Rate, type Schedule} from "./optim/schedules/schedule.js";
export type {Fall} from "./optim/schedules/falling.js";
export * from "./optim/schedules/warmup.js";
export * from "./text/objectives/causalLm.js";
export {maskedLm, type MaskedLmOptions} from "./text/objectives/maskedLm.js";
export type {Aligned, IgnoreOptions, Objective} from "./text/objectives/objective.js";
export * from "./text/objectives/spanCorruption.js";
export {packedBatch, type PackedBatch, type PackedBatchOptions} from "./text/packedBatch.js";
export {paddedBatch, type PaddedBatch, type PaddedBatchOptions} from "./text/paddedBatch.js";
export {
  additionFields,
  additionTask,
  modularAdditionFields,
  modularAdditionTask,
  parityFields,
  parityTask,
  type AdditionConfig,
  type ModularAdditionConfig,
  type ParityConfig
} from "./text/tasks/arithmeticTasks.js";
export {dyckFields, dyckTask, type DyckConfig} from "./text/tasks/dyckTask.js";
export {
  copyTask,
  reverseTask,
  sequenceTaskFields,
  sortTask,
  type SequenceTaskConfig
} from "./text/tasks/sequenceTasks.js";
export type {Example, Task, TaskOf} from "./text/tasks/task.js";
export {twoSumFields, twoSumTask, type TwoSumConfig} from "./text/tasks/twoSumTask.js";
export {loadCheckpoint, saveCheckpoint} from "./io/checkpoint.js";
export {loadInt8, saveInt8} from "./io/int8Weights.js";
export {inspectSafetensors} from "./io/inspectSafetensors.js";
export {readSafetensors} from "./io/readSafetensors.js";
export type {Safetensors, StoredDtype, StoredTensor} from "./io/safetensorsFormat.js";
export {numbersOf, storedOf, tensorOf} from "./io/storedTensor.js";
export {writeSafetensors} from "./io/writeSafetensors.js";
