import {exp} from "./exp.js";

/** erf(x) / x - 1 as a polynomial in x², for |x| <= 1; constant first. */
const NEAR = [
  0.1283791670955126, -0.37612638903183754, 0.1128379167095512, -0.02686617064512984, 0.0052239776254232985,
  -0.000854832702193483, 0.00012055332902888736, -1.4925647567519332e-5, 1.6462045441468418e-6, -1.6364642158167616e-7,
  1.4792401209404813e-8, -1.216456005728345e-9, 8.709045129053106e-11, -4.230945824295338e-12
] as const;

/** e^(x²) (1 - erf(x)) as a polynomial in 1 / (x + 2), for 1 <= x <= 6; constant first. */
const FAR = [
  1.2965841302986556e-7, 0.5641795198583508, 1.1287410218432883, 1.9666731458010267, 2.942002658996995,
  1.3493059469349291, 10.649750811070025, -75.31270380198113, 307.4045163965331, -1134.6489834653753, 2937.765363319682,
  -4833.989244655832, 4797.2741217981975, -2450.298800629956, 215.8510489885741, 239.24359154423945
] as const;

const horner = (coefficients: readonly number[], x: number): number => {
  let y = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) y = y * x + coefficients[i]!;
  return y;
};

/** The error function, 2/√π times the integral of e^(-t²) from 0 to x, within 2 ulp. */
export function erf(x: number): number {
  if (x !== x) return NaN;
  const size = Math.abs(x);
  if (size <= 1) return x + x * horner(NEAR, x * x);
  const y = size > 6 ? 1 : 1 - exp(-size * size) * horner(FAR, 1 / (size + 2));
  return x < 0 ? -y : y;
}
