/** One turn of a backpropagation through a chain: a step forward, a step that is repeated, or a step back. */
export interface ChainTurn {
  readonly kind: "forward" | "again" | "back";
  /** Forward, x[step] is made of x[step − 1]; back, the gradient of x[step − 1] of that of x[step]. */
  readonly step: number;
}

/** From which turn on, and until which, a value is in memory. */
interface Stay {
  readonly layer: number;
  readonly from: number;
  readonly until: number;
  /** It is kept from the forward pass on because a segment begins with it. */
  readonly kept: boolean;
}

export interface ChainPlan {
  readonly turns: readonly ChainTurn[];
  readonly stays: readonly Stay[];
  /** Values in memory during each turn. */
  readonly inMemory: readonly number[];
  readonly peak: number;
  /** Steps that are computed a second time. */
  readonly again: number;
}

/**
 * Backpropagation through x₀ → x₁ → … → x_L in segments of k steps (Chen et al. 2016). The first value of each segment is
 * kept; those inside are forgotten and made again when the gradient comes back. The last segment is kept whole: its
 * values are needed at once. So k = L, like k = 1, keeps everything. x_L goes straight to the loss.
 */
export function chainPlan(steps: number, size: number): ChainPlan {
  const k = Math.min(size, steps);
  const starts = Array.from({length: Math.ceil(steps / k)}, (_, i) => i * k);
  const last = starts.at(-1)!;
  const turns: ChainTurn[] = [];
  const stays: Stay[] = [];
  const open = new Map<number, {readonly from: number; readonly kept: boolean}>();
  const make = (layer: number, kept: boolean) => open.set(layer, {from: turns.length, kept});
  const drop = (layer: number) => {
    const begun = open.get(layer);
    if (begun === undefined) return;
    stays.push({layer, ...begun, until: turns.length});
    open.delete(layer);
  };
  make(0, true);
  for (let step = 1; step <= steps; step++) {
    turns.push({kind: "forward", step});
    if (step < steps) make(step, step % k === 0);
    if ((step - 1) % k !== 0 && step - 1 < last) drop(step - 1);
  }
  for (const start of [...starts].reverse()) {
    const end = Math.min(start + k, steps);
    if (start !== last)
      for (let step = start + 1; step < end; step++) {
        turns.push({kind: "again", step});
        make(step, false);
      }
    for (let step = end; step > start; step--) {
      turns.push({kind: "back", step});
      drop(step - 1);
    }
  }
  const inMemory = turns.map((_, turn) => stays.filter(({from, until}) => from <= turn && turn < until).length);
  return {
    turns,
    stays,
    inMemory,
    peak: Math.max(...inMemory),
    again: turns.filter(({kind}) => kind === "again").length
  };
}
