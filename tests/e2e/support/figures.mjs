// What is said of many measured values.

const sorted = (values) => values.toSorted((a, b) => a - b);

// The value that so large a share of all is below, from 0 to 1.
export const quantile = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];
export const median = (values) => quantile(values, 0.5);
export const p95 = (values) => quantile(values, 0.95);
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
