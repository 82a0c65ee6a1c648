/** An annotation file in words, annotation by annotation, so that two versions of it can be compared. */
import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation.js';
import { inDocumentOrder, readAnnotationFile } from '../../core/annotation/annotationFile.js';
import type { Code } from '../../core/codebook/codebook.js';
import { codeTitle } from '../platform/codingText.js';

/** `text`: of the file. What cannot be read as annotations is given as it stands. */
export function versionText(text: string, codeOf: (path: string) => Code | undefined): string {
  const { file } = readAnnotationFile(text);
  if (!file) return text;
  const head = vscode.l10n.t('Annotations of “{0}” by {1}', file.document, file.coder);
  const annotations = inDocumentOrder(file.annotations).map((annotation) => annotationText(annotation, codeOf));
  return [`${head}\n`, ...annotations].join('\n');
}

function annotationText(annotation: Annotation, codeOf: (path: string) => Code | undefined): string {
  const { codes, status, target, memo } = annotation;
  const decided = status === 'confirmed' ? vscode.l10n.t('confirmed') : vscode.l10n.t('rejected');
  const titles = codes.map((code) => codeTitle(code, codeOf)).join(', ');
  const lines = [`${titles} (${decided})`, `  ${vscode.l10n.t('“{0}”', oneLine(target.quote))}`];
  if (memo !== '') lines.push(`  ${vscode.l10n.t('Memo: {0}', oneLine(memo))}`);
  return `${lines.join('\n')}\n`;
}

/** Whole: what differs between two versions must be seen. */
function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
