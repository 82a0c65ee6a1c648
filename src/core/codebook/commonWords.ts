/** What the common word lists hold, per language; `exact`: names and abbreviations whose capitals count. */
export interface CommonList {
  readonly nl: readonly string[];
  readonly en: readonly string[];
  readonly exact: readonly string[];
}

export const COMMON_LISTS: Readonly<Record<string, CommonList>> = {
  government: {
    nl: ['minister*', 'staatssecretaris*', 'kabinet', 'overheid', 'gemeente', 'gemeenten', '@inspectorate'],
    en: ['government*', 'minister*', 'ministry', 'department*', '@inspectorate'],
    exact: ['VWS', 'BZK'],
  },
  inspectorate: {
    nl: ['inspectie*', 'toezichthouder*'],
    en: ['inspectorate*', 'regulator*'],
    exact: ['IGJ', 'NZa', 'ACM', 'AFM'],
  },
  institution: { nl: ['instelling', 'instellingen'], en: ['institution*', 'organisation*'], exact: [] },
  professional: { nl: ['professional', 'professionals'], en: ['professional*'], exact: [] },
  client: { nl: ['cliënt*', 'patiënt*'], en: ['client*', 'patient', 'patients'], exact: [] },
  citizen: { nl: ['burger', 'burgers', 'inwoner*'], en: ['citizen*', 'resident*'], exact: [] },
  must: { nl: ['~moeten', '~dienen te'], en: ['must'], exact: [] },
  may: { nl: ['~mogen'], en: ['may'], exact: [] },
  wants: { nl: ['~willen'], en: ['~want'], exact: [] },
  shall: { nl: ['~zullen'], en: ['shall', 'will'], exact: [] },
  not: { nl: ['niet', 'geen', 'nooit', 'zonder'], en: ['not', 'no', 'never', 'without'], exact: [] },
  we: { nl: ['wij', 'we', 'ons', 'onze'], en: ['we', 'us', 'our'], exact: [] },
  they: { nl: ['zij', 'ze', 'hun', 'hen'], en: ['they', 'them', 'their'], exact: [] },
};
