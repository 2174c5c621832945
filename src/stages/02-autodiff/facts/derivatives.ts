import {cos, pow, sin} from "/lib/index.js";

const steps = [1, 2, 4, 6, 8, 10, 12, 14, 16];

/** The difference quotient of sin at 1 over steps of 10^-k, and how far it is from cos 1. */
export const facts = () => {
  const slope = cos(1);
  const quotient = (k: number) => {
    const h = pow(10, -k);
    return (sin(1 + h) - sin(1)) / h;
  };
  const each = steps.map((k) => ({
    [`quotient${k}`]: quotient(k).toFixed(10),
    [`error${k}`]: Math.abs(quotient(k) - slope)
  }));
  return {slope: slope.toFixed(10), ...(Object.assign({}, ...each) as Readonly<Record<string, string | number>>)};
};
