import {defer, catchError, tap, type MonoTypeOperatorFunction} from "rxjs";
import {LibraryError, type Finding} from "../core/errors.js";
import type {Frame} from "../core/stage.js";
import {isTensor, shapeText} from "../core/tensorData.js";
import {leaves} from "../core/tree.js";
import {StageError} from "./stageError.js";

/** A run that stopped because a number of it was NaN or infinite. */
export class NotFiniteError<F = unknown> extends LibraryError {
  override readonly code = "LLMFP_NOT_FINITE";
  readonly step: number;
  /** Where the number is, such as `params.layers.0.weight`; of a step that named it itself, the parameters that it blames. */
  readonly path: string;
  /** The last frame before, all of whose numbers were finite: to look at, or to go on from in another way. */
  readonly lastGood: F | undefined;
  constructor(step: number, path: string, value: string, lastGood: F | undefined, options?: ErrorOptions) {
    const good = (lastGood as {readonly step?: number} | undefined)?.step;
    const findings: readonly Finding[] = [
      {name: "step", value: String(step)},
      {name: "path", value: path === "" ? "(the root)" : path},
      {name: "value", value},
      {name: "last good step", value: good === undefined ? "none" : String(good)}
    ];
    super("allFinite", "all numbers of a run are finite", findings, HINT, options);
    this.step = step;
    this.path = path;
    this.lastGood = lastGood;
  }
}

const HINT = "go on from the error's lastGood with a smaller learning rate, or clip gradients";

/** What is not finite in a leaf of a tree, in words; undefined if all is well. Of tensors and arrays, the first number. */
function fault(leaf: unknown): string | undefined {
  if (typeof leaf === "number") return Number.isFinite(leaf) ? undefined : String(leaf);
  const tensor = isTensor(leaf) ? leaf : undefined;
  const data = tensor?.data ?? leaf;
  if (!(data instanceof Float32Array || data instanceof Float64Array)) return undefined;
  for (let i = 0; i < data.length; i++)
    if (!Number.isFinite(data[i]))
      return `${data[i]} at position ${i}${tensor === undefined ? "" : ` of ${shapeText(tensor.shape)}`}`;
  return undefined;
}

/** What a step says that found the number itself: the parameters that it blames, and what happened. */
function blamed(error: unknown): {readonly param: string; readonly op: string} | undefined {
  const cause: unknown = error instanceof StageError ? error.cause : undefined;
  if (!(cause instanceof LibraryError) || cause.name !== "NaNError") return undefined;
  const {param, op} = cause as LibraryError & {readonly param: string; readonly op: string}; // as every NaNError has
  return {param, op};
}

/**
 * Passes frames while all numbers of what is looked at are finite. The first NaN or infinity ends the run with an error that
 * names the step and the path of the number, and has the last frame that was good. A step that throws a NaNError itself
 * becomes such an error too.
 *
 * @param of - the tree that is looked at: numbers, typed arrays and tensors in records and lists. The frame's metrics and
 * state unless it is named; to look at the metrics measures them.
 */
export const allFinite =
  <S, M>(
    of: (frame: Frame<S, M>) => unknown = ({metrics, state}) => ({metrics, state})
  ): MonoTypeOperatorFunction<Frame<S, M>> =>
  (frames) =>
    defer(() => {
      let good: Frame<S, M> | undefined;
      return frames.pipe(
        catchError((error: unknown) => {
          const {param, op} = blamed(error) ?? {};
          if (param === undefined) throw error;
          throw new NotFiniteError((error as StageError).step, param, `what came from ${op}`, good, {cause: error});
        }),
        tap((frame) => {
          for (const [path, leaf] of leaves<unknown>(of(frame))) {
            const value = fault(leaf);
            if (value !== undefined) throw new NotFiniteError(frame.step, path, value, good);
          }
          good = frame;
        })
      );
    });
