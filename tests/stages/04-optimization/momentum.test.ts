import {expect, it} from "vitest";
import {timeline} from "../../../lib/reactive/timeline.js";
import {descent} from "../../../lib/stages/04-optimization/descent.js";
import {
  bestMomentum,
  bestRadius,
  METHODS,
  radius,
  rootsOf,
  swing,
  traceAndProduct
} from "../../../src/stages/04-optimization/model/momentumRoots.js";

it("the library’s walk is the recurrence’s, for both methods", () => {
  const [rate, momentum] = [0.13, 0.7];
  const settings = {learningRate: rate, momentum, startX: 1, startY: 0} as const;
  const ball = timeline(descent, {...settings, optimizer: "momentum"});
  swing("heavy ball", rate, momentum, 15).forEach((x, k) => expect(ball.at(k).metrics.x).toBeCloseTo(x, 10));
  // the library's place is the one ahead: x − ηβv, with v the velocity of the step before
  const ahead = timeline(descent, {...settings, optimizer: "nesterov"});
  const places = swing("Nesterov", rate, momentum, 15);
  places.slice(1).forEach((x, k) => {
    const looksAhead = x + momentum * (x - places[k]!);
    expect(ahead.at(k + 1).metrics.x).toBeCloseTo(looksAhead, 10);
  });
});

it.each(METHODS)("a long walk shrinks by the larger root: %s", (method) => {
  for (const [step, beta] of [
    [0.2, 0.1],
    [0.05, 0.3],
    [0.9, 0.5]
  ] as const) {
    const places = swing(method, step, beta, 300).map(Math.abs);
    const [early, late] = [Math.max(...places.slice(100, 110)), Math.max(...places.slice(140, 150))];
    expect((late / early) ** (1 / 40)).toBeCloseTo(radius(method, step, beta), 2);
    const [trace, product] = traceAndProduct(method, step, beta);
    for (const {real, imaginary} of rootsOf(method, step, beta)) {
      expect(real * real - imaginary * imaginary - trace * real + product).toBeCloseTo(0, 12);
      expect(2 * real * imaginary - trace * imaginary).toBeCloseTo(0, 12);
    }
  }
});

it("is stable exactly up to 2(1 + β)", () => {
  for (const beta of [0, 0.3, 0.9]) {
    expect(radius("heavy ball", 2 * (1 + beta) - 0.001, beta)).toBeLessThan(1);
    expect(radius("heavy ball", 2 * (1 + beta) + 0.001, beta)).toBeGreaterThan(1);
  }
});

it("no rate and no β shrinks a bowl by more than the theorem says", () => {
  for (const kappa of [3, 10, 100]) {
    const best = bestMomentum(kappa);
    const reached = Math.max(
      radius("heavy ball", best.rate, best.beta),
      radius("heavy ball", best.rate * kappa, best.beta)
    );
    expect(reached).toBeCloseTo(best.radius, 6);
    for (let beta = 0; beta < 1; beta += 0.05)
      expect(bestRadius(kappa, beta)).toBeGreaterThanOrEqual(best.radius - 1e-9);
  }
});
