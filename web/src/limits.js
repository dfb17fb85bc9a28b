// How long and how much, as the bars state it.
export const START_SECONDS = 60; // for the runtime to load, without any progress
export const RUN_SECONDS = 10; // for one run
export const MORE_SECONDS = 60; // what a reader may add
export const OUTPUT_LIMIT = 100_000; // bytes shown of one run's output
