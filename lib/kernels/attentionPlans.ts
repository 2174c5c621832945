import {FLOAT, PACKED, WORTH_PRODUCT, type Arguments, type Memory, type Plan} from "./plan.js";

/** What attention has for each key, beside what it packs. */
const PER_KEY = 256;

/** Heads of queries that share one head of keys are a unit: the gradients of its keys are their sum. */
const attentionUnits = ([batch, , kvHeads]: readonly number[]): number => batch! * kvHeads!;
const attentionPays = ([batch, heads, , queryLen, keyLen, dim]: readonly number[]): boolean =>
  batch! * heads! * queryLen! * keyLen! * dim! >= WORTH_PRODUCT;
const attentionScratch = (args: readonly number[]): number => PACKED + PER_KEY * args[4]!;

/** Calls f for the parts of a run of units that lie in one batch, or are whole batches. */
function eachBatch(
  kvHeads: number,
  from: number,
  to: number,
  f: (batch: number, batches: number, head: number, heads: number) => void
): void {
  for (let at = from; at < to;) {
    const [batch, head] = [Math.floor(at / kvHeads), at % kvHeads];
    const batches = head === 0 ? Math.floor((to - at) / kvHeads) : 0;
    const heads = batches > 0 ? kvHeads : Math.min(kvHeads - head, to - at);
    f(batch, Math.max(1, batches), head, heads);
    at += Math.max(1, batches) * heads;
  }
}

/** Where a batch and a head begin in the buffers of a layout: bytes from that of queries, of keys, of outputs, of lse. */
function places(
  args: readonly number[],
  {buffer}: Memory
): (batch: number, kvHead: number) => readonly [query: number, key: number, out: number, lse: number] {
  const [, heads, kvHeads, queryLen] = args as [number, number, number, number];
  const strides = new Int32Array(buffer, args[9]!, 9);
  const group = heads / kvHeads;
  const at = (first: number, batch: number, head: number): number =>
    FLOAT * (batch * strides[first]! + head * strides[first + 1]!);
  return (batch, head) => [
    at(0, batch, head * group),
    at(3, batch, head),
    at(6, batch, head * group),
    FLOAT * (batch * heads + head * group) * queryLen
  ];
}

export const attention: Plan<Arguments<"attention">> = {
  units: attentionUnits,
  pays: attentionPays,
  scratch: attentionScratch,
  run: ({attention}, args, from, to, memory) => {
    const [, heads, kvHeads, queryLen, keyLen, dim, causal, window, scale, layout, query, key, value, out, lse] = args;
    const placesOf = places(args, memory);
    eachBatch(kvHeads, from, to, (batch, batches, head, count) => {
      const [q, k, o, l] = placesOf(batch, head);
      const some = (count * heads) / kvHeads;
      attention(
        ...([batches, some, count, queryLen, keyLen, dim, causal, window, scale, layout] as const),
        ...([query + q, key + k, value + k, out + o, lse + l] as const)
      );
    });
  }
};

export const attentionGrad: Plan<Arguments<"attentionGrad">> = {
  units: attentionUnits,
  pays: attentionPays,
  scratch: attentionScratch,
  run: ({attentionGrad}, args, from, to, memory) => {
    const [, heads, kvHeads, queryLen, keyLen, dim, causal, window, scale, layout, query, key, value, ...others] = args;
    const [out, lse, dout, dquery, dkey, dvalue] = others;
    const placesOf = places(args, memory);
    eachBatch(kvHeads, from, to, (batch, batches, head, count) => {
      const [q, k, o, l] = placesOf(batch, head);
      const some = (count * heads) / kvHeads;
      attentionGrad(
        ...([batches, some, count, queryLen, keyLen, dim, causal, window, scale, layout] as const),
        ...([query + q, key + k, value + k, out + o, lse + l, dout + o] as const),
        ...([dquery + q, dkey + k, dvalue + k] as const)
      );
    });
  }
};
