/** Tables of figures, for a terminal and for a document in Markdown. */

/**
 * @typedef {{ title: string, head: readonly string[], rows: readonly (readonly string[])[], note?: string }} Table
 * The first column is text, the others are figures.
 */

/** @param {Table} table */
export function plainTable({ title, head, rows, note }) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ');
  return [title, ...[head, ...rows].map((row) => `  ${line(row)}`), ...(note ? [`  ${note}`] : []), ''].join('\n');
}

/** @param {Table} table */
export function markdownTable({ title, head, rows, note }) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = line(head.map((_, column) => (column === 0 ? '---' : '---:')));
  return [`**${title}**`, '', line(head), rule, ...rows.map(line), '', ...(note ? [note, ''] : [])].join('\n');
}

/** @param {number | undefined} value */
export function figure(value) {
  return value === undefined ? '' : value.toFixed(2);
}

/**
 * The document with `text` between the marks of that name; throws where it has none.
 *
 * @param {string} document
 * @param {string} text
 * @param {string} name
 */
export function recorded(document, text, name) {
  const mark = (/** @type {string} */ end) => `<!-- ${name}:${end} -->`;
  const start = document.indexOf(mark('start'));
  const end = document.indexOf(mark('end'));
  if (start < 0 || end < start) throw new Error(`The document has no ${mark('start')} ... ${mark('end')}.`);
  return `${document.slice(0, start + mark('start').length)}\n\n${text.trim()}\n\n${document.slice(end)}`;
}
