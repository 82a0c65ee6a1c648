/** What a command says beside its rows: to standard error, so that rows can be piped. */
import { isAdvice } from '../core/codebook/advice.js';
import type { Message } from '../core/message.js';
import { messageText } from './messages.js';

/** `notes.yaml:3:7`, as editors and terminals turn into links. */
function located(subject: string, { place }: Message): string {
  return place === undefined ? subject : `${subject}:${place.line}:${place.column}`;
}

export class Report {
  readonly #stream: NodeJS.WriteStream;
  #problems = 0;
  #hasProgress = false;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  /** Something was passed over or failed: the command ends with exit code 1. */
  problem(subject: string, reason: string): void {
    this.#problems += 1;
    this.#write(`${subject}: ${reason}\n`);
  }

  /** Worth knowing, and nothing that failed. */
  note(subject: string, text: string): void {
    this.#write(`${subject}: ${text}\n`);
  }

  /** `ending`: what is to stand behind each. */
  messages(subject: string, messages: readonly Message[], ending = ''): void {
    for (const message of messages) this.problem(located(subject, message), messageText(message) + ending);
  }

  /** Of a codebook file: what only advises is said, and does not count. */
  codebook(path: string, messages: readonly Message[]): void {
    for (const message of messages) {
      if (isAdvice(message)) this.#write(`${located(path, message)}: ${messageText(message)}\n`);
      else this.problem(located(path, message), messageText(message));
    }
  }

  /** A line that the next one takes the place of; only where a person watches. */
  progress(text: string): void {
    if (!this.#stream.isTTY) return;
    this.#stream.write(`\r\u001B[K${text}`);
    this.#hasProgress = true;
  }

  endProgress(): void {
    if (this.#hasProgress) this.#stream.write('\r\u001B[K');
    this.#hasProgress = false;
  }

  get exitCode(): 0 | 1 {
    return this.#problems === 0 ? 0 : 1;
  }

  #write(text: string): void {
    this.endProgress();
    this.#stream.write(text);
  }
}
