/** Whether two JSON values are the same, whatever the order of their fields. What a file holds nests a hundred levels at most. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const fields = Object.entries(a).filter(([, value]) => value !== undefined);
  const others = new Map<string, unknown>(Object.entries(b).filter(([, value]) => value !== undefined));
  return (
    fields.length === others.size &&
    fields.every(([name, value]) => others.has(name) && sameJson(value, others.get(name)))
  );
}
