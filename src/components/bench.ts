/** Times that pages tell: those of the benchmarks that are kept, never of the machine that builds. */
import bench from "../../bench/kept.json" with {type: "json"};

/** The machine of the last run that was kept. */
export const {machine} = bench;

/**
 * What the last run says of a workload beside a peer, in the row's own unit, `ratio` above 1 where ours is better: the
 * medians of its rounds, and of the best round of each, which other work on the machine touches least.
 */
export function kept(suite: string, workload: string, peer: string) {
  const row = bench.rows.find((one) => one.suite === suite && one.workload === workload && one.peer === peer);
  if (row === undefined)
    throw new Error(
      `bench/kept.json has no ${workload} of ${suite} beside ${peer}: npm run bench -- --only ${suite} --keep`
    );
  const {ours, theirs, ratio} = row;
  return {ours, theirs, ratio, best: row.best ?? {ours, theirs, ratio}};
}
