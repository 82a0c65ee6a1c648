const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  ELOOP: 'too many links that lead to one another',
};

/** What the system says of a failure, without its call and path. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return ('code' in error ? REASONS[String(error.code)] : undefined) ?? error.message;
}
