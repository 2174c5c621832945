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

/** What the page says of the table in words. */
export const claims = (f: Readonly<Record<string, string | number>>) => {
  const errors = steps.map((k) => Number(f[`error${k}`]));
  const least = errors.indexOf(Math.min(...errors));
  return {
    fallsToEight: errors.slice(1, 5).every((error, i) => error < errors[i]!),
    bestIsEight: steps[least] === 8,
    risesAfterEight: errors.slice(least + 1).every((error, i) => error > errors[least + i]!),
    halfOfTheDigits: errors[least]! > 1e-10 && errors[least]! < 1e-7,
    nothingIsLeft: Number(f["quotient16"]) === 0,
    thousandthAtFourteen: Number(f["error14"]) > 1e-3
  };
};
