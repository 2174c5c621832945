/**
 * y = (x − mean) · rstd · weight + bias along rows of n, rstd = 1/√(variance + eps).
 *
 * The variance is the mean square of x − mean, over n. stats[2i] = mean, stats[2i+1] = rstd of row i.
 *
 * @see Ba, Kiros and Hinton, Layer Normalization, 2016.
 */
export function layerNorm(
  rows: number,
  n: number,
  eps: number,
  x: Float64Array,
  weight: Float64Array,
  bias: Float64Array,
  y: Float64Array,
  stats: Float64Array
): void {
  for (let i = 0; i < rows; i++) {
    let mean = 0;
    for (let j = 0; j < n; j++) mean += x[i * n + j]!;
    mean /= n;
    let variance = 0;
    for (let j = 0; j < n; j++) variance += (x[i * n + j]! - mean) * (x[i * n + j]! - mean);
    const rstd = 1 / Math.sqrt(variance / n + eps);
    for (let j = 0; j < n; j++) y[i * n + j] = (x[i * n + j]! - mean) * rstd * weight[j]! + bias[j]!;
    stats[2 * i] = mean;
    stats[2 * i + 1] = rstd;
  }
}

/**
 * With x̂ = (x − mean) · rstd and g = dy ⊙ weight: dx = rstd · (g − mean g − x̂ · mean(g ⊙ x̂)).
 *
 * A change of x along 1 moves only the mean, one along x̂ only the variance, and y feels neither: dx is g without its
 * parts along 1 and along x̂. dweight = Σ dy ⊙ x̂ and dbias = Σ dy, over all rows.
 */
export function layerNormGrad(
  rows: number,
  n: number,
  x: Float64Array,
  weight: Float64Array,
  stats: Float64Array,
  dy: Float64Array,
  dx: Float64Array,
  dweight: Float64Array,
  dbias: Float64Array
): void {
  for (let j = 0; j < n; j++) dweight[j] = dbias[j] = 0;
  for (let i = 0; i < rows; i++) {
    const mean = stats[2 * i]!;
    const rstd = stats[2 * i + 1]!;
    let alongOne = 0;
    let alongX = 0;
    for (let j = 0; j < n; j++) {
      const unit = (x[i * n + j]! - mean) * rstd;
      const g = dy[i * n + j]! * weight[j]!;
      alongOne += g;
      alongX += g * unit;
      dweight[j]! += dy[i * n + j]! * unit;
      dbias[j]! += dy[i * n + j]!;
    }
    for (let j = 0; j < n; j++) {
      const unit = (x[i * n + j]! - mean) * rstd;
      dx[i * n + j] = rstd * (dy[i * n + j]! * weight[j]! - (alongOne + unit * alongX) / n);
    }
  }
}

/**
 * y = x · r · weight along rows of n, r = 1/√(mean x² + eps); stats[i] = r of row i.
 *
 * @see Zhang and Sennrich, Root Mean Square Layer Normalization, 2019.
 */
export function rmsNorm(
  rows: number,
  n: number,
  eps: number,
  x: Float64Array,
  weight: Float64Array,
  y: Float64Array,
  stats: Float64Array
): void {
  for (let i = 0; i < rows; i++) {
    let square = 0;
    for (let j = 0; j < n; j++) square += x[i * n + j]! * x[i * n + j]!;
    const r = 1 / Math.sqrt(square / n + eps);
    for (let j = 0; j < n; j++) y[i * n + j] = x[i * n + j]! * r * weight[j]!;
    stats[i] = r;
  }
}

/**
 * With x̂ = x · r and g = dy ⊙ weight: dx = r · (g − x̂ · mean(g ⊙ x̂)) and dweight = Σ dy ⊙ x̂ over all rows.
 */
export function rmsNormGrad(
  rows: number,
  n: number,
  x: Float64Array,
  weight: Float64Array,
  stats: Float64Array,
  dy: Float64Array,
  dx: Float64Array,
  dweight: Float64Array
): void {
  for (let j = 0; j < n; j++) dweight[j] = 0;
  for (let i = 0; i < rows; i++) {
    const r = stats[i]!;
    let alongX = 0;
    for (let j = 0; j < n; j++) {
      const unit = x[i * n + j]! * r;
      alongX += dy[i * n + j]! * weight[j]! * unit;
      dweight[j]! += dy[i * n + j]! * unit;
    }
    for (let j = 0; j < n; j++) dx[i * n + j] = r * (dy[i * n + j]! * weight[j]! - (x[i * n + j]! * r * alongX) / n);
  }
}
