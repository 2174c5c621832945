/** @param {string} slug @returns {string} the name of a stage without its number: `01-markov` is `markov` */
export const nameOf = (slug) => slug.replace(/^\d+-/, "");
