/** Who is governed, works, is helped or lives there. */
import { entries } from './commonEntries.js';
import type { CommonList } from './commonWords.js';

export const INSTITUTION: CommonList = {
  nl: entries(
    `instelling, instellingen, *instelling, *instellingen, organisatie, organisaties, *organisatie, *organisaties, aanbieder,
    aanbieders, *aanbieder, *aanbieders, zorgverlener, zorgverleners, zorgverzekeraar, zorgverzekeraars, verzekeraar, verzekeraars, bedrijf,
    bedrijven, onderneming, ondernemingen, werkgever, werkgevers, school, scholen, schoolbestuur, schoolbesturen, hogeschool,
    hogescholen, universiteit, universiteiten, kennisinstelling, ziekenhuis, ziekenhuizen, verpleeghuis, verpleeghuizen,
    verzorgingshuis, verzorgingshuizen, huisartsenpraktijk, huisartsenpraktijken, woningcorporatie, woningcorporaties,
    corporatie, corporaties, stichting, stichtingen, vereniging, verenigingen, koepel, koepels, koepelorganisatie*,
    brancheorganisatie*, branchevereniging*, beroepsvereniging*, partij, partijen, *partij, *partijen, partner,
    partners, *partner, *partners, raad van bestuur, raden van bestuur, raad van toezicht, raden van toezicht, bestuurder,
    bestuurders, zorgbestuurder*, leverancier, leveranciers, opdrachtnemer, opdrachtnemers, contractant, contractanten,
    subsidieontvanger, subsidieontvangers, aanvrager, aanvragers, inschrijver, inschrijvers, vergunninghouder*, exploitant,
    exploitanten, producent, producenten, fabrikant, fabrikanten, importeur*, boer, boeren, agrariër*, teler*, samenwerkingsverband,
    samenwerkingsverbanden, onder toezicht gestelde, onder toezicht gestelden, ondertoezichtgestelde*, stakeholder*, belangenorganisatie*, veld, veldpartij*,
    sector, sectoren, branche, branches, markt, marktpartij*, maatschappelijk middenveld, netbeheerder*, ontwikkelaar*,
    projectontwikkelaar*, vervoerder*, kinderopvang, thuiszorg, wijkteam, wijkteams, ggz, zorginstelling*, praktijk, praktijken,
    centra, centrum, sportclub*, museum, musea, bibliotheek, bibliotheken, omroep, omroepen, initiatiefnemer*, verwerkingsverantwoordelijke*`,
  ),
  en: entries(
    `institution, institutions, organisation, organisations, organization, organizations, provider, providers, company,
    companies, business, businesses, firm, firms, enterprise, enterprises, employer, employers, school, schools, university, universities,
    college, colleges, hospital, hospitals, trust, trusts, care home, care homes, nursing home, nursing homes, clinic, clinics,
    practice, practices, charity, charities, foundation, foundations, association, associations, trade body, trade bodies,
    insurer, insurers, supplier, suppliers, vendor, vendors, contractor, contractors, grantee, grantees, recipient, recipients,
    applicant, applicants, licensee, licensees, permit holder*, operator, operators, manufacturer, manufacturers, producer,
    producers, importer*, farmer*, landlord, landlords, housing association*, developer, developers, partner, partners, party,
    parties, stakeholder, stakeholders, industry, industries, sector, sectors, voluntary sector, third sector, governing body,
    governing bodies, board of directors, boards of directors, bidder*, awardee*, museum*, library, libraries, broadcaster*,
    data controller*, consortium, consortia, landowner*, utilities, network operator*`,
  ),
  exact: [],
};

export const PROFESSIONAL: CommonList = {
  nl: entries(
    `professional, professionals, *professional, *professionals, zorgverlener, zorgverleners, zorgprofessional*, hulpverlener,
    hulpverleners, beroepsgroep, beroepsgroepen, beroepsbeoefenaar, beroepsbeoefenaren, beroepskracht*, medewerker, medewerkers, *medewerker, *medewerkers, huisarts, huisartsen,
    arts, artsen, *arts, *artsen, medisch specialist, medisch specialisten, specialist, specialisten, verpleegkundige*, wijkverpleegkundige*,
    verzorgende, verzorgenden, verloskundige*, apotheker, apothekers, psycholoog, psychologen, psychiater*, therapeut*,
    fysiotherapeut*, maatschappelijk werker, maatschappelijk werkers, sociaal werker, sociaal werkers, wijkteammedewerker*,
    jongerenwerker*, jeugdprofessional*, jeugdwerker*, opbouwwerker*, begeleider, begeleiders, behandelaar, behandelaars, behandelaren, leraar, leraren, docent,
    docenten, leerkracht, leerkrachten, schoolleider*, pedagogisch medewerker*, onderzoeker, onderzoekers, ambtenaar,
    ambtenaren, beleidsmaker*, beleidsmedewerker*, uitvoerder, uitvoerders, uitvoeringsprofessional*, agent, agenten, politieagent*, rechter, rechters,
    advocaat, advocaten, klantmanager*, casemanager*, regisseur, regisseurs, consulent, consulenten, werknemer, werknemers, personeel, zorgpersoneel`,
  ),
  en: entries(
    `professional, professionals, practitioner, practitioners, clinician, clinicians, doctor, doctors, gp, gps, general
    practitioner*, physician, physicians, nurse, nurses, midwife, midwives, pharmacist*, psychologist*, psychiatrist*, therapist*, surgeon*,
    social worker, social workers, care worker, care workers, youth worker*, caseworker*, case manager*, health worker*,
    teacher, teachers, headteacher*, lecturer*, educator*, researcher, researchers, scientist*, civil servant, civil servants, official, officials,
    officer, officers, policymaker*, policy maker*, frontline worker*, staff, workforce, employee, employees, worker, workers,
    specialist, specialists, expert, experts, lawyer*, judge, judges, carers, paramedic*`,
  ),
  exact: [],
};

export const CLIENT: CommonList = {
  nl: entries(
    `cliënt, cliënten, client, clienten, cliënt*, patiënt, patiënten, patient, patienten, patiënt*, cliëntenraad, cliëntenraden,
    patiëntenorganisatie*, naaste, naasten, familielid, familieleden, mantelzorger, mantelzorgers, zorgvrager, zorgvragers,
    hulpvrager, hulpvragers, zorgbehoevende*, verzekerde, verzekerden, gebruiker, gebruikers, zorggebruiker*, klant, klanten, bijstandsgerechtigde*,
    uitkeringsgerechtigde*, leerling, leerlingen, student, studenten, huurder, huurders, reiziger, reizigers, ervaringsdeskundige*,
    pgb-houder*, budgethouder*, consument, consumenten, deelnemer, deelnemers, statushouder*, asielzoeker*, gedetineerde*, slachtoffer, slachtoffers`,
  ),
  en: entries(
    `client, clients, patient, patients, service user, service users, user, users, customer, customers, consumer, consumers,
    carer, carers, caregiver*, relative, relatives, next of kin, family member*, beneficiary, beneficiaries, claimant*, pupil,
    pupils, student, students, learner*, tenant, tenants, passenger*, traveller*, participant, participants, expert by experience,
    experts by experience, people with lived experience, care recipient*, survivor*, victim*, prisoner*`,
  ),
  exact: [],
};

export const CITIZEN: CommonList = {
  nl: entries(
    `burger, burgers, inwoner, inwoners, bewoner, bewoners, *bewoner, *bewoners, ingezetene*, buurtbewoner*, wijkbewoner*,
    omwonende, omwonenden, dorpeling*, stadsbewoner*, mensen, samenleving, maatschappij, bevolking, publiek, jongere, jongeren, ouder, ouders,
    oudere, ouderen, kind, kinderen, jeugdige, jeugdigen, gezin, gezinnen, huishouden, huishoudens, kiezer, kiezers, belanghebbende, belanghebbenden, betrokkene,
    betrokkenen, vrijwilliger, vrijwilligers, *vrijwilliger, *vrijwilligers, burgerinitiatief, burgerinitiatieven, bewonersinitiatief, bewonersinitiatieven, bewonersgroep*, dorpsraad,
    dorpsraden, wijkraad, wijkraden, burgerberaad, burgerberaden, belastingbetaler*, ondernemer, ondernemers, weggebruiker*, nederlander, nederlanders, nieuwkomer*, migrant, migranten, particulier*`,
  ),
  en: entries(
    `citizen, citizens, resident, residents, inhabitant*, people, public, general public, community, communities, society,
    population, young people, youth, parent, parents, older people, child, children, family, families, household, households,
    neighbour, neighbours, neighbor, neighbors, voter*, taxpayer*, volunteer, volunteers, members of the public, civil society, individual, individuals,
    villager*, local people, migrant*, newcomer*, consumers, motorist*`,
  ),
  exact: [],
};
