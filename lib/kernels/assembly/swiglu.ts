// silu(gate)·up and its gradient.
import {sigmoid4} from "./math";
import {siluSlope4} from "./slopes";

export function swiglu(n: i32, gate: usize, up: usize, y: usize): void {
  for (const end = y + ((<usize>n + 3) >> 2 << 4); y < end; gate += 16, up += 16, y += 16) {
    const g = v128.load(gate);
    v128.store(y, f32x4.mul(f32x4.mul(g, sigmoid4(g)), v128.load(up)));
  }
}

export function swigluGrad(n: i32, gate: usize, up: usize, dy: usize, dgate: usize, dup: usize): void {
  const bytes = (<usize>n + 3) >> 2 << 4;
  for (let o: usize = 0; o < bytes; o += 16) {
    const g = v128.load(gate + o);
    const d = v128.load(dy + o);
    const s = sigmoid4(g);
    v128.store(dgate + o, f32x4.mul(f32x4.mul(d, v128.load(up + o)), siluSlope4(g, s)));
    v128.store(dup + o, f32x4.mul(f32x4.mul(d, g), s));
  }
}
