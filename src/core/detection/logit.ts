/** Log-odds: the scale on which pieces of evidence add up (Turing's weight of evidence; Good 1950, Probability and the Weighing of Evidence). */

/** No single piece of evidence settles a matter for good, however sure its author is of it. */
const SUREST = 0.995;

/** The log-odds of a chance of 0..1, kept within what one piece of evidence may say. */
export function logit(chance: number): number {
  const kept = Math.min(SUREST, Math.max(1 - SUREST, chance));
  return Math.log(kept / (1 - kept));
}

/** The chance, 0..1, that log-odds stand for. */
export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** The score, 0..1, of log-odds. Four digits: it is compared with a threshold and shown; float noise must do neither. */
export function scoreOf(logOdds: number): number {
  return Math.round(sigmoid(logOdds) * 10_000) / 10_000;
}
