import {windowsOf, type SequenceBatch} from "/lib/stages/transformer.js";

/** So many windows of a held-out text, as far apart as it allows, in batches of so many: what models are judged by. */
export function judgedWindows(
  held: ArrayLike<number>,
  {windows, context, atOnce = windows}: {readonly windows: number; readonly context: number; readonly atOnce?: number}
): readonly SequenceBatch[] {
  const place = (i: number): number => Math.floor((i * (held.length - context - 1)) / windows);
  return Array.from({length: windows / atOnce}, (_, batch) =>
    windowsOf(
      held,
      Array.from({length: atOnce}, (_unused, row) => place(batch * atOnce + row)),
      context
    )
  );
}
