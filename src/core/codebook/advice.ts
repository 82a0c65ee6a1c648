import type { Message } from '../message.js';

/** Whether what is said of a codebook only advises; everything else is a mistake. Apart, so that it comes without YAML. */
export function isAdvice({ key }: Message): boolean {
  return key === 'codebook.missingLanguage' || key === 'codebook.onlyOneLanguage';
}
