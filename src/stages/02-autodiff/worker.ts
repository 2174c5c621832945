/** What runs in the worker of stage 2: training of networks made of scalars. */
import {hash, serve, served, type Frame} from "/lib/index.js";
import {
  gradientsOf,
  scalarMlp,
  type HeldOutPoints,
  type LabeledPoint,
  type ScalarMlpConfig,
  type ScalarMlpMetrics,
  type ScalarMlpState
} from "/lib/stages/autodiff.js";

/** What a page draws of a network: its numbers, and the gradient of the mean loss over all training points. */
interface NetworkView {
  readonly params: ScalarMlpState["params"];
  readonly gradients: ScalarMlpState["params"];
  readonly hash: string;
  readonly train: readonly LabeledPoint[];
  readonly held: readonly LabeledPoint[];
}

const view = ({train, held}: HeldOutPoints, config: ScalarMlpConfig) => {
  const gradientsAt = gradientsOf(config);
  return ({state}: Frame<ScalarMlpState, ScalarMlpMetrics>): NetworkView => ({
    params: state.params,
    gradients: gradientsAt(state.params, train).gradients,
    hash: hash(state),
    train,
    held
  });
};

/** States are small, so that every step of a run is remembered, and scrubbing computes nothing. */
const SNAPSHOTS = 1024;

const stages = {scalarMlp: served(scalarMlp, view, {memory: {snapshots: SNAPSHOTS}})};

serve(self, stages);
