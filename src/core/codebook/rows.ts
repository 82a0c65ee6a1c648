/** Rows of numbers, many of them empty or short, in two typed arrays: thousands of small arrays would take long to make. */
export interface Rows {
  /** By row: where its items begin; one more than there are rows. */
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** The numbers from 0 up to the length of `rowOf` in the rows that it gives them, in ascending order. */
export function rowsBy(rowOf: Int32Array, rowCount: number): Rows {
  const starts = new Int32Array(rowCount + 1);
  for (const row of rowOf) starts[row + 1] = (starts[row + 1] ?? 0) + 1;
  for (let row = 0; row < rowCount; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const next = starts.slice();
  const items = new Int32Array(rowOf.length);
  rowOf.forEach((row, number) => {
    const at = next[row] ?? 0;
    items[at] = number;
    next[row] = at + 1;
  });
  return { starts, items };
}

export function hasItems({ starts }: Rows, row: number): boolean {
  return (starts[row + 1] ?? 0) > (starts[row] ?? 0);
}
