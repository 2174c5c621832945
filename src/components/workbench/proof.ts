/** What is said of a run whose products are fused. */
export const FAST_LABEL = "fast, not the same bits everywhere";

/** Why “Prove it” compares nothing then. */
export const UNPROVEN =
  "A fast run proves nothing. Its products are fused, as this browser and this processor fuse them, so its last bits may differ elsewhere, and there is no fingerprint to compare. To go back, choose “Use exact products” where this page offers it, and “Begin again”: that run can be proven.";

/** What is said while a proof is computed. */
export const AGAIN = "Computing the same run again, on this page…";

/** What the fingerprints of a step say, the worker’s and the page’s, which were computed apart; and of a script, if there is one. */
export const verdict = (step: number, worker: string, page: string, script: boolean): string =>
  `Step ${step}. In the worker: ${worker}. On this page, computed anew: ${page}. They are ${
    worker === page ? "the same, to the last bit" : "not the same: this is a fault of ours"
  }.${script ? " The code below prints it in Node." : ""}`;
