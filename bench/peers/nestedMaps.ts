/** The n-gram model that everybody writes first: a Map of contexts, each a Map of counts. It teaches; ours must be equal. */
export type NestedMaps = Map<string, Map<string, number>>;

/** Counts a text, on top of what was counted before if that is given. */
export function countNested(text: string, order: number, contexts: NestedMaps = new Map()): NestedMaps {
  for (let i = order; i < text.length; i++) {
    const context = text.slice(i - order, i);
    const next = text.charAt(i);
    let counts = contexts.get(context);
    if (counts === undefined) contexts.set(context, (counts = new Map<string, number>()));
    counts.set(next, (counts.get(next) ?? 0) + 1);
  }
  return contexts;
}

/** Mean surprisal of a text in nats per character, with k added to every count. */
export function scoreNested(contexts: NestedMaps, text: string, order: number, vocabSize: number, k = 1): number {
  const totals = new Map<string, number>();
  for (const [context, counts] of contexts) {
    let total = 0;
    for (const count of counts.values()) total += count;
    totals.set(context, total);
  }
  let nats = 0;
  for (let i = order; i < text.length; i++) {
    const context = text.slice(i - order, i);
    const count = contexts.get(context)?.get(text.charAt(i)) ?? 0;
    nats -= Math.log((count + k) / ((totals.get(context) ?? 0) + k * vocabSize));
  }
  return nats / (text.length - order);
}

/** Draws `length` characters after a prompt; starts again from the prompt where a context leads nowhere. */
export function generateNested(
  contexts: NestedMaps,
  prompt: string,
  length: number,
  order: number,
  random: () => number
): string {
  let text = prompt;
  for (let i = 0; i < length; i++) {
    const counts = contexts.get(text.slice(text.length - order));
    if (counts === undefined) {
      text += prompt;
      continue;
    }
    let total = 0;
    for (const count of counts.values()) total += count;
    let u = random() * total;
    for (const [next, count] of counts) {
      u -= count;
      if (u < 0) {
        text += next;
        break;
      }
    }
  }
  return text;
}
