/** Where the runs lie that are shown, from this folder on; the variable RUNS names others. */
export const runsFolder = process.env["RUNS"] ?? "../runs";
