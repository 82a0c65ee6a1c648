/** Which versions of an annotation file are kept: many of the last hour, few of last month. */

/** One kept version of an annotation file. */
export interface Version {
  /** ULID */
  readonly id: string;
  /** ISO 8601, UTC: until when the file stood so. */
  readonly at: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  /** UTF-16 units of the file's text. */
  readonly length: number;
  /** How many there are in it; undefined where the file could not be read as annotations. */
  readonly annotations: number | undefined;
  /** How many different codes they have. */
  readonly codes: number;
  /** Under what name its file was kept, where the annotation file lay elsewhere then. */
  readonly from?: string;
  /** What was about to be done to all of it, in the user's language; left out for those kept now and then. */
  readonly before?: string;
}

/** The newest are all kept. */
const NEWEST = 8;

/** Of the last day one an hour, and of the time before one a day: so many of each, at most. */
const HOURS = 6;
const DAYS = 6;

export const MAX_VERSIONS = NEWEST + HOURS + DAYS;

/** UTF-16 units of all versions of a file together: those of the largest files are fewer. */
const MAX_LENGTH = 60_000_000;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Those of `versions` (newest first) that are worth keeping at `now`; where one of several is kept, one before a bulk action. */
export function spaced(versions: readonly Version[], now: Date): readonly Version[] {
  const older = versions.slice(NEWEST);
  const ageOf = ({ at }: Version) => now.getTime() - Date.parse(at);
  const ofDay = onePer(
    older.filter((version) => ageOf(version) < DAY),
    HOUR,
  ).slice(0, HOURS);
  const before = onePer(
    older.filter((version) => ageOf(version) >= DAY),
    DAY,
  ).slice(0, DAYS);
  return fitting([...versions.slice(0, NEWEST), ...ofDay, ...before]);
}

function onePer(versions: readonly Version[], milliseconds: number): readonly Version[] {
  const chosen = new Map<number, Version>();
  for (const version of versions) {
    const slot = Math.floor(Date.parse(version.at) / milliseconds);
    const known = chosen.get(slot);
    if (!known || (known.before === undefined && version.before !== undefined)) chosen.set(slot, version);
  }
  return [...chosen.values()];
}

/** The newest is kept however large it is. */
function fitting(versions: readonly Version[]): readonly Version[] {
  let length = 0;
  return versions.filter((version, index) => {
    length += version.length;
    return index === 0 || length <= MAX_LENGTH;
  });
}
