/** Clean policy prose, to be damaged: each sentence on its own, so that no reading is needed to know where one ends. */

export interface CleanPart {
  readonly heading: string;
  /** Paragraphs of sentences. */
  readonly paragraphs: readonly (readonly string[])[];
  /** Items of a list, a sentence each. */
  readonly items: readonly string[];
}

export interface CleanText {
  readonly language: 'nl' | 'en';
  readonly title: string;
  readonly parts: readonly CleanPart[];
}

const DUTCH: CleanText = {
  language: 'nl',
  title: 'Wijkplan gezond samenleven',
  parts: [
    {
      heading: 'Waarom dit plan',
      paragraphs: [
        [
          'In de wijk leven bewoners met een verschillende gezondheid, en dat verschil is in tien jaar gegroeid.',
          'De gemeente wil met bewoners, scholen en zorgverzekeraars in gesprek over wat de volksgezondheid in de wijk vraagt.',
          'Wie verantwoordelijk is voor ondersteuning, leggen wij vast in afspraken die voor meerdere jaren gelden.',
          'Samenwerking is daarbij geen doel, maar een voorwaarde voor de volksgezondheid van alle bewoners.',
        ],
        [
          'Er zijn meerdere manieren om de gezondheid van bewoners te verbeteren zonder dat de ondersteuning duurder wordt.',
          'Uit onderzoek o.a. van het kennisinstituut volgt dat samenwerking tussen scholen en de wijk loont.',
          'De verantwoordelijkheid voor de uitvoering ligt bij de gemeente, de financiële ondersteuning komt van het Rijk.',
          'Patiënten en cliënten krijgen daardoor sneller hulp, ook als de gemeente zelf geen loket heeft.',
        ],
      ],
      items: [
        'De gemeente organiseert elk kwartaal een ontmoeting van bewoners en professionals in de wijk.',
        'De zorgverzekeraars stellen informatie over de volksgezondheid beschikbaar aan meerdere partijen.',
        'Scholen geven efficiënt onderwijs over voeding en beweging, met ondersteuning van het wijkteam.',
      ],
    },
    {
      heading: 'Afspraken en toezicht',
      paragraphs: [
        [
          'Volgens art. 3.1 van de regeling moet de aanvrager binnen vier weken een verantwoording over de uitvoering indienen.',
          'De inspectie houdt toezicht op de uitvoering en kan een maatregel opleggen als afspraken niet worden nagekomen.',
          'De maatregel wordt niet opgelegd zolang de samenwerking met de inspectie aantoonbaar verbetert.',
          'Deze verantwoording gaat ook over de informatie die zorgverzekeraars en gemeente met elkaar delen.',
        ],
        [
          'Wij vertellen het verhaal van de wijk in beelden en op bijeenkomsten, zodat bewoners zich erin herkennen.',
          'Het wijkfeest is een symbool van wat de samenwerking in meerdere buurten heeft opgeleverd.',
          'Bewoners noemen de ontmoeting op het plein “het begin van iets nieuws” en vragen om een vervolg.',
          'De uitvoering van het vervolg is een gedeelde verantwoordelijkheid van professionals en bewoners.',
        ],
      ],
      items: [
        'De inspectie publiceert elk jaar informatie over haar toezicht en over elke opgelegde maatregel.',
        'Professionals krijgen ruimte om van de regeling af te wijken waar de gezondheid daarom vraagt.',
      ],
    },
  ],
};

const ENGLISH: CleanText = {
  language: 'en',
  title: 'Neighbourhood plan for healthy living',
  parts: [
    {
      heading: 'Why we need this plan',
      paragraphs: [
        [
          'The government wants to work with communities and institutions on the information that public health requires.',
          'Partners share responsibility for the implementation, and each partner reports on its contribution to the communities.',
          'Several institutions have asked for guidance on the implementation of these arrangements in practice.',
          'We will meet residents in every district and listen to what they consider important for their health.',
        ],
        [
          'The inspectorate supervises the arrangements and may impose a measure where an institution fails to provide information.',
          'Supervision is not an end in itself, but an important condition for the responsibility that partners carry.',
          'Residents describe the festival as a symbol of what communities can achieve when they are given guidance.',
          'The conditions for supervision follow from sec. 4.1 of the act and apply to all institutions.',
        ],
      ],
      items: [
        'The government provides financial support for residents who organise meetings in their district.',
        'Institutions publish information about supervision and about the conditions that apply to them.',
      ],
    },
  ],
};

export const CLEAN_TEXTS: readonly CleanText[] = [DUTCH, ENGLISH];
