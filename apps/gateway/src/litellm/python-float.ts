/** A figure as Python prints one that is no whole number by its type: `1.0`. */
export function asPythonFloat(figure: number): string {
  return Number.isInteger(figure) ? `${figure}.0` : String(figure);
}
