import {madd, splat} from "./lanes";

/** The settings come in float64: 1 − b2 from a rounded b2 would be wrong in its fifth digit. */
export function adamw(
  n: i32, lr: f64, b1: f64, b2: f64, eps: f64, decay: f64, c1: f64, c2: f64,
  p: usize, m: usize, v: usize, g: usize, p1: usize, m1: usize, v1: usize
): void {
  const keepMean = splat(<f32>b1);
  const newMean = splat(<f32>(1 - b1));
  const keepSquare = splat(<f32>b2);
  const newSquare = splat(<f32>(1 - b2));
  const fixSquare = splat(<f32>c2);
  const floor = splat(<f32>eps);
  const rate = splat(<f32>(lr * c1));
  const keep = splat(<f32>(1 - lr * decay));
  for (const end = p + <usize>n * 4; p < end; p += 16, m += 16, v += 16, g += 16, p1 += 16, m1 += 16, v1 += 16) {
    const slope = v128.load(g);
    const mean = madd(newMean, slope, f32x4.mul(keepMean, v128.load(m)));
    const square = madd(f32x4.mul(newSquare, slope), slope, f32x4.mul(keepSquare, v128.load(v)));
    v128.store(m1, mean);
    v128.store(v1, square);
    const root = f32x4.add(f32x4.sqrt(f32x4.mul(square, fixSquare)), floor);
    v128.store(p1, f32x4.sub(f32x4.mul(v128.load(p), keep), f32x4.div(f32x4.mul(rate, mean), root)));
  }
}
