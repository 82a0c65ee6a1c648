/**
 * Anybody's text as plain words inside Markdown: no emphasis, links, images, HTML or icons come of it. Unlike
 * `MarkdownString.appendText`, which makes every space a hard one, it leaves text that wraps between words.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A paragraph with a name before it; nothing where there is nothing to say. `value` is anybody's text. */
export function field(name: string, value: string): string {
  return value ? `**${name}:** ${escapeMarkdown(value)}` : '';
}
