const refuse = (clock: string) => (): never => {
  throw new Error(
    `${clock} is a clock: a number of a clock comes from bench/kept.json, never from the machine that bakes. Measure it in bench/pages.ts, keep it by npm run bench -- --only pages --keep, and read it by kept() of src/components/bench.ts.`
  );
};

/** From now on, whoever asks for the time is refused: what is kept must be the same on every machine. */
export function refuseClocks(): void {
  const named = (name: string) => ({value: refuse(name)});
  Object.defineProperty(performance, "now", named("performance.now"));
  Object.defineProperty(Date, "now", named("Date.now"));
  Object.defineProperty(process, "hrtime", named("process.hrtime"));
}
