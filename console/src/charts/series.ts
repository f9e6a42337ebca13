/** How the first four series look; told apart by stroke as well as by colour, so they read in grey. */
export const series = ['first', 'second', 'third', 'fourth'] as const
export const MOST_SERIES = series.length

/** Under so many units a mark turns grey; under so many only counts are said. */
export const FEW = 100
export const ONLY_COUNTS = 10
