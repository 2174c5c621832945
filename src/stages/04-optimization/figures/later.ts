/** The workbench, whose parts come only when the reader is near it. */
export const benchLater = () => import("./optimizationBench.js");
