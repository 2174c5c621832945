/** Figures whose parts come only when the reader is near them: the home page’s transformer first. */
export const storyLater = () => import("./gptBench.js").then(({gptBench, gptStory}) => gptBench("gpt-story", gptStory));

/** The playground’s workbench, and what it writes with. */
export const benchLater = () => import("./gptBench.js").then(({gptBench}) => gptBench("playground-gpt"));
export const treeLater = () =>
  import("./continuationTree.js").then(({continuationTree}) => continuationTree("playground-tree"));

/** Of the page on architectures: what brings the engine along. */
export const architectureBenchLater = () => import("./architectureBench.js");
export const costCalculatorLater = () => import("./costCalculator.js");

/** Of the page on training at scale, likewise. */
export const stepMemoryLater = () => import("./stepMemoryFigure.js");

/** The playground’s clock: a step on one thread and on several. */
export const threadsLater = () => import("./twoThreads.js").then(({twoThreads}) => twoThreads());

/** The playground’s four kinds of model. */
export const kindsLater = () => import("./kindsRace.js").then(({kindsRace}) => kindsRace());
