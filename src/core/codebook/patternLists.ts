/** The lists of patterns that an `Indicator` has, and of pattern numbers that it has in an index. */
export const PATTERN_LISTS = ['patterns', 'who', 'to', 'with', 'without', 'near', 'notNear'] as const;
