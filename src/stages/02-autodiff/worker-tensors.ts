/** What runs in the worker that trains on tensors: of a state, a page sees the fingerprint. */
import {hash, serve, served, type Frame} from "/lib/index.js";
import {tensorMlp, type TensorMlpMetrics, type TensorMlpState} from "/lib/stages/autodiff/tensors.js";

const view =
  () =>
  ({state}: Frame<TensorMlpState, TensorMlpMetrics>): string =>
    hash(state);

const stages = {tensorMlp: served(tensorMlp, view)};

serve(self, stages);
