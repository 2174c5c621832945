import {real, whole} from "../../core/check.js";
import {bytesOf} from "./bytesOf.js";
import type {Origin} from "../moment.js";

/** How much of a run is remembered. It changes how long an answer takes, never the answer. */
export interface Memory<State> {
  /** How many states at most. Default 64. */
  readonly snapshots?: number;
  /** How many bytes of states at most. Default 128 MiB. */
  readonly bytes?: number;
  /** Bytes of a state; the default counts what it holds. */
  readonly sizeOf?: (state: State) => number;
}

/** A memory whose fields are all given and checked. */
export function memoryOf<S>({snapshots = 64, bytes = 128 * 1024 * 1024, sizeOf = bytesOf}: Memory<S> = {}): Required<
  Memory<S>
> {
  whole("memory.snapshots", snapshots, {least: 1});
  real("memory.bytes", bytes, {above: 0, most: Infinity});
  return {snapshots, bytes, sizeOf};
}

/** States at even distances since the first; the distance doubles whenever they outgrow the memory. */
interface Snapshots<S> {
  readonly offer: (step: number, state: S) => void;
  /** The last one not after `step`. */
  readonly nearest: (step: number) => Origin<S>;
  readonly count: () => number;
}

/** Remembers the origin, and what it is offered where the next snapshot is due. The origin is never forgotten. */
export function snapshots<S>(origin: Origin<S>, {snapshots: most, bytes, sizeOf}: Required<Memory<S>>): Snapshots<S> {
  let kept = [{...origin, size: sizeOf(origin.state)}];
  let held = kept[0]!.size;
  let stride = 1;
  return {
    offer: (step, state) => {
      if (step !== origin.step + kept.length * stride) return;
      const size = sizeOf(state);
      kept.push({step, state, size});
      held += size;
      while (kept.length > 1 && (kept.length > most || held > bytes)) {
        kept = kept.filter((_, i) => i % 2 === 0);
        held = kept.reduce((sum, snapshot) => sum + snapshot.size, 0);
        stride *= 2;
      }
    },
    nearest: (step) => kept[Math.min(kept.length - 1, Math.floor((step - origin.step) / stride))]!,
    count: () => kept.length
  };
}
