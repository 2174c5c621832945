/** Activations as functions of one number, each with its slope. */
import {erf, exp, tanh} from "/lib/index.js";

export const BENDS = ["tanh", "relu", "gelu", "silu", "sigmoid"] as const;
export type Bend = (typeof BENDS)[number];

interface Curve {
  readonly at: (z: number) => number;
  readonly slope: (z: number) => number;
  /** As a formula of z. */
  readonly text: string;
}

const ROOT_HALF = 0.7071067811865476;
const ONE_BY_ROOT_2PI = 0.3989422804014327;

const sigmoid = (z: number): number => (z >= 0 ? 1 / (1 + exp(-z)) : exp(z) / (1 + exp(z)));
const below = (z: number): number => 0.5 * (1 + erf(z * ROOT_HALF)); // Φ, the part of a normal distribution below z

export const bends: Readonly<Record<Bend, Curve>> = {
  tanh: {at: tanh, slope: (z) => 1 - tanh(z) * tanh(z), text: "tanh z"},
  relu: {at: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0), text: "max(0, z)"},
  gelu: {
    at: (z) => z * below(z),
    slope: (z) => below(z) + z * ONE_BY_ROOT_2PI * exp(-0.5 * z * z),
    text: "z · Φ(z)"
  },
  silu: {
    at: (z) => z * sigmoid(z),
    slope: (z) => sigmoid(z) * (1 + z * (1 - sigmoid(z))),
    text: "z · σ(z)"
  },
  sigmoid: {at: sigmoid, slope: (z) => sigmoid(z) * (1 - sigmoid(z)), text: "σ(z) = 1 / (1 + e⁻ᶻ)"}
};
