import type { Code, Codebook } from '../../../../src/core/codebook/codebook.js';

const NOTHING = { nl: '', en: '' };
const NO_LIST = { nl: [], en: [] };

function code(path: string, name: Code['name'], codes: readonly Code[] = []): Code {
  return {
    id: path.slice(path.lastIndexOf('/') + 1),
    path,
    name,
    definition: { nl: 'Wat het is.', en: 'What it is.' },
    useWhen: NOTHING,
    notWhen: NOTHING,
    examples: NO_LIST,
    appearance: 'background',
    color: 'relational',
    enabledByDefault: true,
    indicators: NO_LIST,
    notHere: NO_LIST,
    derived: undefined,
    scoring: { nl: {}, en: {} },
    codes,
  };
}

/** A codebook with a code and a sub-code, and nothing to look for. */
export const EXAMPLE_CODEBOOK: Codebook = {
  id: 'interventions',
  version: 1,
  title: { nl: 'Interventietypen', en: 'Intervention types' },
  description: NOTHING,
  source: 'Own',
  lists: {},
  notHere: NO_LIST,
  codes: [
    code('interventions/relational', { nl: 'Relationeel', en: 'Relational' }, [
      code('interventions/relational/coach', { nl: 'Coach', en: 'Coach' }),
    ]),
  ],
};
