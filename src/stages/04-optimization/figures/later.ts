/** Workbenches, whose parts come only when the reader is near them. */
export const benchLater = () => import("./optimizationBench.js");
export const clinicLater = () => import("./loopClinic.js");
