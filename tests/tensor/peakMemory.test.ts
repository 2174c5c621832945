import {expect, it} from "vitest";
import {checkpoint, grad, mean, ones, peakMemory, region, tanh, type Tensor} from "../../lib/tensor.js";

const x = ones([256, 256]); // 262,144 bytes
const SIZE = 256 * 256 * 4;

it("counts what stands in memory at one moment, and not what came and went before", () => {
  const {result, bytes} = peakMemory(() => region(() => tanh(tanh(tanh(x)))));
  expect(result.shape).toEqual([256, 256]);
  expect(bytes / SIZE).toBeGreaterThanOrEqual(3);
  expect(bytes / SIZE).toBeLessThan(5);
  const small = peakMemory(() => {
    for (let i = 0; i < 10; i++) region(() => tanh(x));
  });
  expect(small.bytes / SIZE).toBeLessThan(3);
  expect(peakMemory(() => 1).bytes).toBe(0);
});

it("sees that checkpoints save memory", () => {
  const chain = (times: number) => (y: Tensor) => Array.from({length: times}).reduce<Tensor>((z) => tanh(z), y);
  const kept = (y: Tensor) => mean(chain(16)(y));
  const segment = checkpoint(chain(4));
  const again = (y: Tensor) => mean(segment(segment(segment(segment(y)))));
  expect(peakMemory(() => grad(again)(x)).bytes).toBeLessThan(0.6 * peakMemory(() => grad(kept)(x)).bytes);
});
