/** Who governs, and who inspects, in the Netherlands, the United Kingdom, the United States and the European Union. */
import { entries } from './commonEntries.js';
import type { CommonList } from './commonWords.js';

export const GOVERNMENT: CommonList = {
  nl: entries(
    `minister, ministers, ministerie, ministeries, minister-president, premier, vicepremier, staatssecretaris,
    staatssecretarissen, bewindspersoon, bewindspersonen, bewindslieden, bewindsman, bewindsvrouw, ministerraad, kabinet,
    kabinetten, regering, regeringen, departement, departementen, rijk, rijksoverheid, rijksoverheden, overheid, overheden,
    overheidsorganisatie, overheidsorganisaties, overheidsinstantie, overheidsinstanties, overheidsdienst, overheidsdiensten,
    rijksdienst, rijksdiensten, medeoverheid, medeoverheden, decentrale overheid, decentrale overheden, lokale overheid,
    lokale overheden, gemeente, gemeenten, gemeentes, gemeentebestuur, gemeentebesturen, gemeenteraad, gemeenteraden,
    centrumgemeente, centrumgemeenten, regiogemeente, regiogemeenten, wethouder, wethouders, burgemeester, burgemeesters,
    college van burgemeester en wethouders, college van b&w, colleges van burgemeester en wethouders, college, colleges,
    raadslid, raadsleden, provincie, provincies, provinciebestuur, provinciebesturen, provinciale staten, gedeputeerde,
    gedeputeerden, gedeputeerde staten, commissaris van de koning, waterschap, waterschappen, waterschapsbestuur,
    waterschapsbesturen, hoogheemraadschap, hoogheemraadschappen, dijkgraaf, veiligheidsregio, veiligheidsregio's,
    omgevingsdienst, omgevingsdiensten, bestuursorgaan, bestuursorganen, bevoegd gezag, uitvoeringsorganisatie,
    uitvoeringsorganisaties, uitvoeringsinstantie, uitvoeringsinstanties, agentschap, agentschappen, wetgever, tweede kamer,
    eerste kamer, kamer, parlement, europese commissie, belastingdienst, rijkswaterstaat, zorgkantoor, zorgkantoren,
    opdrachtgever, opdrachtgevers, subsidieverstrekker, subsidieverstrekkers, programmadirectie,
    programmaminister, gemeenschappelijke regeling, bestuursdepartement, openbaar lichaam, openbare lichamen,
    @inspectorate`,
  ),
  en: entries(
    `government, governments, government's, central government, local government, local governments, minister, ministers,
    ministry, ministries, prime minister, secretary of state, secretaries of state, home secretary, cabinet, cabinet office,
    department, departments, treasury, parliament, white house, president, congress, federal government,
    federal agency, federal agencies, agency, agencies, executive agency, council, councils, county council, city council,
    councillor, councillors, county, counties, municipality, municipalities, municipal*, province, provinces, provincial
    authorities, local authority, local authorities, combined authority, combined authorities, public authority, public
    authorities, competent authority, competent authorities, authority, authorities, mayor, mayors, governor, governors,
    alderman, aldermen, state legislature, european commission, commission, public body, public bodies, water board, water
    boards, legislator, legislators, legislature, commissioner, commissioners, administration, civil service, administrator,
    integrated care board, integrated care boards, health board, health boards, trust board, funder, funders, @inspectorate`,
  ),
  exact: entries(
    `Rijk, Kamer, VWS, BZK, OCW, SZW, IenW, I&W, LNV, LVVN, EZK, EZ, KGG, JenV, J&V, AenM, BuZa, BZ, VRO, B&W, GS, VNG, IPO, UvW, UWV,
    SVB, DUO, RVO, RWS, CIZ, CAK, RIVM, GGD, GGD'en, ZN, CIBG, DHSC, DLUHC, MHCLG, DfE, DfT, Defra, DEFRA, DWP, HMRC, HMT, BEIS,
    DSIT, NHSE, NHSEI, OMB, HHS, EPA, CMS, GSA, OPM, DOJ, HUD`,
  ),
};

export const INSPECTORATE: CommonList = {
  nl: entries(
    `inspectie, inspecties, inspecteur, inspecteurs, inspecteur-generaal, hoofdinspecteur, hoofdinspecteurs, toezichthouder,
    toezichthouders, toezichthoudende instantie, toezichthoudende instanties, toezichthoudende autoriteit,
    rijksinspectie, rijksinspecties, onderwijsinspectie, arbeidsinspectie, nederlandse arbeidsinspectie, zorginspectie,
    jeugdinspectie, inspectie gezondheidszorg en jeugd, inspectie van het onderwijs, inspectie justitie en veiligheid,
    inspectie leefomgeving en transport, inspectie overheidsinformatie en erfgoed, inspectie belastingen toeslagen en douane,
    nederlandse zorgautoriteit, zorgautoriteit, autoriteit consument en markt, autoriteit financiële markten,
    autoriteit persoonsgegevens, autoriteit woningcorporaties, autoriteit nucleaire veiligheid en stralingsbescherming,
    kansspelautoriteit, mededingingsautoriteit, de nederlandsche bank, voedsel- en warenautoriteit,
    nederlandse voedsel- en warenautoriteit, staatstoezicht op de mijnen, onderzoeksraad voor veiligheid, algemene rekenkamer,
    rekenkamer, rekenkamers, commissariaat voor de media, zorginstituut, zorginstituut nederland, wmo-toezicht, wmo-toezichthouder,
    wmo-toezichthouders, toezichthoudend ambtenaar, toezichthoudende ambtenaar, toezichthoudende ambtenaren,
    boa, boa's, handhaver, handhavers, auditdienst rijk, autoriteit`,
  ),
  en: entries(
    `inspectorate, inspectorates, inspector, inspectors, chief inspector, inspector general, inspectors general, regulator,
    regulators, regulatory body, regulatory bodies, regulatory authority, regulatory authorities, supervisor, supervisors,
    supervisory authority, supervisory authorities, supervisory body, supervisory bodies, watchdog, watchdogs, ombudsman,
    care quality commission, information commissioner, information commissioner's office, health and safety executive,
    financial conduct authority, environment agency, charity commission, competition and markets authority, food standards
    agency, national audit office, audit office, auditor general, government accountability office, enforcement officer,
    enforcement officers, competent authority`,
  ),
  exact: entries(
    `IGJ, IGZ, NZa, ACM, AFM, AP, DNB, NVWA, ILT, IL&T, NLA, SodM, ANVS, Ksa, OVV, ADR, IOE, ZiNL, Aw, IvhO, CvdM, CQC, ICO, HSE, FCA, PRA, CMA,
    FSA, NAO, GAO, FDA, OIG, Ofsted, Ofgem, Ofcom, Ofwat, Ofqual, OPSS, ORR, MHRA, HMIP, SEC, FTC, OSHA`,
  ),
};
