/**
 * Matches up to which a result has its certificate at once, in one PDF. That of a longer one is made in the background,
 * in parts: two thousand matches take some three seconds and three hundred pages.
 */
export const IN_ONE_CERTIFICATE_MAX = 2_000
