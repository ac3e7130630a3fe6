/** A pairing that must not be: no sum of real costs comes near it. */
export const FORBIDDEN = 1e15;

/**
 * The cheapest pairing of every row with a column of its own, by the Hungarian method; exact for integer costs.
 *
 * @param costs row by row, `rows × columns`; `columns` at least `rows`
 * @returns the column of each row
 */
export function cheapestPairing(costs: Float64Array, rows: number, columns: number): Int32Array {
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const way = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let column = 0;
    const slack = new Float64Array(columns + 1).fill(Infinity);
    const used = new Uint8Array(columns + 1);
    do {
      used[column] = 1;
      const current = rowOf[column] as number;
      let least = Infinity;
      let next = 0;
      for (let other = 1; other <= columns; other++) {
        if (used[other]) continue;
        const reduced = (costs[(current - 1) * columns + other - 1] as number) - (rowPrice[current] as number) - (columnPrice[other] as number);
        if (reduced < (slack[other] as number)) {
          slack[other] = reduced;
          way[other] = column;
        }
        if ((slack[other] as number) < least) {
          least = slack[other] as number;
          next = other;
        }
      }
      for (let other = 0; other <= columns; other++) {
        if (used[other]) {
          rowPrice[rowOf[other] as number] = (rowPrice[rowOf[other] as number] as number) + least;
          columnPrice[other] = (columnPrice[other] as number) - least;
        } else slack[other] = (slack[other] as number) - least;
      }
      column = next;
    } while (rowOf[column] !== 0);
    do {
      const before = way[column] as number;
      rowOf[column] = rowOf[before] as number;
      column = before;
    } while (column !== 0);
  }
  const columnOf = new Int32Array(rows).fill(-1);
  for (let column = 1; column <= columns; column++) {
    const row = rowOf[column] as number;
    if (row > 0) columnOf[row - 1] = column - 1;
  }
  return columnOf;
}
