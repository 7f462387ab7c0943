import { chiSquaredTail, normalLowerTail } from "./distributions.ts";
import { type ItemParameters, logit, type Score } from "./item_response.ts";

/** How a person's right and wrong answers fit the model at their ability: low where easy ones are wrong and hard ones right. */
export interface PersonFit {
  /** Standardised log likelihood (Drasgow, Levine and Williams 1985). Takes the ability as known, and so varies too little. */
  lz: number;
  /** The same for an ability that was estimated (Snijders 2001); standard normal for a person who fits. */
  lzStar: number;
  /** Chance of as low an lz* or a lower one. */
  lzStarP: number;
  /**
   * The same chance with the skewness that lz* has with few questions: chi-squared in the normal's place (Molenaar and Hoijtink
   * 1990). The normal one is too small where it is small.
   */
  skewedP: number;
}

/** Below this, skewed and normal are the same. */
const LEAST_SKEWNESS = 1e-3;

/**
 * Person fit at an ability that maximum likelihood gave. The log likelihood less what is expected of it is Σ (x − P) w with
 * w = logit P; lz* takes from w what the estimate of the ability has adjusted itself to.
 */
export function personFit(items: readonly ItemParameters[], scores: readonly Score[], ability: number): PersonFit {
  let [sum, variance, adjusted, information] = [0, 0, 0, 0];
  items.forEach((item, index) => {
    const score = scores[index];
    if (score === null) return;
    const weight = logit(item, ability);
    const chance = 1 / (1 + Math.exp(-weight));
    const spread = chance * (1 - chance);
    sum += (score - chance) * weight;
    variance += spread * weight ** 2;
    adjusted += spread * weight * item.a;
    information += spread * item.a ** 2;
  });
  const lz = sum / Math.sqrt(variance);
  // Σ spread (w − c a)² with c = Σ spread w a / Σ spread a².
  const ownVariance = variance - adjusted ** 2 / information;
  const lzStar = sum / Math.sqrt(ownVariance);
  let third = 0;
  items.forEach((item, index) => {
    if (scores[index] === null) return;
    const weight = logit(item, ability);
    const chance = 1 / (1 + Math.exp(-weight));
    third += chance * (1 - chance) * (1 - 2 * chance) * (weight - item.a * adjusted / information) ** 3;
  });
  return { lz, lzStar, lzStarP: normalLowerTail(lzStar), skewedP: skewedTail(lzStar, third / ownVariance ** 1.5) };
}

/** Lower tail of a standardised value with this skewness: of a gamma variable, which chi-squared is. */
function skewedTail(value: number, skewness: number): number {
  if (Math.abs(skewness) < LEAST_SKEWNESS) return normalLowerTail(value);
  const shape = 4 / skewness ** 2;
  const tail = chiSquaredTail(2 * (shape + Math.sign(skewness) * value * Math.sqrt(shape)), 2 * shape);
  return skewness < 0 ? tail : 1 - tail;
}
