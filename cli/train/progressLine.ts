import type {Seen} from "./trainingRun.js";

/** A duration as people read it: 0:07, 1:02:03. */
function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number): string => String(n).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** A rate in three digits: 812, 41,300. */
const threeDigits = (x: number): string => Number(x.toPrecision(3)).toLocaleString("en");

/** How a run comes along, in one line: step, losses in nats per token, bits per byte, tokens per second, time left. */
export function progressLine({step, metrics, rate, secondsLeft}: Seen, steps: number, tokens: number): string {
  const parts = [
    `step ${step}/${steps}`,
    ...(metrics === undefined
      ? []
      : [
          `loss ${metrics.batchLoss.toFixed(3)}`,
          `held out ${metrics.validationLoss.toFixed(3)}`,
          `${metrics.validationBitsPerByte.toFixed(3)} bits/byte`
        ]),
    ...(rate === undefined ? [] : [`${threeDigits(rate * tokens)} tokens/s`]),
    ...(secondsLeft === undefined || step >= steps ? [] : [`${clockTime(secondsLeft)} left`])
  ];
  return parts.join(" · ");
}
