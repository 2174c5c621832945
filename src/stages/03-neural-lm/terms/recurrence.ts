import {define} from "../../../components/stage.js";

/** Networks that remember. */
export const recurrence = [
  define(
    "recurrence",
    "recurrent network",
    ["recurrent networks", "RNN", "RNNs"],
    "A network that reads a text token by token, and at each one makes a new memory out of the last memory and what it reads, by the same weights."
  ),
  define(
    "recurrence",
    "backpropagation through time",
    ["BPTT"],
    "Reverse mode on a recurrent network that is unrolled along a text: slopes go back from each step to the one before, and a weight's gradient is the sum over all steps."
  ),
  define(
    "recurrence",
    "truncated backpropagation",
    ["truncated BPTT"],
    "Backpropagation through time that ends at the border of a segment: what is remembered is carried over it, and no gradient is."
  ),
  define(
    "recurrence",
    "LSTM",
    ["LSTMs", "long short-term memory"],
    "A recurrent cell with a memory that is kept by a gate, and added to instead of replaced, so that gradients can travel far along it."
  ),
  define(
    "recurrence",
    "GRU",
    ["GRUs", "gated recurrent unit"],
    "A recurrent cell that keeps a share of its memory and fills up the rest with something new, the share decided by a gate."
  ),
  define(
    "recurrence",
    "spectral norm",
    ["spectral norms"],
    "The largest factor by which a matrix stretches any vector: its largest singular value."
  )
];
