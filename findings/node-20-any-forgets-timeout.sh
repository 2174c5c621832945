#!/usr/bin/env bash
# In Node 20, a signal made by AbortSignal.any of an AbortSignal.timeout never aborts once garbage was
# collected, although it has a listener: nothing holds the timeout's signal, and its timer forgets it.
# Exits 0 if that is still so, 1 if it is not, 2 if this is not Node 20.
set -eu

case "$(node --version)" in v20.*) ;; *) echo "this is Node $(node --version)"; exit 2 ;; esac

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

cat > see.mjs <<'JS'
/** Whether a signal aborts within two seconds in which garbage is made. */
const aborts = (signal) =>
  new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(true));
    const began = performance.now();
    let garbage = [];
    (function again() {
      garbage = Array.from({length: 100_000}, (_, i) => ({i}));
      if (performance.now() - began < 2000) setImmediate(again);
      else resolve(garbage.length === 0);
    })();
  });

const alone = await aborts(AbortSignal.timeout(300));
const any = await aborts(AbortSignal.any([AbortSignal.timeout(300)]));

console.log(`Node ${process.version}`);
console.log("A timeout of 0.3 s aborts within 2 s:", {alone, any});
process.exit(alone && !any ? 0 : 1);
JS
node see.mjs
